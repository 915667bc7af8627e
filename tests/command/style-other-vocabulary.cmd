"$PROG" cite --style tests/styles-wrong/other-vocabulary.csl tests/command/two.json
