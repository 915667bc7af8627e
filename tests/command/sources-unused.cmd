"$PROG" sources unused tests/templates/sources/xx.yaml tests/command/sources-texts.md
