"$PROG" cite --style tests/styles-wrong/parent-itself.csl tests/command/two.json
