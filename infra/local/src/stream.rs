//! The table's stream, read from where it was left.

use aws_sdk_dynamodbstreams::Client;
use aws_sdk_dynamodbstreams::config::{BehaviorVersion, Credentials, Region};
use aws_sdk_dynamodbstreams::error::{DisplayErrorContext, SdkError};
use aws_sdk_dynamodbstreams::types::{OperationType, Record, ShardIteratorType};
use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::io;
use std::path::PathBuf;
use trajectory::sweep::{Change, What};

use crate::TABLE;

/// Changes that are read at once.
const BATCH: i32 = 100;

/// Reads the stream, in memory of how far it has come or with a file that remembers it.
pub struct Stream {
    client: Client,
    arn: Option<String>,
    /// The last change that was worked off, by shard.
    positions: BTreeMap<String, String>,
    file: Option<PathBuf>,
}

/// A change and its place in the stream.
pub struct Told {
    /// The change.
    pub change: Change,
    shard: String,
    sequence: String,
}

impl Stream {
    /// The stream of the table at this address, from its beginning.
    #[must_use]
    pub fn at(table_url: &str) -> Self {
        let config = aws_sdk_dynamodbstreams::Config::builder()
            .behavior_version(BehaviorVersion::v2026_01_12())
            .region(Region::new("local"))
            .credentials_provider(Credentials::new("local", "local", None, None, "loopback"))
            .http_client(aws_smithy_http_client::Builder::new().build_http())
            .endpoint_url(table_url)
            .build();
        Self { client: Client::from_conf(config), arn: None, positions: BTreeMap::new(), file: None }
    }

    /// The same from where the file says, which is kept up to date.
    ///
    /// # Errors
    /// The file is there and cannot be read.
    pub fn remembered_in(self, file: PathBuf) -> io::Result<Self> {
        let positions = match fs::read_to_string(&file) {
            Ok(text) => serde_json::from_str(&text)?,
            Err(error) if error.kind() == io::ErrorKind::NotFound => BTreeMap::new(),
            Err(error) => return Err(error),
        };
        Ok(Self { positions, file: Some(file), ..self })
    }

    /// The next changes, in the order in which they happened. Until they are [marked](Self::mark) they are told again.
    ///
    /// # Errors
    /// The stream did not answer.
    pub async fn next(&mut self) -> io::Result<Vec<Told>> {
        let arn = match &self.arn {
            Some(arn) => arn.clone(),
            None => self.arn.insert(self.find().await?).clone(),
        };
        let described = self.client.describe_stream().stream_arn(&arn).send().await.map_err(failed)?;
        let shards = described.stream_description.and_then(|stream| stream.shards).unwrap_or_default();
        let mut told = Vec::new();
        for shard in shards.into_iter().filter_map(|shard| shard.shard_id) {
            let request = self.client.get_shard_iterator().stream_arn(&arn).shard_id(&shard);
            let request = match self.positions.get(&shard) {
                Some(last) => request.shard_iterator_type(ShardIteratorType::AfterSequenceNumber).sequence_number(last),
                None => request.shard_iterator_type(ShardIteratorType::TrimHorizon),
            };
            let iterator = request.send().await.map_err(failed)?.shard_iterator;
            let request = self.client.get_records().set_shard_iterator(iterator).limit(BATCH);
            let records = request.send().await.map_err(failed)?.records.unwrap_or_default();
            told.extend(records.iter().filter_map(|record| read(record, &shard)));
        }
        Ok(told)
    }

    /// Notes that all up to this change is worked off.
    pub fn mark(&mut self, told: &Told) {
        self.positions.insert(told.shard.clone(), told.sequence.clone());
    }

    /// Writes what is noted to the file, whole or not at all.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn keep(&self) -> io::Result<()> {
        let Some(file) = &self.file else { return Ok(()) };
        let next = file.with_extension("next");
        fs::write(&next, serde_json::to_string(&self.positions)?)?;
        fs::rename(next, file)
    }

    async fn find(&self) -> io::Result<String> {
        let streams = self.client.list_streams().table_name(TABLE).send().await.map_err(failed)?.streams.unwrap_or_default();
        streams.into_iter().find_map(|stream| stream.stream_arn).ok_or_else(|| io::Error::other("the table has no stream"))
    }
}

fn failed<E: Error + Send + Sync + 'static, R: std::fmt::Debug + Send + Sync + 'static>(error: SdkError<E, R>) -> io::Error {
    io::Error::other(DisplayErrorContext(error).to_string())
}

fn read(record: &Record, shard: &str) -> Option<Told> {
    let keyed = record.dynamodb.as_ref()?;
    let part = |name: &str| keyed.keys.as_ref()?.get(name)?.as_s().ok().cloned();
    let what = match record.event_name.as_ref()? {
        OperationType::Insert => What::Inserted,
        OperationType::Modify => What::Modified,
        OperationType::Remove => What::Removed,
        _ => return None,
    };
    let change = Change { pk: part("pk")?, sk: part("sk")?, what };
    Some(Told { change, shard: shard.to_owned(), sequence: keyed.sequence_number.clone()? })
}
