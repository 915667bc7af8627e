"$PROG" sources list -f json tests/command/two.json
