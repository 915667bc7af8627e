"$PROG" sources list --root tests tests/templates/sources/xx.yaml
