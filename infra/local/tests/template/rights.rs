//! Which function may do what, and where.

use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

use crate::reading::{each, one_or_more, template, text};
use crate::resources;

const READS: [&str; 4] = ["GetItem", "BatchGetItem", "Query", "ConditionCheckItem"];
const WRITES: [&str; 3] = ["PutItem", "UpdateItem", "DeleteItem"];

/// The table of ARCHITECTURE.md: what each role reads, and what it writes. A check tells what it has found, so it reads.
const PARTITIONS: [(&str, &str, &str); 14] = [
    (
        "AuthRole",
        "CRED#* INSTANCE INVITEPASS#* KEYS LOGIN#* SIGNING USER#*",
        "CRED#* INSTANCE INVITEPASS#* KEYS LIMIT#* LOGIN#* OUTBOX#* SIGNING USER#*",
    ),
    ("AccountRole", "KEYS USER#*", "USER#*"),
    ("FamiliesRole", "FAM#* KEYS USER#*", "FAM#* INVITEPASS#* LIMIT#* OUTBOX#* TASK#* USER#*"),
    ("ChildrenRole", "FAM#* KEYS USER#*", "CHILD#* FAM#*"),
    ("VisitsRole", "FAM#* KEYS USER#*", "FAM#*"),
    ("MeasurementsRole", "FAM#* KEYS USER#*", "FAM#*"),
    ("MedicalEventsRole", "FAM#* KEYS USER#*", "FAM#*"),
    ("IllnessesRole", "FAM#* KEYS USER#*", "FAM#*"),
    ("AttachmentsRole", "FAM#* KEYS USER#*", "FAM#* TASK#*"),
    (
        "AdminRole",
        "ADMINLOG CRED#* FAMILIES#* INSTANCE KEYS USER#* USERS#*",
        "ADMINLOG CRED#* INSTANCE LIMIT#* LOGIN#* OUTBOX#* TASK#* USER#*",
    ),
    ("TransferRole", "FAM#* KEYS USER#*", "FAM#* WORK#*"),
    ("TransferWorkerRole", "CHILD#* FAM#* USER#* WORK#*", "CHILD#* FAM#* WORK#*"),
    ("MailerRole", "OUTBOX#*", "INSTANCE OUTBOX#*"),
    ("SweeperRole", "COUNTED#* FAM#* TASK#* USER#*", "COUNTED#* FAM#* INSTANCE INVITEPASS#* TASK#* USER#*"),
];

/// The indexes that each role queries, beside the table itself.
const INDEXES: [(&str, &str); 8] = [
    ("AdminRole", "directory"),
    ("AttachmentsRole", "by_child by_date"),
    ("ChildrenRole", "by_child by_date open"),
    ("IllnessesRole", "by_child by_date"),
    ("MeasurementsRole", "by_child by_date"),
    ("MedicalEventsRole", "by_child by_date"),
    ("TransferWorkerRole", "by_child"),
    ("VisitsRole", "by_child by_date"),
];

/// What each role does with which files: actions, and the beginning of names.
const FILES: [(&str, &str, &str); 10] = [
    ("AttachmentsRole", "DeleteObject GetObject PutObject", "f/*"),
    ("AttachmentsRole", "ListBucket", "f/*"),
    ("SweeperRole", "DeleteObject DeleteObjectVersion", "f/*"),
    ("SweeperRole", "DeleteObject DeleteObjectVersion", "t/*"),
    ("SweeperRole", "ListBucket ListBucketVersions", "f/* t/*"),
    ("TransferRole", "GetObject PutObject", "t/*"),
    ("TransferRole", "ListBucket", "t/*"),
    ("TransferWorkerRole", "DeleteObject DeleteObjectVersion GetObject PutObject", "f/*"),
    ("TransferWorkerRole", "AbortMultipartUpload DeleteObject GetObject PutObject", "t/*"),
    ("TransferWorkerRole", "ListBucket ListBucketVersions", "f/* t/*"),
];

/// Whose workers the table's stream wakes.
const ON_THE_STREAM: [&str; 2] = ["MailerRole", "SweeperRole"];

#[test]
fn every_role_may_send_traces_where_they_are_wanted() {
    let template = template();
    let roles: BTreeSet<_> = resources(&template, "AWS::IAM::Role").map(|(name, _)| name).collect();
    let policy = &template["Resources"]["TracingPolicy"];
    assert_eq!(policy["Condition"], "HasTraces");
    let named = each(&policy["Properties"]["Roles"]).map(|role| text(&role.get("Fn::If").map_or(role, |either| &either[1])["Ref"]));
    assert_eq!(named.collect::<BTreeSet<_>>(), roles);
}

#[test]
fn a_function_reaches_the_partitions_that_it_needs_and_never_scans() {
    let template = template();
    let (mut reads, mut writes, mut indexes) = (Reached::new(), Reached::new(), Reached::new());
    let mut seen = BTreeSet::new();
    for (role, statement) in statements(&template, "dynamodb").filter(|(_, statement)| !is_of_the_stream(statement)) {
        // Where a request names no key, `ForAllValues` holds: only `Null` makes it a condition.
        assert_eq!(statement["Condition"]["Null"], json!({ "dynamodb:LeadingKeys": "false" }), "{role}");
        let keys: Vec<_> = each(&statement["Condition"]["ForAllValues:StringLike"]["dynamodb:LeadingKeys"]).map(text).collect();
        assert!(!keys.is_empty() && !keys.contains(&"*"), "{role}");
        let index = one_or_more(&statement["Resource"]).filter_map(|resource| index_of(resource, role)).collect::<Vec<_>>();
        for action in actions(statement) {
            let on = if READS.contains(&action) { &mut reads } else { &mut writes };
            assert!(READS.contains(&action) || WRITES.contains(&action), "{role} may {action}");
            assert!(index.is_empty() || action == "Query", "{role} on {index:?}");
            on.entry(role).or_default().extend(&keys);
            // All keys of a call must be allowed by one statement.
            assert!(seen.insert((role, action, index.clone())), "{role} may {action} by two statements");
        }
        indexes.entry(role).or_default().extend(index);
    }
    indexes.retain(|_, names| !names.is_empty());
    assert_eq!(joined(&reads), PARTITIONS.into_iter().map(|(role, reads, _)| (role, reads.to_owned())).collect());
    assert_eq!(joined(&writes), PARTITIONS.into_iter().map(|(role, _, writes)| (role, writes.to_owned())).collect());
    assert_eq!(joined(&indexes), INDEXES.into_iter().map(|(role, names)| (role, names.to_owned())).collect());
}

#[test]
fn no_function_reaches_both_credentials_and_health_data() {
    for (role, reads, writes) in PARTITIONS {
        let reads: BTreeSet<_> = reads.split(' ').collect();
        let reached: BTreeSet<_> = reads.iter().copied().chain(writes.split(' ')).collect();
        let credentials = ["LOGIN#*", "CRED#*", "SIGNING"].iter().any(|partition| reached.contains(partition));
        assert!(!credentials || ["AuthRole", "AdminRole"].contains(&role), "{role} reaches credentials");
        assert!(!(credentials && reached.contains("FAM#*")), "{role} reaches credentials and health data");
        for (partition, alone) in [("SIGNING", "AuthRole"), ("LOGIN#*", "AuthRole"), ("ADMINLOG", "AdminRole"), ("OUTBOX#*", "MailerRole")]
        {
            assert!(!reads.contains(partition) || role == alone, "{role} reads {partition}");
        }
    }
}

#[test]
fn files_are_reached_by_the_functions_that_have_to_do_with_them() {
    let template = template();
    let bucket = text(&template["Resources"]["Files"]["Properties"]["BucketName"]["Fn::Sub"][0]);
    let arn = format!("arn:${{AWS::Partition}}:s3:::{bucket}");
    let mut reached = BTreeSet::new();
    for (role, statement) in statements(&template, "s3") {
        let id = &template["Resources"]["Files"]["Properties"]["BucketName"]["Fn::Sub"][1];
        assert_eq!(statement["Resource"]["Fn::Sub"][1], *id, "{role}");
        let names = text(&statement["Resource"]["Fn::Sub"][0]).strip_prefix(&arn).unwrap();
        let names = if let Some(names) = names.strip_prefix('/') {
            names.to_owned()
        } else {
            // On the bucket itself only lists, and only of what begins so.
            assert!(actions(statement).all(|action| ["ListBucket", "ListBucketVersions"].contains(&action)), "{role}");
            each(&statement["Condition"]["StringLike"]["s3:prefix"]).map(text).collect::<Vec<_>>().join(" ")
        };
        let mut may: Vec<_> = actions(statement).collect();
        may.sort_unstable();
        reached.insert((role, may.join(" "), names));
    }
    assert_eq!(reached, FILES.into_iter().map(|(role, may, names)| (role, may.to_owned(), names.to_owned())).collect());
}

#[test]
fn letters_are_sent_by_the_mailer_alone_and_from_the_instances_address() {
    let template = template();
    let mut senders = Vec::new();
    for (role, statement) in statements(&template, "ses") {
        assert_eq!(statement["Action"], json!("ses:SendEmail"));
        assert_eq!(statement["Condition"], json!({ "StringEquals": { "ses:FromAddress": { "Ref": "MailFrom" } } }));
        let arn = |resource: &str| format!("arn:${{AWS::Partition}}:ses:${{AWS::Region}}:${{AWS::AccountId}}:{resource}");
        let domain = json!({ "Fn::Select": [1, { "Fn::Split": ["@", { "Ref": "MailFrom" }] }] });
        let allowed = json!([
            { "Fn::Sub": arn("identity/${MailFrom}") },
            { "Fn::Sub": [arn("identity/${Domain}"), { "Domain": domain }] },
            { "Fn::Sub": arn("configuration-set/*") },
        ]);
        assert_eq!(statement["Resource"], allowed);
        senders.push(role);
    }
    assert_eq!(senders, ["MailerRole"]);
    let from = &template["Resources"]["MailerFunction"]["Properties"]["Environment"]["Variables"]["TRAJECTORY_MAIL_FROM"];
    assert_eq!(*from, json!({ "Fn::Sub": "Trajectory <${MailFrom}>" }));
}

#[test]
fn the_stream_is_read_by_the_workers_that_it_wakes_alone() {
    let template = template();
    let mut readers = BTreeMap::new();
    for (role, statement) in statements(&template, "dynamodb").filter(|(_, statement)| is_of_the_stream(statement)) {
        readers.entry(role).or_insert_with(Vec::new).push((statement["Action"].clone(), statement["Resource"].clone()));
    }
    let reading = json!(["dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator"]);
    let rights = vec![
        (reading, json!({ "Fn::GetAtt": "Table.StreamArn" })),
        (json!("dynamodb:ListStreams"), json!({ "Fn::Sub": "${Table.Arn}/stream/*" })),
    ];
    assert_eq!(readers, ON_THE_STREAM.into_iter().map(|role| (role, rights.clone())).collect());
    let senders = statements(&template, "sqs").map(|(role, statement)| {
        let right = (&statement["Action"], &statement["Resource"]);
        assert_eq!(right, (&json!("sqs:SendMessage"), &json!({ "Fn::GetAtt": "DeadLetters.Arn" })), "{role}");
        role
    });
    assert_eq!(senders.collect::<BTreeSet<_>>(), ON_THE_STREAM.into());
}

#[test]
fn every_role_is_written_out_and_writes_its_own_log() {
    let template = template();
    let mut writers = BTreeSet::new();
    for (role, statement) in statements(&template, "logs") {
        assert_eq!(statement["Action"], json!(["logs:CreateLogStream", "logs:PutLogEvents"]), "{role}");
        assert_eq!(statement["Resource"], json!({ "Fn::GetAtt": format!("{}Logs.Arn", role.trim_end_matches("Role")) }));
        writers.insert(role);
    }
    assert_eq!(writers, PARTITIONS.into_iter().map(|(role, ..)| role).collect());
    for (role, statement) in every_statement(&template) {
        assert_eq!(statement["Effect"], json!("Allow"), "{role}");
        assert!(["logs", "dynamodb", "s3", "ses", "sqs"].contains(&service(statement)), "{role} may {}", statement["Action"]);
    }
    for (role, resource) in resources(&template, "AWS::IAM::Role") {
        assert_eq!(resource["Properties"]["ManagedPolicyArns"], Value::Null, "{role}");
    }
}

type Reached<'a> = BTreeMap<&'a str, BTreeSet<&'a str>>;

fn joined<'a>(reached: &Reached<'a>) -> BTreeMap<&'a str, String> {
    reached.iter().map(|(role, names)| (*role, names.iter().copied().collect::<Vec<_>>().join(" "))).collect()
}

/// The statements of all roles, each with its role's name.
fn every_statement(template: &Value) -> impl Iterator<Item = (&str, &Value)> {
    resources(template, "AWS::IAM::Role").flat_map(|(role, resource)| {
        let policies = each(&resource["Properties"]["Policies"]);
        policies.flat_map(|policy| each(&policy["PolicyDocument"]["Statement"])).map(move |statement| (role, statement))
    })
}

/// Those about one service.
fn statements<'a>(template: &'a Value, of: &str) -> impl Iterator<Item = (&'a str, &'a Value)> {
    every_statement(template).filter(move |(_, statement)| service(statement) == of)
}

/// The one service that a statement is about.
fn service(statement: &Value) -> &str {
    let services: BTreeSet<_> = one_or_more(&statement["Action"]).map(|action| text(action).split_once(':').unwrap().0).collect();
    assert_eq!(services.len(), 1, "{statement}");
    services.into_iter().next().unwrap()
}

/// What a statement allows, without the service's name.
fn actions(statement: &Value) -> impl Iterator<Item = &str> {
    one_or_more(&statement["Action"]).map(|action| text(action).split_once(':').unwrap().1)
}

fn is_of_the_stream(statement: &Value) -> bool {
    actions(statement).any(|action| action.contains("Stream") || action.contains("Shard"))
}

/// The index that a resource is; nothing for the table itself.
fn index_of<'a>(resource: &'a Value, role: &str) -> Option<&'a str> {
    let index = resource["Fn::Sub"].as_str().and_then(|arn| arn.strip_prefix("${Table.Arn}/index/"));
    let table = *resource == json!({ "Fn::GetAtt": "Table.Arn" });
    assert!(table || index.is_some_and(|index| ["by_date", "by_child", "open", "directory"].contains(&index)), "{role} on {resource}");
    index
}
