"""Deploys Trajectory to AWS, brings it up to date, and takes it away: `make deploy`, `make destroy`.

It speaks to wherever the AWS tools would: AWS_PROFILE, AWS_REGION, AWS_ENDPOINT_URL. Whatever is wrong is said before
anything is built or changed, with the next step; a run that was cut short is repaired by the next one.
"""

import argparse
import mimetypes
import os
import pathlib
import re
import subprocess
import sys
import time
import tomllib

import boto3
import yaml
from botocore import exceptions

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
SAM = ROOT / ".tools/venv/bin/sam"
DIST = ROOT / "frontend/dist"
# Where an open page may still ask for files of the build before.
KEEP_OLD_FILES_FOR_DAYS = 30


class Problem(Exception):
    """What is wrong and what to do, in a sentence or two."""


# ---------------------------------------------------------------- Who and where


def problem_of_access(error):
    """Why AWS does not know us, in words."""
    again = "then run the same command again."
    if isinstance(error, exceptions.ProfileNotFound):
        return Problem(f"There is no AWS profile of that name: {error}. Set AWS_PROFILE to one of `aws configure list-profiles`, {again}")
    if isinstance(error, (exceptions.NoCredentialsError, exceptions.PartialCredentialsError)):
        return Problem(f"No AWS credentials were found. Sign in with `aws sso login`, or set AWS_PROFILE or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, {again}")
    if isinstance(error, exceptions.NoRegionError):
        return Problem("No region is set. Say which one: AWS_REGION=eu-central-1 make deploy")
    if isinstance(error, exceptions.TokenRetrievalError | exceptions.SSOTokenLoadError | exceptions.UnauthorizedSSOTokenError):
        return Problem(f"The AWS sign-in has run out. Sign in with `aws sso login`, {again}")
    if isinstance(error, exceptions.ClientError):
        code = error.response["Error"]["Code"]
        if code in ("ExpiredToken", "ExpiredTokenException", "RequestExpired"):
            return Problem(f"The AWS credentials have run out. Fetch new ones, {again}")
        if code in ("InvalidClientTokenId", "UnrecognizedClientException", "SignatureDoesNotMatch", "AuthFailure", "InvalidAccessKeyId"):
            return Problem(f"AWS does not accept these credentials ({code}). Check AWS_PROFILE, or the access key and its secret, {again}")
        if code in ("AccessDenied", "AccessDeniedException"):
            message = error.response["Error"]["Message"]
            return Problem(f"These credentials may not do what a deployment needs: {message} Use those of an administrator, {again}")
    if isinstance(error, (exceptions.EndpointConnectionError, exceptions.ConnectTimeoutError, exceptions.InvalidRegionError)):
        return Problem(f"AWS cannot be reached: {error}. Check the region and the network, {again}")
    return None


class Cloud:
    """The account and region that a deployment goes to."""

    def __init__(self, region):
        # The tools of AWS do not agree on the variable's name.
        self.session = boto3.Session(region_name=region or os.environ.get("AWS_REGION"))
        if not self.session.region_name:
            raise exceptions.NoRegionError
        self.region = self.session.region_name
        self.account = self.client("sts").get_caller_identity()["Account"]

    def client(self, service):
        return self.session.client(service)


# ---------------------------------------------------------------- Settings


def settings(environment, path=ROOT / "samconfig.toml"):
    """What samconfig.toml says of an environment."""
    try:
        parsed = tomllib.loads(path.read_text())
    except tomllib.TOMLDecodeError as error:
        raise Problem(f"{path.name} cannot be read: {error}. Mend that line.") from error
    names = [name for name in parsed if name != "version"]
    if environment not in names:
        raise Problem(f"samconfig.toml has no environment {environment}; it has {', '.join(names)}. Choose one with ENV=, or add it there.")
    return parsed[environment]["deploy"]["parameters"]


def overrides(found):
    """The parameters of the template that are set, as a dictionary."""
    given = found.get("parameter_overrides", "")
    parts = given if isinstance(given, list) else re.findall(r'[^\s"]+=(?:"[^"]*"|\S*)', given)
    return {name: value.strip('"') for name, value in (part.split("=", 1) for part in parts)}


class Loader(yaml.SafeLoader):
    """Reads the template's parameters; what CloudFormation computes is left aside."""


Loader.add_multi_constructor("!", lambda loader, suffix, node: None)


def check_parameters(given, template=ROOT / "template.yaml"):
    """Every parameter is one of the template's and within what it allows."""
    known = yaml.load(template.read_text(), Loader)["Parameters"]
    for name, value in given.items():
        if name not in known:
            raise Problem(f"The template has no parameter {name}; it has {', '.join(known)}. Mend parameter_overrides in samconfig.toml.")
        allowed = [str(one) for one in known[name].get("AllowedValues", [])]
        if allowed and value not in allowed:
            raise Problem(f"{name} is {value!r}, but must be one of {', '.join(allowed)}. Mend parameter_overrides in samconfig.toml.")
        pattern = known[name].get("AllowedPattern")
        if pattern and not re.search(pattern, value):
            raise Problem(f"{name} is {value!r}, but must be {known[name]['ConstraintDescription']}. Mend parameter_overrides in samconfig.toml.")
    if bool(given.get("DomainName")) != bool(given.get("CertificateArn")):
        raise Problem("DomainName and CertificateArn go together: a domain needs the certificate that proves it. Set both in samconfig.toml, or none.")


def check_mail(cloud, sender):
    """Whether letters can be sent from here; unconfirmed addresses are told, not refused."""
    if not sender:
        return
    if cloud.region not in cloud.session.get_available_regions("ses"):
        regions = ", ".join(sorted(cloud.session.get_available_regions("ses")))
        raise Problem(f"Amazon SES is not in {cloud.region}, so no letters can be sent from there. Deploy to one of {regions}, or leave MailFrom empty.")
    names = [sender, sender.split("@")[1]]
    found = cloud.client("ses").get_identity_verification_attributes(Identities=names)["VerificationAttributes"]
    if not any(one["VerificationStatus"] == "Success" for one in found.values()):
        print(f"Note: {sender} is not verified in Amazon SES in {cloud.region} yet, so letters wait in the outbox until it is:")
        print(f"  aws ses verify-email-identity --region {cloud.region} --email-address {sender}")


# ---------------------------------------------------------------- The stack


def state_of(cloud, stack):
    """The stack's state; nothing where there is none."""
    try:
        return cloud.client("cloudformation").describe_stacks(StackName=stack)["Stacks"][0]["StackStatus"]
    except exceptions.ClientError as error:
        if "does not exist" in error.response["Error"]["Message"]:
            return None
        raise


def make_ready(cloud, stack):
    """Brings the stack to where it can be deployed to, or says why it cannot."""
    state = state_of(cloud, stack)
    formation = cloud.client("cloudformation")
    if state == "REVIEW_IN_PROGRESS":
        return
    if state and state.endswith("_IN_PROGRESS"):
        raise Problem(f"{stack} is being changed at this moment ({state}). Wait until that has ended, then run the same command again.")
    if state in ("ROLLBACK_COMPLETE", "ROLLBACK_FAILED", "CREATE_FAILED"):
        # It has never answered anybody, so nothing is lost; an empty table and bucket may stay behind.
        print(f"The first deployment of {stack} had failed ({reason_of_failure(cloud, stack)}). Its remains are removed ...")
        formation.delete_stack(StackName=stack)
        formation.get_waiter("stack_delete_complete").wait(StackName=stack)
    if state == "DELETE_FAILED":
        raise Problem(f"{stack} was being removed, which failed: {reason_of_failure(cloud, stack)}. Run make destroy again to finish that.")
    if state == "UPDATE_ROLLBACK_FAILED":
        print(f"The last update of {stack} had failed and was not undone completely ({reason_of_failure(cloud, stack)}). That is finished first ...")
        formation.continue_update_rollback(StackName=stack)
        formation.get_waiter("stack_rollback_complete").wait(StackName=stack)


def reason_of_failure(cloud, stack):
    """The first reason of the last failure, as CloudFormation tells it."""
    unknown = reason = "CloudFormation tells no reason"
    for event in cloud.client("cloudformation").describe_stack_events(StackName=stack)["StackEvents"]:
        status, told = event.get("ResourceStatus", ""), event.get("ResourceStatusReason", "")
        # What is said of the stack as a whole says less than what is said of its parts.
        of_a_part = event["LogicalResourceId"] != stack
        if status.endswith("_FAILED") and told and "cancelled" not in told and (of_a_part or reason == unknown):
            reason = f"{event['LogicalResourceId']}: {told}"
        if event["LogicalResourceId"] == stack and told == "User Initiated":
            break
    return reason


def explained(reason):
    """A reason of CloudFormation with the next step, where we know it."""
    if "already exists" in reason or "BucketAlreadyExists" in reason or "AlreadyOwnedByYou" in reason:
        return f"{reason}. A name is taken by something outside of this stack: choose another stack_name in samconfig.toml, or remove what has the name."
    if "certificate" in reason.lower():
        return f"{reason}. CertificateArn must be an issued certificate of us-east-1 that covers DomainName."
    if "limit" in reason.lower() or "quota" in reason.lower():
        return f"{reason}. Ask AWS for more at Service Quotas, then run the same command again."
    return f"{reason}. Mend that, then run the same command again; it takes up what is there."


def outputs(cloud, stack):
    described = cloud.client("cloudformation").describe_stacks(StackName=stack)["Stacks"][0]
    return {output["OutputKey"]: output["OutputValue"] for output in described.get("Outputs", [])}


# ---------------------------------------------------------------- The web app


def cache_control(name):
    """Names below `assets/` carry a hash of their content; everything else may change with the next build."""
    return "public, max-age=31536000, immutable" if name.startswith("assets/") else "no-cache"


def in_order(names):
    """What a page refers to comes before the page, so nobody gets a page whose files are not there yet."""
    return sorted(names, key=lambda name: (name == "index.html", not name.startswith("assets/"), name))


def upload(cloud, bucket, dist=DIST):
    """Uploads the built app. Files of earlier builds stay for a while, since pages that are open ask for them."""
    storage = cloud.client("s3")
    # CloudFront packs by itself, so the packed copies stay here.
    names = [path.relative_to(dist).as_posix() for path in dist.rglob("*") if path.is_file() and path.suffix != ".gz"]
    for name in in_order(names):
        kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
        if name.endswith(".webmanifest"):
            kind = "application/manifest+json"
        if kind.startswith("text/") or kind == "application/javascript":
            kind += "; charset=utf-8"
        storage.put_object(Bucket=bucket, Key=name, Body=(dist / name).read_bytes(), ContentType=kind, CacheControl=cache_control(name))
    old = time.time() - KEEP_OLD_FILES_FOR_DAYS * 86400
    for page in storage.get_paginator("list_objects_v2").paginate(Bucket=bucket):
        for one in page.get("Contents", []):
            if one["Key"] not in names and one["LastModified"].timestamp() < old:
                storage.delete_object(Bucket=bucket, Key=one["Key"])
    return len(names)


def invalidate(cloud, distribution):
    cloud.client("cloudfront").create_invalidation(
        DistributionId=distribution,
        InvalidationBatch={"Paths": {"Quantity": 1, "Items": ["/*"]}, "CallerReference": str(time.time_ns())},
    )


# ---------------------------------------------------------------- What operators run


def run(*command, doing):
    done = subprocess.run([str(part) for part in command], cwd=ROOT)
    if done.returncode:
        raise Problem(f"{doing} failed; see above. Nothing was deployed.")


def sam_deploy(options, found, cloud, given):
    command = [SAM, "deploy", "--config-env", options.env, "--region", cloud.region, "--template-file", "template.yaml"]
    if given:
        command += ["--parameter-overrides", *(f"{name}={value}" for name, value in given.items())]
    # Whoever has not said a region yet has not answered the questions yet.
    if "region" not in found and not options.yes and sys.stdin.isatty():
        command += ["--guided"]
    else:
        command += ["--no-confirm-changeset", "--no-progressbar"]
    return subprocess.run([str(part) for part in command], cwd=ROOT).returncode


def deploy(options):
    found = settings(options.env)
    given = overrides(found)
    given.update(part.split("=", 1) for part in options.set)
    check_parameters(given)
    cloud = Cloud(found.get("region"))
    stack = found["stack_name"]
    print(f"Deploying {stack} to account {cloud.account}, region {cloud.region}.", flush=True)
    check_mail(cloud, given.get("MailFrom"))
    make_ready(cloud, stack)
    if not options.built:
        architecture = "--x86-64" if given.get("Architecture") == "x86_64" else "--arm64"
        run("infra/tools/build-lambdas.sh", architecture, doing="Building the functions")
        run("make", "frontend/dist/index.html", doing="Building the web app")
    with_web = given.get("Front") != "none"
    if with_web and not (DIST / "index.html").exists():
        raise Problem("The web app is not built: frontend/dist/index.html is missing. Run the same command without --built.")
    if sam_deploy(options, found, cloud, given):
        if state_of(cloud, stack) is None:
            raise Problem("The deployment failed before anything was made; see above. Mend that, then run the same command again.")
        raise Problem(f"The deployment failed. {explained(reason_of_failure(cloud, stack))}")
    # Guided answers may have chosen another name, or another processor than the functions were built for.
    answered = settings(options.env)
    stack = answered["stack_name"]
    processor = overrides(answered).get("Architecture", "arm64")
    if not options.built and processor != given.get("Architecture", "arm64"):
        raise Problem(f"The functions were built for another processor than {processor}, so they do not run yet. Run the same command again: it knows now.")
    made = outputs(cloud, stack)
    if not with_web:
        endpoint = cloud.client("apigateway").meta.endpoint_url
        print(f"\nThe API is at {endpoint}/_aws/execute-api/{made['ApiId']}/live for callers who send the header x-trajectory-door.")
        print(f"Its value: aws secretsmanager get-secret-value --endpoint-url {endpoint} --secret-id {made['DoorSecretArn']}")
        return
    files = upload(cloud, made["WebBucket"])
    invalidate(cloud, made["DistributionId"])
    print(f"\nTrajectory is at {made['AppAddress']} ({files} files of the web app uploaded).")
    if given.get("DomainName"):
        print(f"Point {given['DomainName']} at {made['DistributionDomain']} in your DNS (CNAME, or an alias).")
    print("The first account: open that address and choose “Sign up”. The first account of an instance becomes its admin.")


def destroy(options):
    found = settings(options.env)
    cloud = Cloud(found.get("region"))
    stack = found["stack_name"]
    if state_of(cloud, stack) is None:
        raise Problem(f"There is no stack {stack} in account {cloud.account}, region {cloud.region}, so nothing was removed.")
    made = outputs(cloud, stack)
    table, files = made.get("TableName"), made.get("FilesBucket")
    print(f"This removes {stack} from account {cloud.account}, region {cloud.region}: the app, its API, its functions and their logs.")
    print(f"It keeps all records and files: the table {table} and the bucket {files}.")
    if not options.yes and input(f"Type {stack} to go on: ").strip() != stack:
        raise Problem("That is another name, so nothing was removed.")
    formation, storage = cloud.client("cloudformation"), cloud.client("s3")
    # A bucket with something in it cannot be removed; what is in this one, the next deployment uploads again.
    if made.get("WebBucket"):
        for page in storage.get_paginator("list_objects_v2").paginate(Bucket=made["WebBucket"]):
            for one in page.get("Contents", []):
                storage.delete_object(Bucket=made["WebBucket"], Key=one["Key"])
    formation.delete_stack(StackName=stack)
    try:
        formation.get_waiter("stack_delete_complete").wait(StackName=stack)
    except exceptions.WaiterError as error:
        raise Problem(f"{stack} could not be removed completely: {reason_of_failure(cloud, stack)}. Mend that, then run make destroy again.") from error
    print(f"{stack} is removed. Still there, and still paid for: the table {table} and the bucket {files}.")
    print("A later `make deploy` begins with a new, empty table beside them. To remove them for ever, too:")
    print(f"  aws dynamodb update-table --region {cloud.region} --table-name {table} --no-deletion-protection-enabled")
    print(f"  aws dynamodb delete-table --region {cloud.region} --table-name {table}")
    print(f"  and empty and delete the bucket {files} with all its versions (S3 console: Empty, then Delete).")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("act", choices=["deploy", "destroy"])
    parser.add_argument("--env", default="dev", help="environment of samconfig.toml")
    parser.add_argument("--yes", action="store_true", help="ask nothing")
    parser.add_argument("--built", action="store_true", help="the functions and the web app are built already")
    parser.add_argument("--set", action="append", default=[], metavar="NAME=VALUE", help="a parameter of the template, before samconfig.toml")
    options = parser.parse_args()
    os.environ.setdefault("SAM_CLI_TELEMETRY", "0")
    try:
        {"deploy": deploy, "destroy": destroy}[options.act](options)
    except Problem as problem:
        raise SystemExit(str(problem)) from None
    except (exceptions.BotoCoreError, exceptions.ClientError) as error:
        known = problem_of_access(error)
        raise SystemExit(str(known or f"AWS refused something: {error} Run the same command again once that is mended.")) from None


if __name__ == "__main__":
    main()
