"$PROG" cite --style tests/styles-wrong/not-utf8.csl tests/command/two.json
