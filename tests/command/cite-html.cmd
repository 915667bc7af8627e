"$PROG" cite --style oscola --format html tests/templates/sources/xx.yaml tests/command/cites.md
