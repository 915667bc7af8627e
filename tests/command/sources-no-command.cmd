"$PROG" sources lists
