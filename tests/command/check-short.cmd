"$PROG" check --format short -q --root tests tests/case.yaml tests/bad/missing-fact.yaml --report tests/bad/missing-fact.md
