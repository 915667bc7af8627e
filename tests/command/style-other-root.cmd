"$PROG" cite --style tests/styles-wrong/other-root.csl tests/command/two.json
