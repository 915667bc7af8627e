"$PROG" cite --style tests/styles-wrong/no-version.csl tests/command/two.json
