//! The nested stack of API Gateway, made from the OpenAPI document: `infra/api.yaml` is its snapshot.
//!
//! It holds both flavours. An HTTP API is the cheaper one and what AWS gets; the REST API is for emulators that know no
//! other. Every route stands in both by its method and path, so what is not in the document is not there.

use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{self, Write as _};

use crate::openapi;

/// Requests per second of one route, of all callers together, and how many at once: a bound on what a flood can cost.
pub type Limit = (u32, u32);

/// The limit of a route that has none of its own.
const USUAL: Limit = (100, 200);

/// Routes with a limit of their own. Guessing is bounded far below these by the limits in the table.
const TIGHTER: [(&str, Limit); 25] = [
    // Each of these hashes a password, writes a session, or takes a code or a link that opens an account.
    ("POST /api/auth/register", (5, 20)),
    ("POST /api/auth/login", (10, 40)),
    ("POST /api/auth/refresh", (50, 100)),
    ("PUT /api/auth/password", (5, 20)),
    ("PUT /api/auth/email", (5, 20)),
    ("DELETE /api/auth/account", (5, 20)),
    ("POST /api/auth/second-factor", (5, 20)),
    ("POST /api/auth/second-factor/confirm", (5, 20)),
    ("DELETE /api/auth/second-factor", (5, 20)),
    ("POST /api/auth/password-reset", (5, 20)),
    ("POST /api/auth/password-reset/confirm", (10, 40)),
    ("POST /api/auth/verification", (5, 20)),
    ("POST /api/auth/verify-email", (10, 40)),
    // Somebody may hold the link of an invitation, or a guess at one.
    ("POST /api/invites/preview", (10, 40)),
    ("POST /api/invites/accept", (10, 40)),
    // Each of these makes a letter or a code that opens an account.
    ("POST /api/families/{family_id}/invites", (5, 20)),
    ("POST /api/admin/users/{user_id}/reset-code", (5, 20)),
    // Each of these reads on through the directory until it has found enough.
    ("POST /api/admin/users/search", (10, 20)),
    ("POST /api/admin/families/search", (10, 20)),
    // Each of these has a worker read or write a whole record.
    ("POST /api/families/{family_id}/exports", (1, 10)),
    ("POST /api/families/{family_id}/imports", (1, 10)),
    ("POST /api/families/{family_id}/imports/{job_id}/preview", (1, 10)),
    ("POST /api/families/{family_id}/jobs/{job_id}/run", (1, 10)),
    ("POST /api/families/{family_id}/jobs/{job_id}/resume", (1, 10)),
    ("POST /api/families/{family_id}/jobs/{job_id}/undo", (1, 10)),
];

/// The routes with a limit of their own, such as `POST /api/auth/login`.
#[must_use]
pub fn tighter() -> BTreeMap<&'static str, Limit> {
    TIGHTER.into_iter().collect()
}

/// One operation of the document.
struct Route {
    /// Such as `ListFamilies`.
    name: String,
    /// Such as `GET`.
    method: String,
    path: String,
    /// The group that answers it, such as `MedicalEvents`.
    group: String,
}

impl Route {
    fn key(&self) -> String {
        format!("{} {}", self.method, self.path)
    }
}

/// The stack as YAML.
///
/// # Errors
/// The OpenAPI document cannot be made, or one of its operations has no name or no group.
pub fn template() -> Result<String, Box<dyn std::error::Error>> {
    let document: Value = serde_json::from_str(&openapi::document()?)?;
    let routes = routes(&document)?;
    let groups: BTreeSet<_> = routes.iter().map(|route| route.group.as_str()).collect();
    let mut yaml = HEAD.to_owned();
    for group in &groups {
        writeln!(yaml, "  {group}Function: {{ Type: String, Description: ARN of the function }}")?;
    }
    yaml += CONDITIONS;
    for group in &groups {
        write_group(&mut yaml, group)?;
    }
    yaml += HTTP_API;
    write_http_limits(&mut yaml, &routes)?;
    for route in &routes {
        let Route { name, group, .. } = route;
        let key = route.key();
        writeln!(yaml, "  {name}Route:")?;
        writeln!(yaml, "    Type: AWS::ApiGatewayV2::Route")?;
        writeln!(yaml, "    Condition: IsHttp")?;
        writeln!(
            yaml,
            "    Properties: {{ ApiId: !Ref HttpApi, RouteKey: '{key}', Target: !Sub 'integrations/${{{group}Integration}}' }}"
        )?;
    }
    write_rest(&mut yaml, &routes)?;
    yaml += OUTPUTS;
    Ok(yaml)
}

/// The operations in the order of the document.
fn routes(document: &Value) -> Result<Vec<Route>, String> {
    let mut routes = Vec::new();
    for (path, operations) in document["paths"].as_object().into_iter().flatten() {
        for (method, operation) in operations.as_object().into_iter().flatten() {
            let named = |value: &Value| value.as_str().map(in_camel_case).ok_or_else(|| format!("{method} {path} has no name or group"));
            let (name, group) = (named(&operation["operationId"])?, named(&operation["tags"][0])?);
            routes.push(Route { name, method: method.to_uppercase(), path: path.clone(), group });
        }
    }
    Ok(routes)
}

/// `medical-events` and `list_families` as names of resources.
fn in_camel_case(name: &str) -> String {
    let capitalized = |word: &str| word.chars().take(1).flat_map(char::to_uppercase).chain(word.chars().skip(1)).collect::<String>();
    name.split(['-', '_']).map(capitalized).collect()
}

fn write_group(yaml: &mut String, group: &str) -> fmt::Result {
    writeln!(yaml, "  {group}Permission:")?;
    writeln!(yaml, "    Type: AWS::Lambda::Permission")?;
    writeln!(yaml, "    Properties:")?;
    writeln!(yaml, "      Action: lambda:InvokeFunction")?;
    writeln!(yaml, "      FunctionName: !Ref {group}Function")?;
    writeln!(yaml, "      Principal: apigateway.amazonaws.com")?;
    writeln!(yaml, "      SourceArn: !Sub")?;
    writeln!(yaml, "        - 'arn:${{AWS::Partition}}:execute-api:${{AWS::Region}}:${{AWS::AccountId}}:${{Api}}/*'")?;
    writeln!(yaml, "        - {{ Api: !If [IsHttp, !Ref HttpApi, !Ref RestApi] }}")?;
    writeln!(yaml, "  {group}Integration:")?;
    writeln!(yaml, "    Type: AWS::ApiGatewayV2::Integration")?;
    writeln!(yaml, "    Condition: IsHttp")?;
    writeln!(yaml, "    Properties:")?;
    writeln!(yaml, "      ApiId: !Ref HttpApi")?;
    writeln!(yaml, "      IntegrationType: AWS_PROXY")?;
    writeln!(yaml, "      IntegrationUri: !Ref {group}Function")?;
    writeln!(yaml, "      PayloadFormatVersion: '2.0'")
}

/// A stage names limits only of routes that are there, hence `DependsOn`.
fn write_http_limits(yaml: &mut String, routes: &[Route]) -> fmt::Result {
    let (rate, burst) = USUAL;
    writeln!(yaml, "      DefaultRouteSettings: {{ ThrottlingRateLimit: {rate}, ThrottlingBurstLimit: {burst} }}")?;
    writeln!(yaml, "      RouteSettings:")?;
    let tighter = tighter();
    let mut limited = Vec::new();
    for route in routes {
        if let Some((rate, burst)) = tighter.get(route.key().as_str()) {
            writeln!(yaml, "        '{}': {{ ThrottlingRateLimit: {rate}, ThrottlingBurstLimit: {burst} }}", route.key())?;
            limited.push(format!("{}Route", route.name));
        }
    }
    writeln!(yaml, "    DependsOn: [{}]", limited.join(", "))
}

fn write_rest(yaml: &mut String, routes: &[Route]) -> fmt::Result {
    let mut paths = String::new();
    let mut last = "";
    for route in routes {
        if route.path != last {
            writeln!(paths, "          '{}':", route.path)?;
            last = &route.path;
        }
        writeln!(paths, "            {}:", route.method.to_lowercase())?;
        let parameters: Vec<_> = route.path.split('/').filter_map(|part| part.strip_prefix('{')?.strip_suffix('}')).collect();
        if !parameters.is_empty() {
            writeln!(paths, "              parameters:")?;
            for name in parameters {
                writeln!(paths, "                - {{ name: {name}, in: path, required: true, schema: {{ type: string }} }}")?;
            }
        }
        writeln!(paths, "              responses: {{ default: {{ description: What the function answers }} }}")?;
        writeln!(paths, "              x-amazon-apigateway-integration:")?;
        writeln!(paths, "                type: aws_proxy")?;
        writeln!(paths, "                httpMethod: POST")?;
        let group = &route.group;
        writeln!(
            paths,
            "                uri: !Sub 'arn:${{AWS::Partition}}:apigateway:${{AWS::Region}}:lambda:path/2015-03-31/functions/${{{group}Function}}/invocations'"
        )?;
    }
    *yaml += REST_API;
    *yaml += &paths;
    // A deployment is a picture of the API: another API needs another one, and so another name.
    let digest = ring::digest::digest(&ring::digest::SHA256, paths.as_bytes());
    let version = data_encoding::HEXUPPER.encode(&digest.as_ref()[..5]);
    *yaml += &REST_STAGE.replace("{version}", &version);
    let (rate, burst) = USUAL;
    writeln!(yaml, "        - {{ HttpMethod: '*', ResourcePath: '/*', ThrottlingRateLimit: {rate}, ThrottlingBurstLimit: {burst} }}")?;
    let tighter = tighter();
    for route in routes {
        if let Some((rate, burst)) = tighter.get(route.key().as_str()) {
            let path = route.path.replace('/', "~1");
            let method = &route.method;
            writeln!(
                yaml,
                "        - {{ HttpMethod: {method}, ResourcePath: '/{path}', ThrottlingRateLimit: {rate}, ThrottlingBurstLimit: {burst} }}"
            )?;
        }
    }
    Ok(())
}

const HEAD: &str = "\
# The API in front of the functions, in one of two flavours: every route by its method and path, and what a flood may cost.
# Made by `make openapi` from the routes of the code and infra/local/src/gateway.rs; a change by hand is lost.
AWSTemplateFormatVersion: '2010-09-09'
Description: Trajectory, the API in front of its functions

Parameters:
  Flavour:
    Description: An HTTP API, or a REST API for emulators that know no other.
    Type: String
    AllowedValues: [http, rest]
  FixedId:
    Description: Id that an emulator gives the API; empty for one that it makes up. AWS always makes one up.
    Type: String
    Default: ''
  LogGroup: { Type: String, Description: ARN of the access log }
";

const CONDITIONS: &str = "
Conditions:
  IsHttp: !Equals [!Ref Flavour, http]
  IsRest: !Equals [!Ref Flavour, rest]
  HasFixedId: !Not [!Equals [!Ref FixedId, '']]

Resources:

  # -------------------------------------------------------------- Functions
";

const HTTP_API: &str = "
  # -------------------------------------------------------------- HTTP API

  HttpApi:
    Type: AWS::ApiGatewayV2::Api
    Condition: IsHttp
    Properties:
      Name: !Ref AWS::StackName
      ProtocolType: HTTP
      # LocalStack reads the first name, MiniStack the second.
      Tags: !If [HasFixedId, { _custom_id_: !Ref FixedId, ms-custom-id: !Ref FixedId }, !Ref AWS::NoValue]
  HttpStage:
    Type: AWS::ApiGatewayV2::Stage
    Condition: IsHttp
    Properties:
      ApiId: !Ref HttpApi
      StageName: $default
      AutoDeploy: true
      AccessLogSettings:
        DestinationArn: !Ref LogGroup
        # No address of a person or a record.
        Format: >-
          {\"request_id\":\"$context.requestId\",\"route\":\"$context.routeKey\",\"status\":\"$context.status\",
          \"milliseconds\":\"$context.responseLatency\",\"function_milliseconds\":\"$context.integrationLatency\",
          \"error\":\"$context.integrationErrorMessage\"}
      # Requests per second of each route, of all callers together: a bound on what a flood can cost.
";

const REST_API: &str = "
  # -------------------------------------------------------------- REST API
  #
  # It keeps no access log: that would need a role of the whole account.

  RestApi:
    Type: AWS::ApiGateway::RestApi
    Condition: IsRest
    Properties:
      Name: !Ref AWS::StackName
      EndpointConfiguration: { Types: [REGIONAL] }
      Tags: !If
        - HasFixedId
        - [{ Key: _custom_id_, Value: !Ref FixedId }, { Key: ms-custom-id, Value: !Ref FixedId }]
        - !Ref AWS::NoValue
      Body:
        openapi: 3.0.1
        info: { title: !Ref AWS::StackName, version: '1' }
        paths:
";

const REST_STAGE: &str = "  RestDeployment{version}:
    Type: AWS::ApiGateway::Deployment
    Condition: IsRest
    Properties: { RestApiId: !Ref RestApi }
  RestStage:
    Type: AWS::ApiGateway::Stage
    Condition: IsRest
    Properties:
      RestApiId: !Ref RestApi
      DeploymentId: !Ref RestDeployment{version}
      StageName: live
      MethodSettings:
";

const OUTPUTS: &str = "
Outputs:
  ApiId: { Value: !If [IsHttp, !Ref HttpApi, !Ref RestApi] }
  Host:
    Value: !Sub
      - '${Api}.execute-api.${AWS::Region}.${AWS::URLSuffix}'
      - { Api: !If [IsHttp, !Ref HttpApi, !Ref RestApi] }
  # What stands before each path: the stage, unless it is the one without a name.
  Path: { Value: !If [IsHttp, '', /live] }
";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_snapshot_is_current() {
        let snapshot = include_str!("../../api.yaml");
        assert!(template().unwrap() == snapshot, "the routes have changed: run `make openapi` and look at the difference");
    }

    #[test]
    fn every_route_with_a_limit_of_its_own_is_a_route() {
        let document: Value = serde_json::from_str(&openapi::document().unwrap()).unwrap();
        let routes: BTreeSet<_> = routes(&document).unwrap().iter().map(Route::key).collect();
        for route in tighter().keys() {
            assert!(routes.contains(*route), "{route} is no route");
        }
        assert_eq!(tighter().len(), TIGHTER.len());
    }
}
