#!/bin/sh
# The official fixtures of CSL, where they are (CSL_SUITE, CSL_LOCALES, or
# beside this project): none may fail that tests/suite/csl.known does not name,
# and that list may only shrink.
cd "$(dirname "$0")/../.." || exit 2
: "${PROG:=build/peritus}"
: "${CSL_SUITE:=../shared/csl-suite}"
: "${CSL_LOCALES:=../shared/csl-locales}"
run="${PROG%/*}/csl-suite"
known=tests/suite/csl.known
if [ ! -d "$CSL_SUITE" ] || [ ! -d "$CSL_LOCALES" ]; then
	echo "skipped: no fixtures in $CSL_SUITE, or no locales in $CSL_LOCALES"
	exit 77
fi
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
"$run" "$CSL_SUITE" --locales "$CSL_LOCALES" >"$tmp/out" || exit 1
sed -n 's/\.txt$//p' "$tmp/out" | LC_ALL=C sort >"$tmp/failed"
LC_ALL=C comm -23 "$tmp/failed" "$known" >"$tmp/new"
LC_ALL=C comm -13 "$tmp/failed" "$known" >"$tmp/passing"
sed 's/^/passes now, take it off the list: /' "$tmp/passing"
sed 's/^/FAILED: /' "$tmp/new"
tail -n 1 "$tmp/out"
grep -q '^[1-9][0-9]* passed' "$tmp/out" && [ ! -s "$tmp/new" ]
