echo '[a, b]' | "$PROG" render tests/command/render-born.md -F -
