"$PROG" sources used-by 'odd key' tests/templates/sources/xx.yaml tests/command/sources-texts.md
