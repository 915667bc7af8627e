"$PROG" sections test --root tests/command zz/clean
