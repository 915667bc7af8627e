t=$(mktemp -d) && "$PROG" render -F tests/command/render-facts.yaml -o "$t/x" tests/command/render-born.md && cat "$t/x" &&
	! "$PROG" render -o "$t/x" tests/command/render-born.md 2>/dev/null && cat "$t/x"
rm -r "$t"
