"$PROG" build --max-errors few tests/case.yaml
