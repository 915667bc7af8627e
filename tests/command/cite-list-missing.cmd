"$PROG" cite --style apa tests/command/none.json
