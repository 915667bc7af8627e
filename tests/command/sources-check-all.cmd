"$PROG" sources check --all --today 2026-11-24 --messages short tests/command/sources-faults.yaml tests/command/sources-faults.md
