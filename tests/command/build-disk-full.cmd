"$PROG" build -q -o /dev/full tests/case.yaml
