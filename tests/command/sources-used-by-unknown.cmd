"$PROG" sources used-by alpha-202O --root tests
