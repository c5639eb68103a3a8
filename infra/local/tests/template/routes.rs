//! What is called over HTTP.

use serde_json::{Value, json};
use trajectory_local::openapi;

use crate::groups::groups;
use crate::reading::{object, template, text};

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

/// Whoever calls these has shown nothing yet, so a flood of them is anybody's; each writes or hashes.
#[test]
fn every_route_that_writes_for_a_caller_without_a_token_has_a_limit_of_its_own() {
    // It ends one session of whoever has its token, and finds nothing for anybody else.
    const CHEAP: [&str; 1] = ["POST /api/auth/logout"];
    let template = template();
    let limited = object(&template["Resources"]["Api"]["Properties"]["RouteSettings"]);
    let document: Value = serde_json::from_str(&openapi::document().unwrap()).unwrap();
    for (path, operations) in object(&document["paths"]) {
        for (method, operation) in object(operations) {
            let route = format!("{} {path}", method.to_uppercase());
            let open = method != "get" && operation["security"].as_array().is_none_or(Vec::is_empty);
            assert!(!open || limited.contains_key(&route) || CHEAP.contains(&route.as_str()), "{route} has no limit of its own");
        }
    }
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
