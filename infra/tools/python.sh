#!/usr/bin/env bash
# Makes a virtual environment below `.tools` with Python tools in the pinned versions, and answers at once when it is
# there already. `make run` needs none of them.
#
#   infra/tools/python.sh              what builds, checks and deploys
#   infra/tools/python.sh emulator     MiniStack, an emulator of AWS
#   infra/tools/python.sh localstack   another one, LocalStack's open core
#   infra/tools/python.sh release      what writes bills of materials
#
# Exits with 3 where this machine has no Python that is new enough.
set -euo pipefail
cd "$(dirname "$0")/../.."

name=${1:-venv}
venv=.tools/$name
pins=infra/$name/requirements.txt
[ "$name" = venv ] && pins=infra/tools/requirements.txt
oldest=3.10
[ "$name" = localstack ] && oldest=3.13
# A copy of the pins is left behind as the last step, so a run that was cut short is done again.
stamp="$venv/installed-requirements.txt"

if cmp -s "$pins" "$stamp" && "$venv/bin/python" -c '' 2>/dev/null; then
    exit 0
fi

fail() {
    echo "$1" >&2
    exit 1
}

python=
for candidate in python3 python3.14 python3.13 "$HOME"/.pyenv/versions/3.*/bin/python3; do
    if "$candidate" -c "import sys; sys.exit(sys.version_info < (${oldest/./, }))" 2>/dev/null; then
        python=$candidate
        break
    fi
done
if [ -z "$python" ]; then
    echo "Python $oldest or newer is missing: install python3, then run the same command again." >&2
    exit 3
fi
"$python" -c 'import venv, ensurepip' 2>/dev/null ||
    fail "$python cannot make virtual environments: install its venv module (the package python3-venv on Debian and Ubuntu)."

echo "Installing what $pins names into $venv ..." >&2
# `--clear` also replaces an environment whose Python is no longer there.
"$python" -m venv --clear "$venv"
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --requirement "$pins" ||
    fail "The Python tools could not be installed; see pip's message above. Run the same command again once that is mended."
cp "$pins" "$stamp"
