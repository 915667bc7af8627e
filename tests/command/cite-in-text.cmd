"$PROG" cite --style chicago-author-date tests/templates/sources/xx.yaml tests/command/cites.md
