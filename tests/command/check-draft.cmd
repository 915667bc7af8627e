"$PROG" check --draft --root tests tests/bad/missing-fact.yaml --report tests/bad/missing-fact.md
