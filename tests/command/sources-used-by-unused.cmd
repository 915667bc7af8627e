"$PROG" sources used-by -f json zebra tests/templates/sources/xx.yaml tests/command/sources-texts.md
