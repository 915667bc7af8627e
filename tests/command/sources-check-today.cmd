"$PROG" sources check --today 2026-11 tests/command/two.json
