#!/bin/sh
# What cannot be written is said, with status 3, and an older report stays.
cd "$(dirname "$0")/../.." || exit 2
: "${PROG:=build/peritus}"
tmp=$(mktemp -d) || exit 2
trap 'chmod -R u+w "$tmp"; rm -rf "$tmp"' EXIT
fail=0 n=0

# expect NAME STATUS PATTERN -- COMMAND...
expect() {
	name=$1 status=$2 pattern=$3
	shift 4
	"$@" >"$tmp/out" 2>"$tmp/err" </dev/null
	got=$?
	n=$((n + 1))
	if [ $got != "$status" ] || ! grep -q -- "$pattern" "$tmp/err"; then
		echo "$name: status $got, wanted $status and '$pattern'"
		cat "$tmp/err"
		fail=$((fail + 1))
	fi
}
same_old() {
	n=$((n + 1))
	[ "$(cat "$1")" = old ] && return
	echo "$1 was touched"
	fail=$((fail + 1))
}
build() {
	"$PROG" build "$@"
}

expect written 0 'wrote' -- build tests/case.yaml -o "$tmp/a.pdf"
expect full-device 3 'OUT-.*/dev/full' -- \
    build tests/case.yaml -o /dev/full
expect no-folder 3 'OUT-' -- build tests/case.yaml -o "$tmp/none/a.pdf"
expect a-folder 3 'OUT-' -- build tests/case.yaml -o "$tmp"
expect no-case 3 'FILE-' -- build "$tmp/none.yaml" -o "$tmp/b.pdf"
expect case-is-a-folder 3 'FILE-' -- build "$tmp" -o "$tmp/b.pdf"

echo old >"$tmp/old.pdf"
echo 'profile: [' >"$tmp/broken.yaml"
expect broken-case 1 'error' -- \
    build "$tmp/broken.yaml" --root tests -o "$tmp/old.pdf"
same_old "$tmp/old.pdf"

# Permissions do not bind root: run those as nobody when we can.
if [ "$(id -u)" = 0 ] && command -v setpriv >/dev/null; then
	mkdir "$tmp/ro"
	echo old >"$tmp/ro/a.pdf"
	cp tests/case.yaml "$tmp/secret.yaml"
	chmod 0600 "$tmp/secret.yaml"
	chmod 0755 "$tmp" "$tmp/ro"
	as="setpriv --reuid 65534 --regid 65534 --clear-groups"
	if $as "$PROG" --version >/dev/null 2>&1; then
		expect no-permission 3 'OUT-.*' -- \
		    $as "$PROG" build tests/case.yaml -o "$tmp/ro/a.pdf"
		same_old "$tmp/ro/a.pdf"
		expect unreadable 3 'FILE-' -- $as "$PROG" build \
		    "$tmp/secret.yaml" --root tests -o "$tmp/b.pdf"
	fi
fi
[ -e "$tmp/b.pdf" ] && { echo "b.pdf was made"; fail=$((fail + 1)); }
left=$(find "$tmp" -name '*.tmp*' -o -name '.*.pdf*' | head -1)
[ -n "$left" ] && { echo "left behind: $left"; fail=$((fail + 1)); }

expect no-command 2 'usage' -- "$PROG"
expect wrong-command 2 'did you mean build' -- "$PROG" bild
expect wrong-option 2 'did you mean --output' -- build --outptu x
expect two-cases 2 'one case' -- build a b
echo "output-faults: $((n - fail)) passed, $fail failed"
[ $fail = 0 ]
