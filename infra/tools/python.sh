#!/usr/bin/env bash
# Makes a virtual environment below `.tools` with Python tools in the pinned versions: `venv` with what builds, checks and
# deploys, or `emulator` with an emulator of AWS. Answers at once when it is there already. `make run` needs neither.
#
#   infra/tools/python.sh [venv | emulator]
set -euo pipefail
cd "$(dirname "$0")/../.."

venv=.tools/${1:-venv}
case "$venv" in
.tools/venv) pins=infra/tools/requirements.txt ;;
*) pins=infra/${1}/requirements.txt ;;
esac
# A copy of the pins is left behind as the last step, so a run that was cut short is done again.
stamp="$venv/installed-requirements.txt"

if cmp -s "$pins" "$stamp" && "$venv/bin/python" -c '' 2>/dev/null; then
    exit 0
fi

fail() {
    echo "$1" >&2
    exit 1
}

command -v python3 >/dev/null ||
    fail "Python 3 is missing: building and checking the Lambda functions needs python3, 3.10 or newer."
python3 -c 'import sys; sys.exit(sys.version_info < (3, 10))' ||
    fail "$(python3 --version) is too old: building and checking the Lambda functions needs 3.10 or newer."
python3 -c 'import venv, ensurepip' 2>/dev/null ||
    fail "python3 cannot make virtual environments: install its venv module (the package python3-venv on Debian and Ubuntu)."

echo "Installing what $pins names into $venv ..." >&2
# `--clear` also replaces an environment whose Python is no longer there.
python3 -m venv --clear "$venv"
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --requirement "$pins" ||
    fail "The Python tools could not be installed; see pip's message above. Run the same command again once that is mended."
cp "$pins" "$stamp"
