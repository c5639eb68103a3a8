//! What is called over HTTP.

use serde_json::{Value, json};
use std::collections::BTreeMap;
use trajectory_local::{gateway, openapi};

use crate::groups::groups;
use crate::reading::{as_json, each, object, template, text};
use crate::resources;

/// Group by group, since a route that leads to another function than its own would be a route without a handler.
#[test]
fn every_route_leads_to_the_function_that_owns_it_in_both_flavours_and_nothing_else_is_routed() {
    let stack = api_stack();
    let (mut http, mut rest) = (routed_by_http(&stack), routed_by_rest(&stack));
    for (function, group, routes) in groups() {
        let (_, document) = routes.split_for_parts();
        let owned = routes_of(&serde_json::to_value(document).unwrap());
        assert_eq!(http.remove(function), Some(owned.clone()), "{function} is routed otherwise than {group} has routes");
        assert_eq!(rest.remove(function), Some(owned), "{function} is routed otherwise than {group} has routes");
    }
    assert!(http.is_empty() && rest.is_empty(), "{http:?} {rest:?}");
}

#[test]
fn every_function_with_routes_is_given_to_the_api_under_its_own_name_and_may_be_called_by_it() {
    let (template, stack) = (template(), api_stack());
    let given = object(&template["Resources"]["Api"]["Properties"]["Parameters"]);
    let wanted = object(&stack["Parameters"]);
    assert_eq!(given.keys().collect::<Vec<_>>(), wanted.keys().collect::<Vec<_>>());
    for (function, ..) in groups() {
        assert_eq!(given[function], json!({ "Fn::GetAtt": format!("{function}.Arn") }));
        let permission = &stack["Resources"][format!("{}Permission", function.trim_end_matches("Function"))]["Properties"];
        assert_eq!(permission["FunctionName"], json!({ "Ref": function }));
        assert_eq!(permission["Principal"], "apigateway.amazonaws.com");
    }
}

#[test]
fn every_limit_holds_in_both_flavours() {
    let stack = api_stack();
    let resources = &stack["Resources"];
    let http = object(&resources["HttpStage"]["Properties"]["RouteSettings"]);
    let http: BTreeMap<_, _> = http.iter().map(|(route, limit)| (route.clone(), limits(limit))).collect();
    let rest: BTreeMap<_, _> = each(&resources["RestStage"]["Properties"]["MethodSettings"])
        .filter(|one| one["HttpMethod"] != "*")
        .map(|one| (format!("{} {}", text(&one["HttpMethod"]), text(&one["ResourcePath"])[1..].replace("~1", "/")), limits(one)))
        .collect();
    let expected: BTreeMap<_, _> = gateway::tighter().into_iter().map(|(route, limit)| (route.to_owned(), limit)).collect();
    assert_eq!(http, expected);
    assert_eq!(rest, expected);
}

/// Whoever calls these has shown nothing yet, so a flood of them is anybody's; each writes or hashes.
#[test]
fn every_route_that_writes_for_a_caller_without_a_token_has_a_limit_of_its_own() {
    // It ends one session of whoever has its token, and finds nothing for anybody else.
    const CHEAP: [&str; 1] = ["POST /api/auth/logout"];
    let limited = gateway::tighter();
    let document: Value = serde_json::from_str(&openapi::document().unwrap()).unwrap();
    for (path, operations) in object(&document["paths"]) {
        for (method, operation) in object(operations) {
            let route = format!("{} {path}", method.to_uppercase());
            let open = method != "get" && operation["security"].as_array().is_none_or(Vec::is_empty);
            assert!(!open || limited.contains_key(route.as_str()) || CHEAP.contains(&route.as_str()), "{route} has no limit of its own");
        }
    }
}

/// The nested stack of API Gateway.
fn api_stack() -> Value {
    as_json(serde_norway::from_str(include_str!("../../../api.yaml")).unwrap_or_else(|error| panic!("infra/api.yaml: {error}")))
}

fn limits(settings: &Value) -> gateway::Limit {
    let number = |name: &str| u32::try_from(settings[name].as_u64().unwrap()).unwrap();
    (number("ThrottlingRateLimit"), number("ThrottlingBurstLimit"))
}

/// By function, `GET /api/…` for each route of the HTTP API.
fn routed_by_http(stack: &Value) -> BTreeMap<String, Vec<String>> {
    let mut routed: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for (name, route) in resources(stack, "AWS::ApiGatewayV2::Route") {
        let properties = &route["Properties"];
        let integration = text(&properties["Target"]["Fn::Sub"]).strip_prefix("integrations/${").and_then(|name| name.strip_suffix('}'));
        let integration = &stack["Resources"][integration.unwrap_or_else(|| panic!("{name} leads nowhere"))]["Properties"];
        assert_eq!(integration["PayloadFormatVersion"], "2.0", "{name}");
        routed.entry(text(&integration["IntegrationUri"]["Ref"]).to_owned()).or_default().push(text(&properties["RouteKey"]).to_owned());
    }
    for routes in routed.values_mut() {
        routes.sort();
    }
    routed
}

/// The same of the REST API.
fn routed_by_rest(stack: &Value) -> BTreeMap<String, Vec<String>> {
    let mut routed: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for (path, methods) in object(&stack["Resources"]["RestApi"]["Properties"]["Body"]["paths"]) {
        for (method, operation) in object(methods) {
            let integration = &operation["x-amazon-apigateway-integration"];
            assert_eq!((text(&integration["type"]), text(&integration["httpMethod"])), ("aws_proxy", "POST"), "{method} {path}");
            let function = text(&integration["uri"]["Fn::Sub"]).split("functions/${").nth(1).unwrap().split('}').next().unwrap();
            routed.entry(function.to_owned()).or_default().push(format!("{} {path}", method.to_uppercase()));
        }
    }
    for routes in routed.values_mut() {
        routes.sort();
    }
    routed
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
