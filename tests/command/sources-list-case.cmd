"$PROG" sources list --root tests tests/case.yaml
