"$PROG" sources used-by alpha-2020 -f json --root tests tests/case.yaml
