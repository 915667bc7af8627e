"$PROG" check --root tests tests/bad/misspelt-key.yaml
