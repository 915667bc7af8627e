"$PROG" build -q --root tests --format jsonl --color never tests/bad/many-faults.yaml --report tests/bad/many-faults.md
