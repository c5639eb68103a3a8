//! Requests as the events that Lambda is called with, and answers as what is made of them.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Map, Value, json};

use crate::lambda::Function;

/// Who calls the function.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Caller {
    /// An HTTP API: payload format 2.0.
    HttpApi,
    /// A REST API: payload format 1.0, behind a stage with a name.
    RestApi,
    /// A function URL: format 2.0 without routes.
    FunctionUrl,
}

pub(crate) const CALLERS: [Caller; 3] = [Caller::HttpApi, Caller::RestApi, Caller::FunctionUrl];

/// What CloudFront shows the API.
pub(crate) const DOOR: &str = "the secret of the door";

#[derive(Debug, Clone)]
pub(crate) struct Request {
    method: &'static str,
    path: String,
    query: Vec<(&'static str, &'static str)>,
    headers: Vec<(&'static str, String)>,
    cookies: Vec<String>,
    body: Body,
}

#[derive(Debug, Clone)]
enum Body {
    None,
    Text(String),
    Bytes(Vec<u8>),
}

impl Request {
    pub(crate) fn new(method: &'static str, path: impl Into<String>) -> Self {
        let headers = vec![
            ("host", "abcdef0123.execute-api.eu-central-1.amazonaws.com".to_owned()),
            ("x-trajectory-door", DOOR.to_owned()),
            ("cloudfront-viewer-address", "198.51.100.7:40000".to_owned()),
        ];
        Self { method, path: path.into(), query: Vec::new(), headers, cookies: Vec::new(), body: Body::None }
    }

    /// Sets a header, in the place of one that is there.
    pub(crate) fn header(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.retain(|(other, _)| *other != name);
        self.headers.push((name, value.into()));
        self
    }

    pub(crate) fn token(self, token: &str) -> Self {
        self.header("authorization", format!("Bearer {token}"))
    }

    pub(crate) fn query(mut self, name: &'static str, value: &'static str) -> Self {
        self.query.push((name, value));
        self
    }

    pub(crate) fn cookie(mut self, cookie: &str) -> Self {
        self.cookies.push(cookie.to_owned());
        self
    }

    pub(crate) fn json(mut self, body: &Value) -> Self {
        self.body = Body::Text(body.to_string());
        self.header("content-type", "application/json")
    }

    /// A body that API Gateway takes for binary.
    pub(crate) fn bytes(mut self, body: impl Into<Vec<u8>>) -> Self {
        self.body = Body::Bytes(body.into());
        self.header("content-type", "application/json")
    }

    pub(crate) async fn send(self, function: &Function, caller: Caller) -> Answer {
        Answer::read(&function.invoke(&self.event(caller)).await.answer(), caller)
    }

    pub(crate) fn event(&self, caller: Caller) -> Value {
        match caller {
            Caller::HttpApi => self.second_format(&format!("{} {}", self.method, self.path)),
            Caller::FunctionUrl => self.second_format("$default"),
            Caller::RestApi => self.first_format(),
        }
    }

    fn second_format(&self, route: &str) -> Value {
        let (body, in_base64) = self.body();
        let query: Vec<_> = self.query.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let mut event = json!({
            "version": "2.0", "routeKey": route, "rawPath": self.path, "rawQueryString": query.join("&"),
            "headers": self.headers.iter().map(|(name, value)| ((*name).to_owned(), json!(value))).collect::<Map<_, _>>(),
            "requestContext": {
                "accountId": "000000000000", "apiId": "abcdef0123", "domainName": "abcdef0123.example", "domainPrefix": "abcdef0123",
                "http": { "method": self.method, "path": self.path, "protocol": "HTTP/1.1", "sourceIp": "192.0.2.1", "userAgent": "test" },
                "requestId": "JKJaXmPLvHcESHA=", "routeKey": route, "stage": "$default",
                "time": "01/Mar/2026:12:00:00 +0000", "timeEpoch": 1_772_366_400_000_u64
            },
            "body": body, "isBase64Encoded": in_base64
        });
        if !self.cookies.is_empty() {
            event["cookies"] = json!(self.cookies);
        }
        event
    }

    fn first_format(&self) -> Value {
        let (body, in_base64) = self.body();
        let mut headers = self.headers.clone();
        if !self.cookies.is_empty() {
            headers.push(("cookie", self.cookies.join("; ")));
        }
        let (headers, all_headers) = once_and_many(&headers);
        let (query, all_query) = once_and_many(&self.query);
        json!({
            "resource": self.path, "path": self.path, "httpMethod": self.method,
            "headers": headers, "multiValueHeaders": all_headers,
            "queryStringParameters": query, "multiValueQueryStringParameters": all_query,
            "pathParameters": null, "stageVariables": null,
            "requestContext": {
                "accountId": "000000000000", "apiId": "abcdef0123", "resourceId": "123456", "resourcePath": self.path,
                "httpMethod": self.method, "path": format!("/live{}", self.path), "protocol": "HTTP/1.1", "stage": "live",
                "requestId": "c6af9ac6-7b61-11e6-9a41-93e8deadbeef", "identity": { "sourceIp": "192.0.2.1", "userAgent": "test" },
                "requestTimeEpoch": 1_772_366_400_000_u64
            },
            "body": body, "isBase64Encoded": in_base64
        })
    }

    fn body(&self) -> (Value, bool) {
        match &self.body {
            Body::None => (Value::Null, false),
            Body::Text(text) => (json!(text), false),
            Body::Bytes(bytes) => (json!(STANDARD.encode(bytes)), true),
        }
    }
}

/// The last value of each name, and all of them; nothing where there is none.
fn once_and_many(pairs: &[(&'static str, impl AsRef<str>)]) -> (Value, Value) {
    let (mut once, mut many) = (Map::new(), Map::new());
    for (name, value) in pairs {
        let value = json!(value.as_ref());
        once.insert((*name).to_owned(), value.clone());
        many.entry(*name).or_insert_with(|| json!([])).as_array_mut().unwrap().push(value);
    }
    if pairs.is_empty() { (Value::Null, Value::Null) } else { (once.into(), many.into()) }
}

/// What the caller makes of a function's answer.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u64,
    pub(crate) headers: Map<String, Value>,
    pub(crate) cookies: Vec<String>,
    pub(crate) body: Value,
}

impl Answer {
    fn read(answer: &Value, caller: Caller) -> Self {
        let object = |name: &str| answer[name].as_object().cloned().unwrap_or_default();
        let mut headers = object("headers");
        for (name, values) in object("multiValueHeaders") {
            headers.entry(name).or_insert_with(|| values[0].clone());
        }
        let cookies = match caller {
            Caller::RestApi => &answer["multiValueHeaders"]["set-cookie"],
            Caller::HttpApi | Caller::FunctionUrl => &answer["cookies"],
        };
        let cookies = cookies.as_array().into_iter().flatten().map(|cookie| cookie.as_str().unwrap().to_owned()).collect();
        assert_eq!(answer["isBase64Encoded"], false, "answers are text");
        let body = answer["body"].as_str().filter(|body| !body.is_empty()).map_or(Value::Null, |body| serde_json::from_str(body).unwrap());
        Self { status: answer["statusCode"].as_u64().unwrap(), headers, cookies, body }
    }

    #[track_caller]
    pub(crate) fn expect(self, status: u64) -> Value {
        assert_eq!(self.status, status, "{}", self.body);
        self.body
    }

    /// The code of the error.
    #[track_caller]
    pub(crate) fn refused(self, status: u64) -> String {
        self.expect(status)["code"].as_str().unwrap().to_owned()
    }
}
