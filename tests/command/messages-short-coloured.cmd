"$PROG" build -q --root tests --format short --color=always tests/bad/many-faults.yaml --report tests/bad/many-faults.md
