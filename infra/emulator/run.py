"""Deploys the real template to an emulator of AWS and goes the journey of a family on it.

    run.py ministack | localstack [FOLDER]

FOLDER has the functions as <function>/bootstrap (target/lambda, where left out) or as <function> (target/debug).
"""

import pathlib
import sys
import tempfile
import time

import journey
import stack
import yaml
from emulators import EMULATORS
from journey import say
from stack import FUNCTIONS, ROOT, Stack, template


def check(deployed):
    """Everything that was asked for is there: an emulator may report success with parts missing."""
    resources = deployed.resources()
    wanted = template()
    holds = conditions(wanted, deployed.parameters)
    for name, resource in wanted["Resources"].items():
        kind = resource["Type"].replace("AWS::Serverless::Function", "AWS::Lambda::Function")
        expected = holds(resource.get("Condition"))
        assert (name in resources.get(kind, {})) == expected, f"{name} ({kind}) {'was not made' if expected else 'should not be here'}"
    say(f"{sum(map(len, resources.values()))} resources of {len(resources)} kinds")

    functions = {one["FunctionName"]: one for one in deployed.aws("lambda").list_functions(MaxItems=50)["Functions"]}
    ours = [functions[name] for name in resources["AWS::Lambda::Function"].values()]
    assert len(ours) == len(FUNCTIONS), [one["FunctionName"] for one in ours]
    assert all(one["Runtime"] == "provided.al2023" and "Role/" not in one["Role"] for one in ours)
    assert len({one["Role"] for one in ours}) == len(ours), "every function has a role of its own"
    names = set(resources["AWS::Lambda::Function"].values())
    sources = deployed.aws("lambda").list_event_source_mappings()["EventSourceMappings"]
    assert sum(one["FunctionArn"].split(":")[6] in names for one in sources) == 2, sources
    rules = {one["Name"]: one.get("ScheduleExpression") for one in deployed.aws("events").list_rules()["Rules"]}
    schedules = sorted(rules[name] for name in resources["AWS::Events::Rule"].values())
    assert schedules == ["rate(1 minute)", "rate(5 minutes)", "rate(5 minutes)"], schedules

    name = resources["AWS::DynamoDB::Table"]["Table"]
    table = deployed.aws("dynamodb").describe_table(TableName=name)["Table"]
    indexes = {one["IndexName"] for kind in ("Local", "Global") for one in table[f"{kind}SecondaryIndexes"]}
    assert indexes == {"by_date", "by_child", "open", "directory"}, indexes
    assert table["StreamSpecification"]["StreamViewType"] == "KEYS_ONLY"
    if "expiry" not in deployed.emulator.forgets:
        expiry = deployed.aws("dynamodb").describe_time_to_live(TableName=name)["TimeToLiveDescription"]
        assert expiry["AttributeName"] == "expires_at", expiry

    files = deployed.outputs()["FilesBucket"]
    storage = deployed.aws("s3")
    assert storage.get_bucket_versioning(Bucket=files)["Status"] == "Enabled"
    assert storage.get_bucket_cors(Bucket=files)["CORSRules"][0]["AllowedMethods"] == ["GET", "PUT"]
    if "lifecycle" not in deployed.emulator.forgets:
        assert len(storage.get_bucket_lifecycle_configuration(Bucket=files)["Rules"]) == 3
    assert "aws:SecureTransport" in storage.get_bucket_policy(Bucket=files)["Policy"]

    routes = count_of_routes(deployed)
    operations = sum(len(methods) for methods in rest_paths().values())
    assert routes == operations, f"{routes} of {operations} routes"
    say(f"{routes} routes, {len(ours)} functions, the table, its stream and the buckets are as the template says")


def conditions(wanted, given):
    """Tells whether a condition of the template holds with these parameters."""
    defaults = {name: parameter.get("Default", "") for name, parameter in wanted["Parameters"].items()}
    parameters = {**defaults, **given}

    def value(term):
        if not isinstance(term, dict):
            return term
        (function, operands), = term.items()
        if function == "Ref":
            return str(parameters[operands])
        if function == "Condition":
            return holds(operands)
        operands = [value(operand) for operand in operands]
        return {
            "Fn::Equals": lambda: str(operands[0]) == str(operands[1]), "Fn::Not": lambda: not operands[0],
            "Fn::And": lambda: all(operands), "Fn::Or": lambda: any(operands),
        }[function]()

    def holds(condition):
        return condition is None or value(wanted["Conditions"][condition])

    return holds


def rest_paths():
    body = yaml.load((ROOT / "infra/api.yaml").read_text(), stack.Loader)["Resources"]["RestApi"]["Properties"]["Body"]
    return body["paths"]


def count_of_routes(deployed):
    api = deployed.outputs()["ApiId"]
    if deployed.parameters["ApiFlavour"] == "http":
        pages = deployed.aws("apigatewayv2").get_paginator("get_routes").paginate(ApiId=api)
        return sum(len(page["Items"]) for page in pages)
    pages = deployed.aws("apigateway").get_paginator("get_resources").paginate(restApiId=api)
    return sum(len(one.get("resourceMethods", {})) for page in pages for one in page["items"])


def timed(what, doing, *arguments, **named):
    print(f"{what} ...", flush=True)
    start = time.monotonic()
    result = doing(*arguments, **named)
    print(f"{what}: {time.monotonic() - start:.0f} s", flush=True)
    return result


def door_is_shut(api):
    headers, api.headers = api.headers, {}
    assert api.call("GET", "/api/openapi.json").status == 403
    api.headers = headers


def front(deployed):
    """The distribution: the web app at `/`, its page for each of its paths, and not in the place of the API."""
    page = b"<!doctype html><title>Trajectory</title>"
    storage = deployed.aws("s3")
    storage.put_object(Bucket=deployed.outputs()["WebBucket"], Key="index.html", Body=page, ContentType="text/html")
    api = deployed.front()
    answer = api.call("GET", "/")
    assert (answer.status, answer.data) == (200, page), (answer.status, answer.data[:300])
    assert "frame-ancestors 'none'" in answer.headers["content-security-policy"], answer.headers
    assert api.call("GET", "/children/any").data == page, "a path of the app gets its page"
    assert api.call("GET", "/assets/gone.js").status in (403, 404), "a file that is not there is no page"
    # The emulator's distribution reaches no API Gateway, but shows whether it would have asked the bucket.
    assert b"Trajectory" not in api.call("GET", "/api/nothing").data, "what is missing below /api/ is no page"


def without_one_permission(emulator, stage):
    """Roles are needed as they are: with one permission less, what needs it fails, and nothing else."""
    copy = stack.without_permission(stage, "AccountRole", "dynamodb:GetItem")
    less = Stack(emulator, "less", copy, ApiFlavour="rest", FixedApiId="1e550000", Front="none")
    less.deploy()
    api = less.api()
    account = {"email": "ana@example.org", "password": journey.PASSWORD, "name": "Ana", "session": "token"}
    api.token = api.expect(201, "POST", "/api/auth/register", account)["access_token"]
    api.create("/api/families", {"name": "Otter"})
    answer = api.call("GET", "/api/account")
    assert answer.status == 500, f"without its permission the function answered {answer.status}"
    say("without GetItem on KEYS, `account` answers 500 and `auth` and `families` work")


def main(name, binaries):
    start = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="trajectory-") as folder, EMULATORS[name](pathlib.Path(folder)) as emulator:
        stage = stack.staged(pathlib.Path(folder), binaries)
        for nth, (flavour, fixed) in enumerate(emulator.flavours):
            deployed = Stack(emulator, f"trajectory-{flavour}", stage / "template.yaml", ApiFlavour=flavour, FixedApiId=fixed)
            timed(f"deploying with the {flavour} API", deployed.deploy)
            timed("looking whether everything is there", check, deployed)
            assert deployed.outputs()["ApiId"] == fixed
            api = deployed.api()
            door_is_shut(api)
            try:
                timed("the journey", journey.run, api, emulator.letters, f"ana@{flavour}.example.org")
            except AssertionError:
                print(*deployed.logs(), sep="\n", file=sys.stderr, flush=True)
                raise
            if emulator.parameters.get("Front") == "cloudfront":
                timed("the distribution", front, deployed)
            if nth == 0:
                timed("deploying the same again", deployed.deploy)
        if emulator.has_iam:
            timed("a stack with one permission less", without_one_permission, emulator, stage)
    print(f"{emulator.name}: passed in {time.monotonic() - start:.0f} s", flush=True)


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3) or sys.argv[1] not in EMULATORS:
        raise SystemExit(__doc__)
    main(sys.argv[1], pathlib.Path(sys.argv[2] if len(sys.argv) == 3 else ROOT / "target/lambda").resolve())
