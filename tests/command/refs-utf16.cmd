"$PROG" cite --style apa tests/command/refs-utf16.json
