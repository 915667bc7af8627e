"$PROG" cite --style apa tests/command/refs-json-broken.json
