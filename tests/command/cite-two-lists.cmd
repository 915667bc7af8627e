"$PROG" cite --style oscola tests/templates/sources/xx.yaml tests/command/two.json tests/command/cites-unknown.md
