"$PROG" cite --style tests/styles-wrong/entity-bomb.csl tests/command/two.json
