#!/bin/sh
# CSL: our own cases, tests/csl, all pass.
cd "$(dirname "$0")/../.." || exit 2
: "${PROG:=build/peritus}"
"${PROG%/*}/csl-suite" tests/csl -v | tee /dev/stderr |
	grep -q '^[1-9][0-9]* passed, 0 failed$'
