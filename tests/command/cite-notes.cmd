"$PROG" cite --style oscola tests/templates/sources/xx.yaml tests/command/cites.md
