"$PROG" cite --style tests/styles-wrong/locale-as-style.csl tests/command/two.json
