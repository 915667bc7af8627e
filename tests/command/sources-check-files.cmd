"$PROG" sources check --today 2026-11-24 --root tests --fail-level warning tests/command/two.json
