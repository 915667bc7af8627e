"$PROG" cite --style apa --format html tests/command/two.json
