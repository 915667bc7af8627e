t=$(mktemp -d) && "$PROG" build -q --root tests --report tests/command/map.md tests/case.yaml -T plain -o "$t/x" --map "$t/map.json" 2>/dev/null
python3 -m json.tool --no-indent "$t/map.json" >/dev/null && cat "$t/map.json"; rm -r "$t"
