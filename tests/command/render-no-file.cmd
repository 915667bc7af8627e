"$PROG" render tests/command/no-such.md
