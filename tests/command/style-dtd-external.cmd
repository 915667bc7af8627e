"$PROG" cite --style tests/styles-wrong/dtd-external.csl tests/command/two.json
