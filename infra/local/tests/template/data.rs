//! The table and the buckets.

use dynoxide::Database;
use dynoxide::actions::describe_table::DescribeTableRequest;
use dynoxide::actions::describe_time_to_live::DescribeTimeToLiveRequest;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use trajectory::files::ObjectKey;
use trajectory::job::JOB_LIFE;
use trajectory::store::{Endpoint, create_table};
use trajectory_local::bind;

use crate::reading::{each, template, text};

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
fn what_a_job_leaves_goes_with_the_job_and_nothing_else_does() {
    let template = template();
    let rules = &template["Resources"]["Files"]["Properties"]["LifecycleConfiguration"]["Rules"];
    assert!(each(rules).all(|rule| rule["Status"] == "Enabled"));
    let expiring: Vec<_> = each(rules).filter(|rule| rule.get("ExpirationInDays").is_some()).collect();
    let [jobs] = expiring.as_slice() else { panic!("one rule deletes what is in use: {expiring:?}") };
    assert_eq!((&jobs["Prefix"], &jobs["ExpirationInDays"]), (&json!("t/"), &json!(JOB_LIFE.num_days())));
    let family = "fam_01890a5d-ac96-774b-bcce-b302099a8000".parse().unwrap();
    assert!(!ObjectKey::family_prefix(family).starts_with("t/"), "documents are elsewhere");
    // Of a whole bucket: uploads that were cut short, versions that were replaced, markers without a version.
    let everywhere = |what: &str| each(rules).any(|rule| rule.get("Prefix").is_none() && rule.get(what).is_some());
    assert!(everywhere("AbortIncompleteMultipartUpload") && everywhere("NoncurrentVersionExpiration"));
    assert!(each(rules).any(|rule| rule["ExpiredObjectDeleteMarker"] == true));
}

fn indexes(described: &Value) -> BTreeMap<&str, (&Value, &Value)> {
    each(described).map(|index| (text(&index["IndexName"]), (&index["KeySchema"], &index["Projection"]))).collect()
}

fn sorted(values: &Value) -> Vec<String> {
    let mut values: Vec<_> = each(values).map(Value::to_string).collect();
    values.sort();
    values
}
