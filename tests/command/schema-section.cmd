"$PROG" schema section
