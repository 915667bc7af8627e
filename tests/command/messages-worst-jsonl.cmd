"$PROG" build -q --root tests --max-errors 2 --format jsonl tests/bad/many-faults.yaml --report tests/bad/many-faults.md
