"$PROG" schema cases
