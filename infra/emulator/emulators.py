"""The emulators of AWS: how each is started, and what it has."""

import os
import pathlib
import socket
import subprocess
import sys
import time

import certificate
from journey import Client

HERE = pathlib.Path(__file__).parent
ROOT = HERE.parent.parent
REGION = "eu-central-1"
MAIL_FROM = "no-reply@example.org"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Emulator:
    """One that runs in a folder of its own until the block ends."""

    name = ""
    # What is deployed to it, beside what it shares with all.
    parameters = {}
    # Flavours of the API that it has, each with the id that is asked for.
    flavours = (("rest", "7e570000"),)
    # Parts of the template that it says to have made, but has not.
    forgets = ()
    # Whether a function can do what its role allows, and no more.
    has_iam = False

    def __init__(self, folder):
        self.folder = folder
        self.port = free_port()
        self.process = None
        self.authority = None

    def command(self):
        raise NotImplementedError

    def own_environment(self):
        return {}

    @property
    def url(self):
        return f"http://localhost:{self.port}"

    def environment(self):
        """For whoever speaks to it as to AWS."""
        plain = {name: value for name, value in os.environ.items() if not name.startswith("AWS_")}
        plain.update(
            AWS_ENDPOINT_URL=self.url, AWS_ACCESS_KEY_ID="test", AWS_SECRET_ACCESS_KEY="test",
            AWS_DEFAULT_REGION=REGION, AWS_REGION=REGION, SAM_CLI_TELEMETRY="0",
        )
        if self.authority:
            plain.update(AWS_CA_BUNDLE=str(self.authority), SSL_CERT_FILE=str(self.authority))
        return plain

    def client(self):
        return Client(self.authority)

    def __enter__(self):
        log = (self.folder / "emulator.log").open("w")
        environment = {**self.environment(), **self.own_environment()}
        self.process = subprocess.Popen(
            self.command(), env=environment, cwd=self.folder, stdout=log, stderr=log, start_new_session=True)
        start = time.monotonic()
        while time.monotonic() - start < 180:
            if self.process.poll() is not None:
                break
            try:
                if self.client().send("GET", f"{self.url}/_localstack/health").status == 200:
                    print(f"{self.name} runs at {self.url} after {time.monotonic() - start:.0f} s", flush=True)
                    return self
            except OSError:
                time.sleep(0.5)
        self.__exit__()
        raise SystemExit(f"{self.name} did not start; its log is {log.name}")

    def __exit__(self, *_problem):
        self.process.terminate()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()

    def letters(self, address):
        """The texts that were sent to an address."""
        raise NotImplementedError


class MiniStack(Emulator):
    """With its IAM on: functions can do what their roles allow. Over TLS, without which the buckets answer nobody."""

    name = "MiniStack"
    parameters = {"Front": "cloudfront", "Watching": "off"}
    flavours = (("http", "4777a000"), ("rest", "7e570000"))
    has_iam = True
    forgets = ("expiry", "lifecycle")

    def __init__(self, folder):
        super().__init__(folder)
        certificate.write(folder)
        self.authority = folder / "authority.pem"

    @property
    def url(self):
        return f"https://localhost:{self.port}"

    def command(self):
        return [sys.executable, str(HERE / "ministack_with_keys.py")]

    def own_environment(self):
        return {
            "GATEWAY_PORT": str(self.port), "BIND_HOST": "127.0.0.1", "IOT_MTLS_ENABLED": "0", "SFTP_ENABLED": "0", "AUTH": "true",
            "USE_SSL": "1", "MINISTACK_SSL_CERT": str(self.folder / "emulator.pem"), "MINISTACK_SSL_KEY": str(self.folder / "emulator.key"),
            "MINISTACK_REGION": REGION, "LOG_LEVEL": "INFO",
        }

    def letters(self, address):
        sent = self.client().send("GET", f"{self.url}/_ministack/ses/messages").json()["messages"]
        return [letter["BodyText"] for letters in sent.values() for letter in letters if address in letter["To"]]


class LocalStack(Emulator):
    """Its open core, without Docker: our executor runs the functions, and the embedded DynamoDB stands in for Java's."""

    name = "LocalStack"
    parameters = {"Front": "none", "Watching": "off"}
    forgets = ("lifecycle",)

    def __init__(self, folder):
        super().__init__(folder)
        self.table_server = ROOT / "target/debug/trajectory-dynamodb"
        libraries = folder / "root/usr/lib/localstack"
        # Where LocalStack looks whether these are installed.
        jar = libraries / "dynamodb-local/2/DynamoDBLocal.jar"
        jar.parent.mkdir(parents=True)
        jar.touch()
        java = libraries / "java/21/bin/java"
        java.parent.mkdir(parents=True)
        java.write_text(f'#!/bin/sh\nexec {self.table_server} "$@"\n')
        java.chmod(0o755)

    def command(self):
        python = ROOT / ".tools/localstack/bin/python"
        return [str(python), "-m", "localstack.runtime.main"]

    def own_environment(self):
        return {
            "OVERRIDE_IN_DOCKER": "0", "FILESYSTEM_ROOT": str(self.folder / "root"), "GATEWAY_LISTEN": f"127.0.0.1:{self.port}",
            "LOCALSTACK_HOST": f"localhost:{self.port}", "DISABLE_EVENTS": "1", "SKIP_SSL_CERT_DOWNLOAD": "1", "DNS_ADDRESS": "0", "XDG_CACHE_HOME": str(self.folder),
            "S3_SKIP_SIGNATURE_VALIDATION": "0", "LAMBDA_RUNTIME_EXECUTOR": "bootstrap", "PYTHONPATH": str(HERE.parent / "localstack/executor"),
            "PROVIDER_OVERRIDE_DYNAMODB": "v2", "PROVIDER_OVERRIDE_DYNAMODBSTREAMS": "v2",
            "BOOTSTRAP_LOG": str(self.folder / "functions.log"), "AWS_ENDPOINT_URL": "",
        }

    def letters(self, address):
        sent = self.client().send("GET", f"{self.url}/_aws/ses").json()["messages"]
        return [letter["Body"]["text_part"] for letter in sent if address in letter["Destination"]["ToAddresses"]]


EMULATORS = {"ministack": MiniStack, "localstack": LocalStack}
