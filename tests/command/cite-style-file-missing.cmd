"$PROG" cite --style tests/command/none.csl tests/command/two.json
