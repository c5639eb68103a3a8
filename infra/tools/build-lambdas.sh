#!/usr/bin/env bash
# Builds every function for Lambda into target/lambda/<function>/bootstrap and compares the sizes with their budget.
#
#   infra/tools/build-lambdas.sh [--arm64 | --x86-64] [further options of cargo lambda build]
set -euo pipefail
cd "$(dirname "$0")/../.."

# ARCHITECTURE.md: a function without S3 stays under 8 MB, since a cold start loads every byte of it.
budget=8000000

architecture=--arm64
case "${1:-}" in
--arm64 | --x86-64)
    architecture=$1
    shift
    ;;
esac

infra/tools/python.sh
# cargo-lambda looks for its Zig linker on the path.
PATH="$PWD/.tools/venv/bin:$PATH"

target=aarch64-unknown-linux-gnu
[ "$architecture" = --x86-64 ] && target=x86_64-unknown-linux-gnu
if command -v rustup >/dev/null && ! rustup target list --installed | grep -qx "$target"; then
    rustup target add "$target"
fi

# Where a panic is told to be, the places are named as from the root of the sources: the same on every machine.
export RUSTFLAGS="${RUSTFLAGS:-} --remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}=/cargo --remap-path-prefix=$PWD=/trajectory"

# One run for all of them shares what they have in common. Packages are named: `--bin` would unify the features
# of the whole workspace, and every function would carry what the local stack needs.
packages=()
functions=()
for manifest in functions/*/Cargo.toml; do
    function=$(basename "$(dirname "$manifest")")
    functions+=("$function")
    packages+=(-p "$function")
done
cargo lambda build --release "$architecture" --lambda-dir target/lambda "${packages[@]}" "$@"

for function in "${functions[@]}"; do
    bytes=$(wc -c <"target/lambda/$function/bootstrap")
    awk -v name="$function" -v bytes="$bytes" -v budget="$budget" 'BEGIN {
        printf "%-14s %5.2f MB of %.0f MB%s\n", name, bytes / 1e6, budget / 1e6, (bytes > budget) ? "  over the budget" : ""
    }'
done
