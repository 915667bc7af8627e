# What the schema and the needs of the parts ask for, and no more.
out=$(mktemp) && "$PROG" build -q --root . -T plain -o "$out" tests/command/smallest/us-eoir.yaml && cat "$out"
status=$?; rm -f "$out"; exit $status
