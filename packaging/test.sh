#!/bin/sh
# Sets up what is missing and runs every check: format, lint, types, layers, dependencies, tests;
# those first that want the computer for themselves, since they look at the clock.
# Stops at the first check that fails; ends with pytest's own line.
set -eu
cd "$(dirname "$0")/.."
# shellcheck source=packaging/setup.sh
. packaging/setup.sh

install_packages "$window_libraries$screen_reader_programs$keyring_programs"
find_uv
install_python_packages --all-groups

check() {
    printf '\n== %s\n' "$*"
    "$uv" run --no-sync --quiet "$@"
}

check ruff format --check .
check ruff check .
check mypy
check lint-imports --no-logo
check deptry .
# The monkey and the stalls while printing are run by hand until they hold on slow computers, too:
# pytest -m alone -n 0 tests/monkey tests/journeys/test_no_stall.py
check pytest -m alone -n 0 --ignore tests/monkey --ignore tests/journeys/test_no_stall.py
check pytest -n 2
