//! `template.yaml` agrees with the code: routes, table, settings, permissions, headers.

use axum::Router;
use axum::body::Body;
use axum::http::Request;
use dynoxide::Database;
use dynoxide::actions::describe_table::DescribeTableRequest;
use dynoxide::actions::describe_time_to_live::DescribeTimeToLiveRequest;
use serde_json::{Map, Value, json};
use serde_norway::Value as Yaml;
use std::collections::{BTreeMap, BTreeSet};
use tower::ServiceExt as _;
use trajectory::config::{Config, Environment};
use trajectory::service::{DOOR_HEADER, Routes};
use trajectory::store::{Endpoint, create_table};
use trajectory_local::{bind, openapi, web};

/// Each function with the group whose routes it answers.
fn groups() -> [(&'static str, &'static str, Routes); 5] {
    [
        ("AuthFunction", "auth", auth::routes()),
        ("AccountFunction", "account", account::routes()),
        ("FamiliesFunction", "families", families::routes()),
        ("ChildrenFunction", "children", children::routes()),
        ("MeasurementsFunction", "measurements", measurements::routes()),
    ]
}

#[test]
fn every_route_is_an_event_of_the_function_that_owns_it_and_no_event_is_without_a_route() {
    let template = template();
    let mut routed = Vec::new();
    for (function, group, routes) in groups() {
        let events = events(&template["Resources"][function]);
        let (_, document) = routes.split_for_parts();
        assert_eq!(events, routes_of(&serde_json::to_value(document).unwrap()), "{function} has other events than {group} has routes");
        routed.extend(events);
    }
    routed.sort();
    let document: Value = serde_json::from_str(&openapi::document().unwrap()).unwrap();
    assert_eq!(routed, routes_of(&document));
    let functions: BTreeSet<_> = resources(&template, "AWS::Serverless::Function").map(|(name, _)| name).collect();
    assert_eq!(functions, groups().iter().map(|(function, ..)| *function).collect());
}

#[test]
fn every_function_runs_the_binary_of_its_group_and_as_its_own_role() {
    let template = template();
    for (function, group, _) in groups() {
        let properties = &template["Resources"][function]["Properties"];
        assert_eq!(properties["CodeUri"], json!(format!("target/lambda/{group}")));
        let name = function.trim_end_matches("Function");
        assert_eq!(properties["Role"], json!({ "Fn::GetAtt": format!("{name}Role.Arn") }));
        assert_eq!(properties["LoggingConfig"]["LogGroup"], json!({ "Ref": format!("{name}Logs") }));
    }
}

#[test]
fn every_route_with_a_limit_of_its_own_is_a_route() {
    let template = template();
    let document: Value = serde_json::from_str(&openapi::document().unwrap()).unwrap();
    let routes = routes_of(&document);
    let limited = object(&template["Resources"]["Api"]["Properties"]["RouteSettings"]);
    assert!(!limited.is_empty());
    for route in limited.keys() {
        assert!(routes.contains(route), "{route} is no route");
    }
}

#[tokio::test]
async fn the_table_of_the_template_is_the_table_that_the_code_makes() {
    let database = Database::memory().unwrap();
    let listener = bind(0).await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(dynoxide::server::serve_with_shutdown(listener, database.clone(), std::future::pending()));
    let name = "trajectory".to_owned();
    create_table(&Endpoint::loopback(url), &name).await.unwrap();
    let made = database.describe_table(DescribeTableRequest { table_name: name.clone() }).unwrap();
    let made = serde_json::to_value(made.table).unwrap();
    let expiry = database.describe_time_to_live(DescribeTimeToLiveRequest { table_name: name }).unwrap();

    let template = template();
    let declared = &template["Resources"]["Table"]["Properties"];
    assert_eq!(declared["KeySchema"], made["KeySchema"]);
    assert_eq!(sorted(&declared["AttributeDefinitions"]), sorted(&made["AttributeDefinitions"]));
    for kind in ["LocalSecondaryIndexes", "GlobalSecondaryIndexes"] {
        assert_eq!(indexes(&declared[kind]), indexes(&made[kind]), "{kind}");
    }
    assert_eq!(declared["StreamSpecification"]["StreamViewType"], made["StreamSpecification"]["StreamViewType"]);
    assert_eq!(declared["BillingMode"], made["BillingModeSummary"]["BillingMode"]);
    let expiry = expiry.time_to_live_description.attribute_name;
    assert_eq!(declared["TimeToLiveSpecification"], json!({ "AttributeName": expiry, "Enabled": true }));
}

#[test]
fn the_table_and_the_files_outlive_the_stack() {
    let template = template();
    for name in ["Table", "Files"] {
        let resource = &template["Resources"][name];
        assert_eq!((&resource["DeletionPolicy"], &resource["UpdateReplacePolicy"]), (&json!("Retain"), &json!("Retain")), "{name}");
    }
    let table = &template["Resources"]["Table"]["Properties"];
    assert_eq!(table["DeletionProtectionEnabled"], json!(true));
    assert_eq!(table["PointInTimeRecoverySpecification"]["PointInTimeRecoveryEnabled"], json!(true));
}

#[test]
fn functions_are_given_every_setting_that_the_code_reads_and_no_other() {
    let source = include_str!("../../../shared/src/config.rs");
    let code = source.split("#[cfg(test)]").next().unwrap();
    let read: BTreeSet<_> = code.split('"').filter(|text| text.starts_with("TRAJECTORY_")).collect();
    assert!(read.contains("TRAJECTORY_TABLE"));

    let template = template();
    for (function, ..) in groups() {
        let mut given = object(&template["Globals"]["Function"]["Environment"]["Variables"]).clone();
        if let Some(own) = template["Resources"][function].pointer("/Properties/Environment/Variables") {
            given.extend(object(own).clone());
        }
        assert_eq!(given.remove("AWS_LAMBDA_HTTP_IGNORE_STAGE_IN_PATH"), Some(json!("true")), "{function}");
        assert_eq!(given.keys().map(String::as_str).collect::<BTreeSet<_>>(), read, "{function}");
        let environment: Vec<_> = given.keys().map(|name| (name.as_str(), "set")).collect();
        assert!(Config::from_environment(&Environment::of(&environment)).is_ok(), "{function}");
    }
}

#[test]
fn a_function_reaches_the_partitions_that_it_needs_and_never_scans() {
    const ACTIONS: [&str; 7] = ["GetItem", "BatchGetItem", "Query", "PutItem", "UpdateItem", "DeleteItem", "ConditionCheckItem"];
    let template = template();
    let mut reached: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (role, resource) in resources(&template, "AWS::IAM::Role") {
        assert_eq!(resource["Properties"]["ManagedPolicyArns"], Value::Null, "{role}");
        for statement in each(&resource["Properties"]["Policies"]).flat_map(|policy| each(&policy["PolicyDocument"]["Statement"])) {
            assert_eq!(statement["Effect"], json!("Allow"), "{role}");
            let actions: Vec<_> = one_or_more(&statement["Action"]).map(text).collect();
            if actions.iter().all(|action| action.starts_with("logs:")) {
                assert_eq!(statement["Resource"], json!({ "Fn::GetAtt": format!("{}Logs.Arn", role.trim_end_matches("Role")) }));
                continue;
            }
            for action in actions {
                assert!(ACTIONS.iter().any(|known| action == format!("dynamodb:{known}")), "{role} may {action}");
            }
            for resource in one_or_more(&statement["Resource"]) {
                let index = resource["Fn::Sub"].as_str().and_then(|arn| arn.strip_prefix("${Table.Arn}/index/"));
                let table = *resource == json!({ "Fn::GetAtt": "Table.Arn" });
                assert!(table || index.is_some_and(|index| ["by_date", "by_child", "open"].contains(&index)), "{role} on {resource}");
            }
            // Where a request names no key, `ForAllValues` holds: only `Null` makes it a condition.
            assert_eq!(statement["Condition"]["Null"], json!({ "dynamodb:LeadingKeys": "false" }), "{role}");
            let keys = &statement["Condition"]["ForAllValues:StringLike"]["dynamodb:LeadingKeys"];
            let partitions = reached.entry(role).or_default();
            partitions.extend(each(keys).map(text));
            assert!(!partitions.is_empty() && !partitions.contains("*"), "{role}");
        }
    }
    // The table of ARCHITECTURE.md. No function reaches both credentials and health data.
    let expected = BTreeMap::from([
        ("AuthRole", BTreeSet::from(["LOGIN#*", "CRED#*", "SIGNING", "KEYS", "USER#*", "INSTANCE", "LIMIT#*"])),
        ("AccountRole", BTreeSet::from(["USER#*", "KEYS"])),
        ("FamiliesRole", BTreeSet::from(["FAM#*", "USER#*", "KEYS", "TASK#*"])),
        ("ChildrenRole", BTreeSet::from(["FAM#*", "USER#*", "KEYS", "CHILD#*"])),
        ("MeasurementsRole", BTreeSet::from(["FAM#*", "USER#*", "KEYS"])),
    ]);
    assert_eq!(reached, expected);
}

#[test]
fn what_the_api_reads_of_a_request_passes_cloudfront() {
    let template = template();
    let resources = &template["Resources"];
    let passed = &resources["ApiRequest"]["Properties"]["OriginRequestPolicyConfig"]["HeadersConfig"]["Headers"];
    let in_key = "/Properties/CachePolicyConfig/ParametersInCacheKeyAndForwardedToOrigin/HeadersConfig/Headers";
    let in_key = resources["ApiCache"].pointer(in_key).unwrap();
    let passed: BTreeSet<_> = each(passed).chain(each(in_key)).map(|name| text(name).to_ascii_lowercase()).collect();
    let document: Value = serde_json::from_str(&openapi::document().unwrap()).unwrap();
    let documented = object(&document["paths"])
        .values()
        .flat_map(|path| object(path).values())
        .flat_map(|operation| each(&operation["parameters"]))
        .filter(|parameter| parameter["in"] == "header")
        .map(|parameter| text(&parameter["name"]).to_ascii_lowercase());
    let read = ["authorization", "content-type", "origin", "sec-fetch-site", "user-agent", "cloudfront-viewer-address"];
    for name in documented.chain(read.map(str::to_owned)) {
        assert!(passed.contains(&name), "{name} does not reach the API");
    }
    assert!(!passed.contains("host"), "API Gateway knows the API by its host");
}

#[test]
fn the_header_that_cloudfront_adds_is_the_one_that_the_api_demands() {
    let template = template();
    let origins = &template["Resources"]["Distribution"]["Properties"]["DistributionConfig"]["Origins"];
    let api = each(origins).find(|origin| origin["Id"] == "api").unwrap();
    let secret = &template["Globals"]["Function"]["Environment"]["Variables"]["TRAJECTORY_DOOR_SECRET"];
    assert_eq!(api["OriginCustomHeaders"], json!([{ "HeaderName": DOOR_HEADER, "HeaderValue": secret }]));
}

#[tokio::test]
async fn the_app_has_the_same_headers_in_the_cloud_as_on_one_machine() {
    const FILES: &str = "https://trajectory-files-${Id}.s3.${AWS::Region}.${AWS::URLSuffix}";
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("index.html"), "<!doctype html>").unwrap();
    let page = web::with_web_app(Router::new(), folder.path(), FILES).oneshot(Request::new(Body::empty())).await.unwrap();
    let here = |name: &str| page.headers()[name].to_str().unwrap();

    let template = template();
    let cloud = &template["Resources"]["PageHeaders"]["Properties"]["ResponseHeadersPolicyConfig"];
    let security = &cloud["SecurityHeadersConfig"];
    assert_eq!(security["ContentSecurityPolicy"]["ContentSecurityPolicy"]["Fn::Sub"][0], here("content-security-policy"));
    assert_eq!(security["ReferrerPolicy"]["ReferrerPolicy"], here("referrer-policy"));
    assert_eq!((&security["ContentTypeOptions"]["Override"], here("x-content-type-options")), (&json!(true), "nosniff"));
    let others: BTreeMap<_, _> =
        each(&cloud["CustomHeadersConfig"]["Items"]).map(|one| (text(&one["Header"]), text(&one["Value"]))).collect();
    for name in ["permissions-policy", "cache-control"] {
        assert_eq!(others[name], here(name), "{name}");
    }
    let bucket = &template["Resources"]["Files"]["Properties"]["BucketName"]["Fn::Sub"][0];
    assert!(FILES.starts_with(&format!("https://{}.s3.", text(bucket))), "the policy names another bucket");
}

/// The template as JSON; `!Sub …` and the like become `{"Fn::Sub": …}`.
fn template() -> Value {
    as_json(serde_norway::from_str(include_str!("../../../template.yaml")).unwrap_or_else(|error| panic!("template.yaml: {error}")))
}

fn as_json(yaml: Yaml) -> Value {
    match yaml {
        Yaml::Null => Value::Null,
        Yaml::Bool(value) => json!(value),
        Yaml::Number(number) => number.as_i64().map_or_else(|| json!(number.as_f64()), |whole| json!(whole)),
        Yaml::String(text) => json!(text),
        Yaml::Sequence(values) => values.into_iter().map(as_json).collect(),
        Yaml::Mapping(entries) => entries.into_iter().map(|(name, value)| (text(&as_json(name)).to_owned(), as_json(value))).collect(),
        Yaml::Tagged(tagged) => {
            let name = tagged.tag.to_string();
            let name = name.trim_start_matches('!');
            let name = if ["Ref", "Condition"].contains(&name) { name.to_owned() } else { format!("Fn::{name}") };
            json!({ name: as_json(tagged.value) })
        }
    }
}

fn resources<'a>(template: &'a Value, kind: &str) -> impl Iterator<Item = (&'a str, &'a Value)> {
    object(&template["Resources"]).iter().filter(move |(_, one)| one["Type"] == kind).map(|(name, one)| (name.as_str(), one))
}

/// `GET /api/…` for each event of a function.
fn events(function: &Value) -> Vec<String> {
    let mut routes = Vec::new();
    for (name, event) in object(&function["Properties"]["Events"]) {
        assert_eq!((&event["Type"], &event["Properties"]["ApiId"]), (&json!("HttpApi"), &json!({ "Ref": "Api" })), "{name}");
        routes.push(format!("{} {}", text(&event["Properties"]["Method"]), text(&event["Properties"]["Path"])));
    }
    routes.sort();
    routes
}

/// `GET /api/…` for each operation of an OpenAPI document.
fn routes_of(document: &Value) -> Vec<String> {
    let methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];
    let mut routes = Vec::new();
    for (path, operations) in object(&document["paths"]) {
        let known = object(operations).keys().filter(|key| methods.contains(&key.as_str()));
        routes.extend(known.map(|method| format!("{} {path}", method.to_uppercase())));
    }
    routes.sort();
    routes
}

fn indexes(described: &Value) -> BTreeMap<&str, (&Value, &Value)> {
    each(described).map(|index| (text(&index["IndexName"]), (&index["KeySchema"], &index["Projection"]))).collect()
}

fn sorted(values: &Value) -> Vec<String> {
    let mut values: Vec<_> = each(values).map(Value::to_string).collect();
    values.sort();
    values
}

/// The elements of a list; none where there is no list.
fn each(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn one_or_more(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().map_or_else(|| std::slice::from_ref(value), Vec::as_slice).iter()
}

fn object(value: &Value) -> &Map<String, Value> {
    value.as_object().unwrap_or_else(|| panic!("{value} is no object"))
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_else(|| panic!("{value} is no text"))
}
