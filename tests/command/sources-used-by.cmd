"$PROG" sources used-by alpha-2020 tests/templates/sources/xx.yaml tests/command/sources-texts.md
