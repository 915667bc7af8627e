COLUMNS=80 "$PROG" explain path
