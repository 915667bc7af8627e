"$PROG" cite --style tests/command/no-bibliography.csl tests/command/two.json
