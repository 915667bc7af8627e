"$PROG" check --root tests --fail-level warning tests/case.yaml
