# Trajectory. A newcomer needs two of these: `make run` and `make test`.

PORT ?= 4280
web_sources := $(shell find frontend/src frontend/public frontend/vite frontend/index.html frontend/*.json frontend/*.ts frontend/service-worker.js -type f 2>/dev/null)

.DEFAULT_GOAL := help
.PHONY: help run demo test check check-rust check-web check-template test-rust test-web test-browser test-tools test-release test-emulator test-localstack bench bench-transfer build deploy destroy release localstack migrate openapi screenshots lighthouse

help: ## Show this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{ printf "make %-16s %s\n", $$1, $$2 }'

run: target/debug/trajectory-local frontend/dist/index.html ## Run Trajectory on this machine (PORT=4280)
	@exec target/debug/trajectory-local --port $(PORT)

demo: target/debug/trajectory-local frontend/dist/index.html ## The same with a fictional family in it
	@exec target/debug/trajectory-local --port $(PORT) --demo

test: check test-rust test-web test-browser test-tools ## Run every check and every test

check: check-rust check-web check-template ## Formatting, lints, types, documentation, template

check-rust: tools
	cargo fmt --all --check
	cargo clippy --workspace --all-targets --locked -- -D warnings
	RUSTDOCFLAGS="-D warnings" cargo doc --workspace --no-deps --document-private-items --locked

check-web: frontend/node_modules/.package-lock.json
	npm --prefix frontend run check

check-template:
	@if command -v python3 >/dev/null; then infra/tools/check-template.sh; \
	else echo "Left out: sam validate and cfn-lint, since there is no python3 on this machine."; fi

test-rust: tools
	cargo test --workspace --locked

test-web: frontend/node_modules/.package-lock.json
	npm --prefix frontend test

test-browser: target/debug/trajectory-local frontend/dist/index.html
	@infra/tools/chromium.sh
	npm --prefix frontend run test:browser

test-tools:
	@if command -v python3 >/dev/null; then infra/tools/python.sh && .tools/venv/bin/python -m unittest discover -s infra/tools -q; \
	else echo "Left out: the tests of the deployment's tools, since there is no python3 on this machine."; fi

test-release: tools ## Build the Lambda functions for this machine and run their binaries under a Runtime API
	infra/tools/build-lambdas.sh --x86-64
	BOOTSTRAPS=$(CURDIR)/target/lambda cargo test --locked -p trajectory-local --test bootstrap

test-emulator: tools ## Deploy the template to MiniStack, an emulator of AWS, and go a family's journey on it (no Docker)
	infra/tools/python.sh && infra/tools/python.sh emulator
	cargo build --workspace --bins --locked
	.tools/emulator/bin/python infra/emulator/run.py ministack target/debug

test-localstack: tools
	infra/tools/python.sh && infra/tools/python.sh emulator && infra/tools/python.sh localstack
	cargo build --workspace --bins --locked
	.tools/emulator/bin/python infra/emulator/run.py localstack target/debug

bench: tools ## Measure the local stack and the growth engine (release build)
	cargo run --release --locked -p trajectory --example centiles_per_second
	cargo run --release --locked -p trajectory-bench --bin trajectory-bench

bench-transfer: tools ## Measure memory and time of an import and an export of 20,000 records and 2,000 files
	cargo run --release --locked -p trajectory-bench --bin trajectory-bench-transfer

build: ## Build the Lambda functions (ARCH=--arm64 or --x86-64)
	infra/tools/build-lambdas.sh $(ARCH)

localstack: tools ## Deploy to LocalStack in Docker (for testers; see infra/localstack/compose.yaml)
	infra/localstack/start.sh

ENV ?= dev
deploy: tools ## Deploy to AWS, or bring what is there up to date (ENV=dev or prod, see samconfig.toml)
	@infra/tools/need.sh node npm
	@infra/tools/python.sh
	@.tools/venv/bin/python infra/tools/deploy.py deploy --env $(ENV)

destroy: ## Take a deployment away; says what it keeps and asks first (ENV=dev or prod)
	@infra/tools/python.sh
	@.tools/venv/bin/python infra/tools/deploy.py destroy --env $(ENV)

release: tools frontend/dist/index.html ## Pack a release: functions, web app, templates, bills of materials, checksums
	infra/tools/build-lambdas.sh $(ARCH)
	infra/tools/python.sh release
	.tools/release/bin/python infra/release/release.py

migrate: tools ## Bring a table to today's layout (ARGS="list", "apply --dry-run", "apply", "recount")
	cargo run --locked -p trajectory-migrate -- $(ARGS)

openapi: target/debug/trajectory-local ## Write the OpenAPI snapshot, the API's stack and the web app's types anew
	target/debug/trajectory-local --openapi > shared/openapi.json
	target/debug/trajectory-local --gateway > infra/api.yaml
	npm --prefix frontend run api-types

lighthouse: target/debug/trajectory-local frontend/dist/index.html ## Print how fast and accessible the main pages are on a phone
	@infra/tools/chromium.sh
	npm --prefix frontend run lighthouse

screenshots: target/debug/trajectory-local frontend/dist/index.html ## Take the pictures of the README anew
	@infra/tools/chromium.sh
	npm --prefix frontend run screenshots

.PHONY: tools target/debug/trajectory-local
tools:
	@infra/tools/need.sh cargo cc

# cargo knows what has changed.
target/debug/trajectory-local: tools
	@cargo build --locked -p trajectory-local

frontend/node_modules/.package-lock.json: frontend/package-lock.json
	@infra/tools/need.sh node npm
	npm --prefix frontend ci --no-audit --no-fund
	@touch $@

frontend/dist/index.html: frontend/node_modules/.package-lock.json $(web_sources) shared/openapi.json
	npm --prefix frontend run build
	@touch $@
