"$PROG" explain path
