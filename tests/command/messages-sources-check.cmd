"$PROG" sources check --format jsonl --today 2026-11-24 tests/command/sources-faults.yaml
