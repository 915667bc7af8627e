"$PROG" cite --style apa tests/command/refs-bom.json
