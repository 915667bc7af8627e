"$PROG" why --root tests tests/case.yaml
