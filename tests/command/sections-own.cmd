"$PROG" sections test --root tests/command/sections-library tests/command/sections-own.md
