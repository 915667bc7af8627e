"$PROG" build -q --color always --root tests -d load tests/bad/many-faults.yaml
