"$PROG" sections test --root tests/command/sections-library tests/command/sections-library/templates/sections/zz/clean.md --all --limit 2
