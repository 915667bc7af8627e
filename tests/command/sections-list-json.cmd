"$PROG" sections list --root tests/command/sections-library --format json
