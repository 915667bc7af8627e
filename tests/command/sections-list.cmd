"$PROG" sections list --root tests/command/sections-library
