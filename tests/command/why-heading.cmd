"$PROG" why --root tests --report tests/command/map.md tests/case.yaml A
