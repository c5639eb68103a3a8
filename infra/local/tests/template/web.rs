//! What stands before the API and the app: which headers pass, and which are added.

use axum::Router;
use axum::body::Body;
use axum::http::Request;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use tower::ServiceExt as _;
use trajectory::service::DOOR_HEADER;
use trajectory_local::{openapi, web};

use crate::reading::{each, object, template, text};

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

#[test]
fn what_is_for_emulators_is_off_where_nobody_asks_for_it_and_takes_the_whole_of_cloudfront_away() {
    let template = template();
    let defaults = ["ApiFlavour", "FixedApiId", "Front"].map(|name| text(&template["Parameters"][name]["Default"]));
    assert_eq!(defaults, ["http", "", "cloudfront"]);
    for (name, resource) in object(&template["Resources"]) {
        let of_the_front = text(&resource["Type"]).starts_with("AWS::CloudFront::") || name == "WebPolicy";
        assert_eq!(resource["Condition"] == "HasFront", of_the_front, "{name}");
    }
}

#[test]
fn a_firewall_and_a_certificate_come_from_where_cloudfront_looks_for_them() {
    let template = template();
    for name in ["WebAclArn", "CertificateArn"] {
        let parameter = &template["Parameters"][name];
        assert_eq!(parameter["Default"], "", "{name} is optional");
        assert!(text(&parameter["AllowedPattern"]).contains(":us-east-1:"), "{name}");
    }
    let settings = &template["Resources"]["Distribution"]["Properties"]["DistributionConfig"];
    assert_eq!(settings["WebACLId"]["Fn::If"], json!(["HasFirewall", { "Ref": "WebAclArn" }, { "Ref": "AWS::NoValue" }]));
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
