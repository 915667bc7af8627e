"$PROG" sources list --root tests/command
