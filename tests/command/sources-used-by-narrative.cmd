"$PROG" sources used-by own-2020 --root tests tests/command/sources-case.yaml
