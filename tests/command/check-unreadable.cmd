"$PROG" check tests/nowhere.yaml
