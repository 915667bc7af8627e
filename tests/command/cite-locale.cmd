"$PROG" cite --style apa --locale de-DE tests/command/two.json
