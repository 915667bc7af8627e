"$PROG" sections test --root tests/command/sections-library parts/part.md --fail-level warning
