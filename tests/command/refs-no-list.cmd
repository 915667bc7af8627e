"$PROG" cite --style apa tests/command/refs-no-list.json
