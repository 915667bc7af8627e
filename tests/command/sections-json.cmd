"$PROG" sections test --root tests/command/sections-library zz/clean zz/faulty --format json --messages short
