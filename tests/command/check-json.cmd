"$PROG" check --format json --root tests tests/case.yaml tests/nowhere.yaml tests/bad/unknown-section.yaml
