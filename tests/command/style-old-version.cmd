"$PROG" cite --style tests/styles-wrong/old-version.csl tests/command/two.json
