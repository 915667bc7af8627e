"$PROG" build -q --root tests --format json tests/bad/include-cycle.yaml --report tests/bad/include-cycle.md
