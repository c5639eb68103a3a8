//! The group as a Lambda function.
#[tokio::main]
async fn main() -> Result<(), lambda_http::Error> {
    trajectory::lambda::run_with_files(transfer::routes()).await
}
