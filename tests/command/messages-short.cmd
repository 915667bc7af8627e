"$PROG" build -q --root tests --format short --color never tests/bad/many-faults.yaml --report tests/bad/many-faults.md
