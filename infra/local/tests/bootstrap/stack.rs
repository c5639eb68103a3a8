//! What functions work with: the embedded table and bucket, and a way to the table that can be cut.

use serde_json::json;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use tempfile::TempDir;
use tokio::io::copy_bidirectional;
use tokio::net::TcpStream;
use tokio::sync::watch;
use trajectory_local::embedded::{BUCKET, Embedded};
use trajectory_local::{TABLE, bind};

use crate::events::{Caller, DOOR, Request};
use crate::lambda::Function;

pub(crate) const PASSWORD: &str = "brisk otter lamp";

pub(crate) struct Stack {
    embedded: Embedded,
    pub(crate) way: Way,
    _files: TempDir,
}

impl Stack {
    pub(crate) async fn start() -> Self {
        let files = TempDir::new().unwrap();
        let embedded = Embedded::in_memory(files.path()).await.unwrap();
        let way = Way::to(&embedded.table_url).await;
        Self { embedded, way, _files: files }
    }

    pub(crate) async fn function(&self, name: &str) -> Function {
        let settings = [
            ("AWS_REGION", "local".to_owned()),
            ("AWS_ACCESS_KEY_ID", "local".to_owned()),
            ("AWS_SECRET_ACCESS_KEY", self.embedded.files_secret.clone()),
            ("AWS_ENDPOINT_URL", self.way.url.clone()),
            ("AWS_ENDPOINT_URL_S3", self.embedded.files_origin.clone()),
            ("TRAJECTORY_TABLE", TABLE.to_owned()),
            ("TRAJECTORY_FILES_BUCKET", BUCKET.to_owned()),
            ("TRAJECTORY_DOOR_SECRET", DOOR.to_owned()),
            ("TRAJECTORY_PUBLIC_ORIGIN", "https://health.example.org".to_owned()),
            ("TRAJECTORY_MAIL_FROM", "Trajectory <no-reply@example.org>".to_owned()),
        ];
        Function::start(name, &settings).await
    }
}

/// A new account's access token.
pub(crate) async fn sign_up(auth: &Function, email: &str) -> String {
    let account = json!({ "email": email, "password": PASSWORD, "name": "Ana", "session": "token" });
    let signed_in = Request::new("POST", "/api/auth/register").json(&account).send(auth, Caller::HttpApi).await.expect(201);
    signed_in["access_token"].as_str().unwrap().to_owned()
}

/// A way to a server, which can be cut or go silent as a network does.
pub(crate) struct Way {
    pub(crate) url: String,
    cut: watch::Sender<()>,
    silent: Arc<AtomicBool>,
}

impl Way {
    async fn to(url: &str) -> Self {
        let target = url.trim_start_matches("http://").to_owned();
        let listener = bind(0).await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let (cut, cuts) = watch::channel(());
        let silent = Arc::new(AtomicBool::new(false));
        let is_silent = silent.clone();
        tokio::spawn(async move {
            while let Ok((mut near, _)) = listener.accept().await {
                let (mut cuts, target, silent) = (cuts.clone(), target.clone(), is_silent.clone());
                cuts.mark_unchanged();
                tokio::spawn(async move {
                    if silent.load(Ordering::Relaxed) {
                        return std::future::pending::<()>().await;
                    }
                    let mut far = TcpStream::connect(target).await.unwrap();
                    tokio::select! {
                        _ended = copy_bidirectional(&mut near, &mut far) => {}
                        _cut = cuts.changed() => {}
                    }
                });
            }
        });
        Self { url, cut, silent }
    }

    /// Ends all connections that there are.
    pub(crate) fn cut(&self) {
        self.cut.send_replace(());
    }

    /// Whether new connections are taken and never answered.
    pub(crate) fn set_silent(&self, silent: bool) {
        self.silent.store(silent, Ordering::Relaxed);
    }
}
