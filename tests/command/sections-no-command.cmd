"$PROG" sections tset
