"$PROG" build --color sometimes tests/case.yaml
