"$PROG" check -q --root tests tests/case.yaml tests/bad/misspelt-key.yaml tests/bad/missing-fact.yaml --report tests/bad/missing-fact.md
