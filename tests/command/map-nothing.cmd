t=$(mktemp -d); echo old >"$t/map.json"
"$PROG" build -q --root tests --report tests/command/render-missing.md tests/case.yaml -o "$t/x" --map "$t/map.json" 2>/dev/null
cat "$t/map.json"; ls "$t"; rm -r "$t"
