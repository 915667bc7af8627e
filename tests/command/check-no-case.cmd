"$PROG" check
