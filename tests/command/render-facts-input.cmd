echo '{"born": "1991", "name": "Ana"}' | "$PROG" render tests/command/render-born.md -F -
