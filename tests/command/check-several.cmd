"$PROG" check --root tests tests/bad/misspelt-key.yaml tests/case.yaml tests/nowhere.yaml
