"$PROG" cite --style apa tests/command/refs-not-a-list.yaml
