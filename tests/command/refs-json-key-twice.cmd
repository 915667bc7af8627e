"$PROG" cite --style apa tests/command/refs-json-key-twice.json
