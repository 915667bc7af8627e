echo "[@one]" | "$PROG" cite --style apa tests/command/two.json -
