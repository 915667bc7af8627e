"$PROG" cite --style apa --format json tests/command/two.json
