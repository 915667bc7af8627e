"$PROG" cite --style tests/styles-wrong/broken.csl tests/command/two.json
