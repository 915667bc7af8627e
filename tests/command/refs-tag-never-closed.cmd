"$PROG" cite --style apa tests/command/refs-tag-never-closed.yaml
