"$PROG" cite --style tests/styles-wrong/no-citation.csl tests/command/two.json
