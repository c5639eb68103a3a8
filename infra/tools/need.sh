#!/usr/bin/env bash
# Says in one sentence which tool is missing, before anything is built.
#
#   infra/tools/need.sh cargo npm cc
set -euo pipefail

for tool in "$@"; do
    command -v "$tool" >/dev/null && continue
    case "$tool" in
    cargo) echo "cargo is missing: install Rust from https://rustup.rs, then run the same command again." >&2 ;;
    node | npm) echo "$tool is missing: install Node.js 20 or newer (https://nodejs.org), then run the same command again." >&2 ;;
    cc) echo "A C compiler is missing: install gcc or clang (on Debian and Ubuntu: apt-get install build-essential), then run the same command again." >&2 ;;
    *) echo "$tool is missing: install it, then run the same command again." >&2 ;;
    esac
    exit 1
done
