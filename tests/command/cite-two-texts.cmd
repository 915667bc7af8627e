"$PROG" cite --style apa tests/templates/sources/xx.yaml tests/command/cites.md tests/command/cites-unknown.md
