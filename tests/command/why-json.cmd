"$PROG" why -f json --root tests --report tests/command/map.md tests/case.yaml @par-born
