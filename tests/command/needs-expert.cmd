# A need of two parts is said once, with both; FACT-02 does not repeat it.
"$PROG" build -q --root . -T plain -o /dev/null tests/command/smallest/lacking.yaml
