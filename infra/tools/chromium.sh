#!/usr/bin/env bash
# Makes sure that there is a Chromium for the browser tests.
set -euo pipefail

# The same two places as in frontend/playwright.config.ts.
if [ -x "${CHROMIUM:-/usr/bin/chromium}" ]; then
    exit 0
fi

if [ -z "${CHROMIUM:-}" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Installing Chromium for the browser tests ..." >&2
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-liberation >/dev/null
    exit 0
fi

echo "The browser tests need Chromium: install your distribution's package 'chromium', or set CHROMIUM to the path of one." >&2
exit 1
