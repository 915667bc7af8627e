"$PROG" check --root tests tests/check/final-is-written.yaml --report tests/check/final-is-written.md
