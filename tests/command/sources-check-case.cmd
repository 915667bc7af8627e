"$PROG" sources check --today 2026-11-24 --root tests tests/command/sources-case.yaml
