//! The worker as a Lambda function.

use lambda_runtime::{Error, LambdaEvent, service_fn};
use mailer::{Event, Mailer, Ses, Transport};
use std::sync::Arc;
use trajectory::config::Environment;
use trajectory::lambda::log_to_the_cloud;
use trajectory::state::SystemClock;
use trajectory::store::{Endpoint, Store};

#[tokio::main]
async fn main() -> Result<(), Error> {
    log_to_the_cloud();
    let environment = Environment::of_process();
    let table = Endpoint::from_environment(&environment)?;
    let store = Store::new(&table, environment.need("TRAJECTORY_TABLE")?);
    let origin = environment.need("TRAJECTORY_PUBLIC_ORIGIN")?;
    let transport = Transport::Ses(Ses::from_environment(&table, &environment)?);
    let mailer = &Mailer::new(store, Arc::new(SystemClock), origin, transport);
    let work = |event: LambdaEvent<Event>| async move { Ok::<(), Error>(mailer.observed(event.payload).await?) };
    lambda_runtime::run(service_fn(work)).await
}
