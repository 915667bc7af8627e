"$PROG" cite --style oscola --format json tests/templates/sources/xx.yaml tests/command/cites.md
