"$PROG" cite --messages xml --style apa tests/command/two.json
