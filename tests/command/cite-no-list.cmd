"$PROG" cite --style apa
