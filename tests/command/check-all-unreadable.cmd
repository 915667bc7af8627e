"$PROG" check -q tests/nowhere.yaml tests/nobody.yaml
