"$PROG" cite --style tests/styles-wrong/entity-external.csl tests/command/two.json
