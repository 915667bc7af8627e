"$PROG" cite --style tests/styles-wrong/macro-circle.csl tests/command/two.json
