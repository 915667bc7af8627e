"$PROG" cite --style apa tests/command/refs.ris
