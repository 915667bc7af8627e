"$PROG" sections test --root tests/command/sections-library zz/clean --limit none
