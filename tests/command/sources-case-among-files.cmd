"$PROG" sources list -f json tests/command/two.json tests/command/sources-case.yaml
