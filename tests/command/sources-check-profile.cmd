"$PROG" sources check --today 2026-11-24 --root tests --messages short tests/command/sources-case-audit.yaml
