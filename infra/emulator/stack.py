"""The real template, deployed to an emulator by `sam deploy`."""

import shutil
import subprocess
import time

import boto3
import yaml
from emulators import MAIL_FROM, ROOT
from journey import Api

SAM = ROOT / ".tools/venv/bin/sam"
FUNCTIONS = sorted(path.parent.name for path in ROOT.glob("functions/*/Cargo.toml"))


class Stack:
    def __init__(self, emulator, name, template, **parameters):
        self.emulator, self.name, self.template = emulator, name, template
        self.parameters = {"Architecture": "x86_64", "MailFrom": MAIL_FROM, **emulator.parameters, **parameters}
        environment = emulator.environment()
        self.session = boto3.Session(
            aws_access_key_id="test", aws_secret_access_key="test", region_name=environment["AWS_REGION"])

    def aws(self, service):
        return self.session.client(service, endpoint_url=self.emulator.url, verify=str(self.emulator.authority or True))

    def deploy(self):
        start = time.monotonic()
        self.aws("ses").verify_email_identity(EmailAddress=MAIL_FROM)
        overrides = [f"{name}={value}" for name, value in self.parameters.items()]
        command = [
            SAM, "deploy", "--template-file", self.template, "--stack-name", self.name, "--resolve-s3", "--no-confirm-changeset", "--no-fail-on-empty-changeset",
            "--no-progressbar", "--capabilities", "CAPABILITY_IAM", "--config-env", "emulator", "--parameter-overrides", *overrides,
        ]
        done = subprocess.run(
            [str(part) for part in command], cwd=self.template.parent, env=self.emulator.environment(), capture_output=True, text=True)
        if done.returncode:
            raise SystemExit(f"sam deploy failed:\n{done.stdout[-4000:]}\n{done.stderr[-2000:]}")
        print(f"deployed {self.name} in {time.monotonic() - start:.0f} s", flush=True)

    def outputs(self):
        described = self.aws("cloudformation").describe_stacks(StackName=self.name)["Stacks"][0]
        return {output["OutputKey"]: output["OutputValue"] for output in described["Outputs"]}

    def resources(self, stack=None):
        """Physical names by type, those of nested stacks included."""
        found = {}
        pages = self.aws("cloudformation").get_paginator("list_stack_resources").paginate(StackName=stack or self.name)
        for resource in (one for page in pages for one in page["StackResourceSummaries"]):
            kind, name = resource["ResourceType"], resource["PhysicalResourceId"]
            found.setdefault(kind, {})[resource["LogicalResourceId"]] = name
            if kind == "AWS::CloudFormation::Stack":
                for inner, names in self.resources(name).items():
                    found.setdefault(inner, {}).update(names)
        return found

    def logs(self):
        """What the functions logged as a warning or worse."""
        logs = self.aws("logs")
        for group in logs.describe_log_groups(logGroupNamePrefix=f"/trajectory/{self.name}/")["logGroups"]:
            for event in logs.filter_log_events(logGroupName=group["logGroupName"])["events"]:
                if any(level in event["message"] for level in ("WARN", "ERROR")):
                    yield f"{group['logGroupName']}: {event['message'].strip()[:600]}"

    def door(self):
        secret = self.resources()["AWS::SecretsManager::Secret"]["DoorSecret"]
        return self.aws("secretsmanager").get_secret_value(SecretId=secret)["SecretString"]

    def api(self):
        """Straight to the API, as CloudFront calls it."""
        stage = "live" if self.parameters.get("ApiFlavour") == "rest" else "$default"
        address = f"{self.emulator.url}/_aws/execute-api/{self.outputs()['ApiId']}/{stage}"
        headers = {"x-trajectory-door": self.door(), "cloudfront-viewer-address": "198.51.100.7:40000"}
        return Api(self.emulator.client(), address, headers)

    def front(self):
        """By way of the distribution, as people do. The emulator knows it by its name alone."""
        return Api(self.emulator.client(), self.emulator.url, {"host": self.outputs()["DistributionDomain"]})


class Loader(yaml.SafeLoader):
    """Reads `!Ref X` and the like as `{"Ref": X}`."""


def _tagged(loader, suffix, node):
    reads = {yaml.ScalarNode: loader.construct_scalar, yaml.SequenceNode: loader.construct_sequence, yaml.MappingNode: loader.construct_mapping}
    value = reads[type(node)](node) if isinstance(node, yaml.ScalarNode) else reads[type(node)](node, deep=True)
    return {suffix if suffix in ("Ref", "Condition") else f"Fn::{suffix}": value}


Loader.add_multi_constructor("!", _tagged)


def template():
    return yaml.load((ROOT / "template.yaml").read_text(), Loader)


def staged(folder, binaries):
    """A folder with the template, and where it looks for them the binaries: release builds, or those of a development build."""
    stage = folder / "stage"
    (stage / "target/lambda").mkdir(parents=True)
    shutil.copyfile(ROOT / "template.yaml", stage / "template.yaml")
    (stage / "infra").symlink_to(ROOT / "infra")
    for function in FUNCTIONS:
        built = [path for path in (binaries / function / "bootstrap", binaries / function) if path.is_file()]
        if not built:
            raise SystemExit(f"{binaries / function} is missing: run `make build ARCH=--x86-64`, or `cargo build --workspace --bins`.")
        target = stage / "target/lambda" / function / "bootstrap"
        target.parent.mkdir()
        # What a debugger needs is most of a development build.
        if subprocess.run(["strip", "-o", target, built[0]], capture_output=True).returncode:
            shutil.copy(built[0], target)
    return stage


def without_permission(stage, role, action):
    """A copy of the template in which one role may not do one thing."""
    head, rest = (stage / "template.yaml").read_text().split(f"\n  {role}:\n", 1)
    policy, end, rest = rest.partition("\n\n  ")
    assert f"Action: {action}\n" in policy, f"{role} has no statement for {action} alone"
    copy = stage / "less.yaml"
    copy.write_text(f"{head}\n  {role}:\n{policy.replace(action, 'dynamodb:DescribeTable', 1)}{end}{rest}")
    return copy
