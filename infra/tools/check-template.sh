#!/usr/bin/env bash
# Checks template.yaml as SAM and as CloudFormation. Needs no account and, once the tools are there, no network.
set -euo pipefail
cd "$(dirname "$0")/../.."

infra/tools/python.sh
# A region must be named, though nothing is asked of it.
export AWS_DEFAULT_REGION=eu-central-1 SAM_CLI_TELEMETRY=0

.tools/venv/bin/sam validate --lint --template-file template.yaml
.tools/venv/bin/cfn-lint template.yaml infra/api.yaml infra/alarms.yaml
