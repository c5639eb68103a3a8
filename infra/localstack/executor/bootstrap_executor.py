"""Runs functions of LocalStack as processes of this machine, which the free LocalStack would do in Docker alone.

A plug-in of LocalStack, chosen by LAMBDA_RUNTIME_EXECUTOR=bootstrap: it unpacks a function's code, starts its
`bootstrap`, and serves it the Runtime API on loopback.
"""

import http.server
import os
import queue
import subprocess
import threading
import time

from localstack.services.lambda_.invocation.lambda_models import InvocationResult
from localstack.services.lambda_.invocation.plugins import RuntimeExecutorPlugin
from localstack.services.lambda_.invocation.runtime_executor import LambdaRuntimeException, RuntimeExecutor

RUNTIME = "/2018-06-01/runtime"


class RuntimeApi(http.server.BaseHTTPRequestHandler):
    """What a function asks for work and tells what became of it. One for each function, which asks one thing at a time."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        executor = self.server.executor
        executor.ready.set()
        payload = executor.work.get()
        if payload is None:
            self.close_connection = True
            return
        body = payload["payload"].encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Lambda-Runtime-Aws-Request-Id", payload["invoke-id"])
        self.send_header("Lambda-Runtime-Deadline-Ms", str(int((time.time() + executor.timeout) * 1000)))
        self.send_header("Lambda-Runtime-Invoked-Function-Arn", payload["invoked-function-arn"])
        self.send_header("Lambda-Runtime-Trace-Id", payload["trace-id"])
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self):
        body = self._body()
        if self.path.startswith(f"{RUNTIME}/invocation/"):
            request, what = self.path.split("/")[-2:]
            self.server.executor.done.put((request, body, what == "error"))
        self.send_response(202)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _body(self):
        if self.headers.get("Transfer-Encoding", "").lower() != "chunked":
            return self.rfile.read(int(self.headers.get("Content-Length", 0)))
        body = b""
        while size := int(self.rfile.readline().split(b";")[0], 16):
            body += self.rfile.read(size)
            self.rfile.readline()
        self.rfile.readline()
        return body

    def log_message(self, *_line):
        """LocalStack's log is not for each of these."""


class BootstrapExecutor(RuntimeExecutor):
    def __init__(self, id, function_version):
        super().__init__(id, function_version)
        self.timeout = function_version.config.timeout
        self.work, self.done, self.ready = queue.Queue(), queue.Queue(), threading.Event()
        self.process = self.server = self.log = None

    def start(self, env_vars):
        code = self.function_version.config.code.get_unzipped_code_location()
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), RuntimeApi)
        self.server.daemon_threads, self.server.executor = True, self
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        environment = {name: str(value) for name, value in env_vars.items() if value is not None}
        environment["AWS_LAMBDA_RUNTIME_API"] = f"127.0.0.1:{self.server.server_port}"
        log = os.environ.get("BOOTSTRAP_LOG")
        self.log = open(log, "ab") if log else subprocess.DEVNULL
        self.process = subprocess.Popen([code / "bootstrap"], cwd=code, env=environment, stdout=self.log, stderr=self.log)
        while not self.ready.wait(0.05):
            if self.process.poll() is not None:
                raise LambdaRuntimeException(f"bootstrap ended with {self.process.returncode}")

    def invoke(self, payload):
        self.work.put(payload)
        try:
            request, body, failed = self.done.get(timeout=self.timeout)
        except queue.Empty:
            request, failed = payload["invoke-id"], True
            body = b'{"errorMessage":"Task timed out after %d seconds","errorType":"Sandbox.Timedout"}' % self.timeout
        return InvocationResult(request, body, is_error=failed, logs="")

    def stop(self):
        self.work.put(None)
        if self.process:
            self.process.kill()
            self.process.wait()
        if self.server:
            self.server.shutdown()
            self.server.server_close()

    def get_address(self):
        return "127.0.0.1"

    def get_endpoint_from_executor(self):
        return "localhost"

    def get_runtime_endpoint(self):
        return f"http://127.0.0.1/{self.id}"

    def get_logs(self):
        return ""

    @classmethod
    def prepare_version(cls, function_version):
        code = function_version.config.code
        code.prepare_for_execution()
        (code.get_unzipped_code_location() / "bootstrap").chmod(0o755)

    @classmethod
    def cleanup_version(cls, function_version):
        """The code goes with the version."""


class BootstrapExecutorPlugin(RuntimeExecutorPlugin):
    name = "bootstrap"

    def load(self, *_arguments, **_named):
        return BootstrapExecutor
