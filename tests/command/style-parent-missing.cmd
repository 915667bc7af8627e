"$PROG" cite --style tests/styles-wrong/parent-missing.csl tests/command/two.json
