"$PROG" cite --style tests/styles-wrong/parents-1.csl tests/command/two.json
