printf 'tests/case.yaml\n\n tests/bad/misspelt-key.yaml\r\ntests/case.yaml' | "$PROG" check --format short --root tests @-
