#!/usr/bin/env bash
# Starts LocalStack in Docker and deploys Trajectory to it. LocalStack's free edition has no CloudFront and no HTTP API, so
# there is the REST API alone, for callers who show the door's secret. `docker compose -f infra/localstack/compose.yaml down`
# ends it, and everything in it.
set -euo pipefail
cd "$(dirname "$0")/../.."

infra/tools/need.sh cargo
command -v docker >/dev/null || {
    echo "docker is missing: install Docker, or try Trajectory without it: make run" >&2
    exit 1
}
docker info >/dev/null 2>&1 || {
    echo "Docker is not running, or you may not use it: start it, then run the same command again. Without Docker: make run" >&2
    exit 1
}
docker compose -f infra/localstack/compose.yaml up --detach --wait

export AWS_ENDPOINT_URL=http://localhost:4566 AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test AWS_REGION=us-east-1
infra/tools/python.sh
architecture=x86_64
[ "$(uname -m)" = x86_64 ] || architecture=arm64
infra/tools/build-lambdas.sh "--${architecture/_/-}"
.tools/venv/bin/python infra/tools/deploy.py deploy --env localstack --yes --built --set "Architecture=$architecture"
