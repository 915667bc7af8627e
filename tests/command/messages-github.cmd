"$PROG" build -q --root tests --format github --color never tests/bad/many-faults.yaml --report tests/bad/many-faults.md
