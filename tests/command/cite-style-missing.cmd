"$PROG" cite --style oscolla tests/command/two.json
