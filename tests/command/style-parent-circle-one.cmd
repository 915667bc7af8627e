"$PROG" cite --style tests/styles-wrong/parent-circle-one.csl tests/command/two.json
