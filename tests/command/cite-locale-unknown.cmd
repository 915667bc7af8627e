"$PROG" cite --style apa --locale xx tests/command/two.json
