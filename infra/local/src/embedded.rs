//! The embedded servers: DynamoDB on a SQLite file, S3 on a folder. Both listen on loopback ports of their own.

use axum::http::{HeaderValue, Method};
use axum::response::IntoResponse as _;
use dynoxide::Database;
use mailer::Folder;
use s3s::auth::SimpleAuth;
use s3s::service::S3ServiceBuilder;
use s3s_fs::FileSystem;
use std::fmt::Display;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;
use tokio::sync::watch;
use tokio::task::JoinHandle;
use tower_http::cors::{Any, CorsLayer};
use trajectory::base64;
use trajectory::files::Files;
use trajectory::state::{Random as _, SystemRandom};
use trajectory::store::{Endpoint, create_table};

use crate::{TABLE, bind};

/// Name of the bucket for attachments.
pub const BUCKET: &str = "attachments";
/// Whose secret signs addresses of files.
const KEY: &str = "local";
/// How often items past their time are removed; DynamoDB itself takes up to days.
const SWEEP: Duration = Duration::from_secs(5);

/// The running servers.
pub struct Embedded {
    /// Where the table is.
    pub endpoint: Endpoint,
    /// The same as an address, such as `http://127.0.0.1:40122`.
    pub table_url: String,
    /// The bucket.
    pub files: Files,
    /// Where letters are delivered to.
    pub letters: Folder,
    /// What signs requests to the file server; known to this process and whom it tells.
    pub files_secret: String,
    /// Origin of the file server, such as `http://127.0.0.1:40123`.
    pub files_origin: String,
    stop: watch::Sender<()>,
    running: Vec<JoinHandle<()>>,
}

fn other(doing: &str, cause: impl Display) -> io::Error {
    io::Error::other(format!("{doing}: {cause}"))
}

impl Embedded {
    /// Starts the servers on a folder, which keeps everything.
    ///
    /// `page_origin` is the only origin whose pages may speak to the file server.
    ///
    /// # Errors
    /// The folder cannot be written, or no port can be had.
    pub async fn on_folder(folder: &Path, page_origin: &str) -> io::Result<Self> {
        let file = folder.join("table.sqlite");
        let path = file.to_str().ok_or_else(|| other("opening the table", "the folder's name is not valid text"))?;
        let database = Database::new(path).map_err(|error| other("opening the table", error))?;
        let mut embedded = Self::start(database.clone(), &folder.join("files"), folder.join("mail"), page_origin).await?;
        embedded.running.push(tokio::spawn(sweep_expired(database, embedded.stop.subscribe())));
        Ok(embedded)
    }

    /// Starts the servers with a table in memory, for tests; the files go to the folder.
    ///
    /// Nothing is removed by time here: the table goes by the machine's clock and the tests by their own,
    /// so what a test has just written could be past its time already.
    ///
    /// # Errors
    /// The folder cannot be written, or no port can be had.
    pub async fn in_memory(files: &Path) -> io::Result<Self> {
        let database = Database::memory().map_err(|error| other("opening the table", error))?;
        Self::start(database, files, files.join(".mail"), "http://127.0.0.1").await
    }

    async fn start(database: Database, files: &Path, letters: PathBuf, page_origin: &str) -> io::Result<Self> {
        let (stop, stopped) = watch::channel(());
        let (table_url, table) = serve_table(database, stopped.clone()).await?;
        let (files_origin, secret, bucket) = serve_files(files, page_origin, stopped).await?;
        let files = files_at(&files_origin, &secret);
        let endpoint = Endpoint::loopback(table_url.clone());
        create_table(&endpoint, TABLE).await.map_err(|error| other("making the table", error))?;
        let letters = Folder::new(letters);
        Ok(Self { endpoint, table_url, files, letters, files_origin, files_secret: secret, stop, running: vec![table, bucket] })
    }

    /// The bucket by way of another address of this machine, behind which the same server is.
    #[must_use]
    pub fn files_through(&self, origin: &str) -> Files {
        files_at(origin, &self.files_secret)
    }

    /// Stops the servers once they have answered what they were asked.
    pub async fn stop(self) {
        drop(self.stop);
        for server in self.running {
            // A server that panicked has stopped too.
            let _ended = tokio::time::timeout(Duration::from_secs(2), server).await;
        }
    }
}

fn files_at(origin: &str, secret: &str) -> Files {
    Files::new(&Endpoint::loopback_as(origin.to_owned(), KEY, secret), BUCKET.to_owned())
}

async fn serve_table(database: Database, mut stopped: watch::Receiver<()>) -> io::Result<(String, JoinHandle<()>)> {
    let listener = bind(0).await?;
    let url = format!("http://{}", listener.local_addr()?);
    let server = tokio::spawn(async move {
        let until = async move {
            let _gone = stopped.changed().await;
        };
        if let Err(error) = dynoxide::server::serve_with_shutdown(listener, database, until).await {
            tracing::error!(error, "the embedded DynamoDB stopped");
        }
    });
    Ok((url, server))
}

/// Answers the server's origin and the secret that signs addresses for it.
async fn serve_files(folder: &Path, page_origin: &str, mut stopped: watch::Receiver<()>) -> io::Result<(String, String, JoinHandle<()>)> {
    std::fs::create_dir_all(folder.join(BUCKET))?;
    let listener = bind(0).await?;
    let origin = format!("http://{}", listener.local_addr()?);
    let mut service = S3ServiceBuilder::new(FileSystem::new(folder).map_err(|error| other("opening the files", format!("{error:?}")))?);
    // Known to this process alone, so that nothing but our own presigned addresses is let in.
    let mut secret = [0; 32];
    SystemRandom.fill(&mut secret);
    let secret = base64::encode(secret);
    service.set_auth(SimpleAuth::from_single(KEY, secret.clone()));
    let page = HeaderValue::from_str(page_origin).map_err(|error| other("the page's origin", error))?;
    let cors = CorsLayer::new().allow_origin(page).allow_methods([Method::GET, Method::PUT]).allow_headers(Any);
    let app = axum::Router::new()
        .fallback_service(axum::error_handling::HandleError::new(service.build(), refuse))
        .layer(axum::middleware::from_fn(to_its_end))
        .layer(cors);
    let server = tokio::spawn(async move {
        let until = async move {
            let _gone = stopped.changed().await;
        };
        let listener = axum::serve::ListenerExt::tap_io(listener, |socket| {
            // Small answers must not wait for the peer's acknowledgement.
            let _unsupported = socket.set_nodelay(true);
        });
        if let Err(error) = axum::serve(listener, app).with_graceful_shutdown(until).await {
            tracing::error!(%error, "the embedded S3 stopped");
        }
    });
    Ok((origin, secret, server))
}

/// A request that has come whole is carried out even if its caller has gone. As in S3, an object is then never half replaced:
/// its contents and their checksums are two files here.
async fn to_its_end(request: axum::extract::Request, next: axum::middleware::Next) -> axum::response::Response {
    match tokio::spawn(next.run(request)).await {
        Ok(answer) => answer,
        Err(_panicked) => axum::http::StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

async fn refuse(error: s3s::HttpError) -> (axum::http::StatusCode, String) {
    (axum::http::StatusCode::INTERNAL_SERVER_ERROR, format!("{error:?}"))
}

async fn sweep_expired(database: Database, mut stopped: watch::Receiver<()>) {
    while tokio::time::timeout(SWEEP, stopped.changed()).await.is_err() {
        let database = database.clone();
        let swept = tokio::task::spawn_blocking(move || database.sweep_ttl()).await;
        if let Ok(Err(error)) = swept {
            tracing::warn!(%error, "items past their time could not be removed");
        }
    }
}
