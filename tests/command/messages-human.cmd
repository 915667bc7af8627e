"$PROG" build -q --root tests --format human --color never tests/bad/many-faults.yaml --report tests/bad/many-faults.md
