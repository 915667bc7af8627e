"$PROG" sources used-by --root tests alpha-2020 tests/case.yaml
