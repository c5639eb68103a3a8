"""MiniStack, with the condition keys that our roles hang on.

MiniStack evaluates IAM, but does not tell a policy which partitions a DynamoDB request names (`dynamodb:LeadingKeys`),
nor as whom a letter is sent (`ses:FromAddress`, and the identity as the resource). This adds them to each request as AWS
does, so that a function is limited to its partitions and its address here too. A transaction is judged item by item,
each by its own key.
"""

import contextvars
import json
import re
import sys
from email.utils import parseaddr
from urllib.parse import parse_qs

from ministack import app
from ministack.core import iam_actions

# The partition keys of our table and of its global index.
PARTITION_KEYS = ("pk", "dir_pk")

_keys_of_request = contextvars.ContextVar("keys_of_request", default=[])
_service_context = iam_actions.dynamodb_service_context
_transaction_checks = iam_actions.dynamodb_transaction_checks
_tag_context = iam_actions.request_tag_context
_resource_arn = iam_actions.extract_resource_arn


def _of_item(item):
    return [item[name]["S"] for name in PARTITION_KEYS[:1] if isinstance(item, dict) and name in item]


def _of_query(request):
    """What stands behind `pk =` in the condition."""
    names = request.get("ExpressionAttributeNames") or {}
    values = request.get("ExpressionAttributeValues") or {}
    pairs = re.findall(r"([#\w]+)\s*=\s*(:\w+)", request["KeyConditionExpression"])
    return [values[value]["S"] for name, value in pairs if names.get(name, name) in PARTITION_KEYS]


def leading_keys(request):
    """The partitions that a request names; none for one that names no item, such as a scan."""
    if "KeyConditionExpression" in request:
        return _of_query(request)
    if "RequestItems" in request:
        return [key for table in request["RequestItems"].values() for item in table["Keys"] for key in _of_item(item)]
    return _of_item(request.get("Key")) + _of_item(request.get("Item"))


class Checks(list):
    """The checks of a transaction; while one is made, the request's keys are those of its item."""

    def __init__(self, checks, keys, shown):
        super().__init__(checks)
        self.keys, self.shown = keys, shown

    def __iter__(self):
        for check, keys in zip(super().__iter__(), self.keys, strict=True):
            self.shown[:] = keys
            yield check


def dynamodb_service_context(body):
    context = _service_context(body)
    keys = leading_keys(json.loads(body or b"{}"))
    _keys_of_request.set(keys)
    if keys or b"TransactItems" in (body or b""):
        context["dynamodb:LeadingKeys"] = keys
    return context


def dynamodb_transaction_checks(iam_action, body, region, account):
    checks = _transaction_checks(iam_action, body, region, account)
    if not checks:
        return checks
    parts = [part for item in json.loads(body)["TransactItems"] for part in item.values()]
    return Checks(checks, [leading_keys(part) for part in parts], _keys_of_request.get())


def _sender(body):
    """The plain address that a letter is from; empty for a request that sends none."""
    return parseaddr(parse_qs((body or b"").decode("utf-8", "replace")).get("Source", [""])[0])[1]


def request_tag_context(service, action, body, *rest):
    context = _tag_context(service, action, body, *rest)
    if service == "ses" and _sender(body):
        context = {**context, "ses:FromAddress": _sender(body)}
    return context


def extract_resource_arn(service, method, path, headers, body, params, region, account):
    if service == "ses" and _sender(body):
        return f"arn:aws:ses:{region}:{account}:identity/{_sender(body)}"
    return _resource_arn(service, method, path, headers, body, params, region, account)


iam_actions.dynamodb_service_context = dynamodb_service_context
iam_actions.dynamodb_transaction_checks = dynamodb_transaction_checks
iam_actions.request_tag_context = request_tag_context
iam_actions.extract_resource_arn = extract_resource_arn

if __name__ == "__main__":
    sys.exit(app.main())
