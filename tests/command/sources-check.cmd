"$PROG" sources check --today 2026-11-24 tests/command/sources-faults.yaml tests/command/sources-faults.md
