//! `trajectory-dynamodb -port 8000`: the embedded DynamoDB alone, in memory, called as DynamoDB Local is and with its
//! manners: an emulator that would start DynamoDB Local from a JAR starts this instead.
//!
//! DynamoDB Local names the region `ddblocal`, and its places in a stream begin with an ARN; emulators build on both.

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{Request, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use dynoxide::Database;
use http_body_util::{BodyExt as _, Full};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use std::error::Error;
use std::io::{self, Write as _};
use std::process::ExitCode;
use trajectory_local::bind;

const OURS: &str = ":dynamodb:dynoxide:";
const LOCALS: &str = ":dynamodb:ddblocal:";
/// What a place in a stream begins with.
const PLACE: &str = "arn:aws:dynamodb:ddblocal:000000000000:place/";

/// The server behind this one.
#[derive(Clone)]
struct Table {
    url: String,
    client: Client<HttpConnector, Full<Bytes>>,
}

#[tokio::main]
async fn main() -> ExitCode {
    match serve(std::env::args().collect()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            let _no_terminal = writeln!(io::stderr(), "trajectory-dynamodb: {problem}");
            ExitCode::FAILURE
        }
    }
}

/// All arguments but the port are for a Java machine.
async fn serve(arguments: Vec<String>) -> Result<(), Box<dyn Error>> {
    let after = arguments.iter().skip_while(|argument| *argument != "-port").nth(1);
    let port = after.and_then(|port| port.parse().ok()).ok_or("say the port with -port")?;
    let (table, front) = (bind(0).await?, bind(port).await?);
    let url = format!("http://{}/", table.local_addr()?);
    let database = Database::memory()?;
    tokio::spawn(dynoxide::server::serve_with_shutdown(table, database, std::future::pending()));
    let client = Client::builder(TokioExecutor::new()).build_http();
    Ok(axum::serve(front, Router::new().fallback(pass).with_state(Table { url, client })).await?)
}

async fn pass(State(table): State<Table>, request: Request) -> Response {
    match passed(table, request).await {
        Ok(response) => response,
        Err(problem) => (StatusCode::BAD_GATEWAY, problem.to_string()).into_response(),
    }
}

async fn passed(table: Table, request: Request) -> Result<Response, Box<dyn Error + Send + Sync>> {
    let (mut head, body) = request.into_parts();
    let asked = String::from_utf8(body.collect().await?.to_bytes().into())?.replace(PLACE, "").replace(LOCALS, OURS);
    head.uri = table.url.parse()?;
    head.headers.remove(header::CONTENT_LENGTH);
    head.headers.remove(header::HOST);
    let (mut head, body) = table.client.request(Request::from_parts(head, Full::from(asked))).await?.into_parts();
    let told = String::from_utf8(body.collect().await?.to_bytes().into())?.replace(OURS, LOCALS);
    let told = told.replace("ShardIterator\":\"", &format!("ShardIterator\":\"{PLACE}"));
    head.headers.remove(header::CONTENT_LENGTH);
    // Of the bytes as they were.
    head.headers.remove("x-amz-crc32");
    Ok(Response::from_parts(head, Body::from(told)))
}
