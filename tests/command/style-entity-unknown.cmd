"$PROG" cite --style tests/styles-wrong/entity-unknown.csl tests/command/two.json
