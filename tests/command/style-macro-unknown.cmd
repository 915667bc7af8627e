"$PROG" cite --style tests/styles-wrong/macro-unknown.csl tests/command/two.json
