"$PROG" sections test --root tests/command/sections-library zz/claen; echo $?
