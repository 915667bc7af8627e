"$PROG" explain >/dev/full
