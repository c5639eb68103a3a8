//! The shape of the table (which `template.yaml` declares for the cloud).

use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::types::{
    AttributeDefinition, BillingMode, GlobalSecondaryIndex, KeySchemaElement, KeyType, LocalSecondaryIndex, Projection, ProjectionType,
    ScalarAttributeType, StreamSpecification, StreamViewType, TimeToLiveSpecification,
};

use super::Index;
use crate::error::{Context as _, Result};
use crate::sdk::{Endpoint, told};

/// Makes the table where there is none yet. For the local stack and tests; the cloud's is made by the template.
///
/// # Errors
/// The server did not answer, or refused.
pub async fn create_table(endpoint: &Endpoint, table: &str) -> Result<()> {
    let client = Client::new(&endpoint.sdk_config());
    let known = client.list_tables().send().await.map_err(told).context("listing tables")?;
    if known.table_names().iter().any(|name| name == table) {
        return Ok(());
    }
    let mut request = client
        .create_table()
        .table_name(table)
        .billing_mode(BillingMode::PayPerRequest)
        .stream_specification(
            StreamSpecification::builder().stream_enabled(true).stream_view_type(StreamViewType::KeysOnly).build().context("stream")?,
        )
        .set_key_schema(Some(key_schema("pk", "sk")?))
        .global_secondary_indexes(
            GlobalSecondaryIndex::builder()
                .index_name("directory")
                .set_key_schema(Some(key_schema("dir_pk", "dir_sk")?))
                .projection(all())
                .build()
                .context("directory index")?,
        );
    for attribute in ["pk", "sk", "date_sk", "child_sk", "open_sk", "dir_pk", "dir_sk"] {
        let definition = AttributeDefinition::builder().attribute_name(attribute).attribute_type(ScalarAttributeType::S).build();
        request = request.attribute_definitions(definition.context("attribute")?);
    }
    for index in [Index::ByDate, Index::ByChild, Index::Open] {
        request = request.local_secondary_indexes(
            LocalSecondaryIndex::builder()
                .index_name(index.name().context("a local index has a name")?)
                .set_key_schema(Some(key_schema("pk", index.attribute())?))
                .projection(all())
                .build()
                .context("local index")?,
        );
    }
    request.send().await.map_err(told).context("creating the table")?;
    let ttl = TimeToLiveSpecification::builder().enabled(true).attribute_name("expires_at").build().context("ttl")?;
    let request = client.update_time_to_live().table_name(table).time_to_live_specification(ttl);
    request.send().await.map_err(told).context("setting the time to live")?;
    Ok(())
}

fn all() -> Projection {
    Projection::builder().projection_type(ProjectionType::All).build()
}

fn key_schema(hash: &str, range: &str) -> Result<Vec<KeySchemaElement>> {
    [(hash, KeyType::Hash), (range, KeyType::Range)]
        .into_iter()
        .map(|(name, kind)| KeySchemaElement::builder().attribute_name(name).key_type(kind).build().context("key schema"))
        .collect()
}
