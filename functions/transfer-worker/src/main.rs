//! The worker as a Lambda function.
#[tokio::main]
async fn main() -> Result<(), lambda_runtime::Error> {
    transfer_worker::run().await
}
