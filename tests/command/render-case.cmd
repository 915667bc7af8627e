"$PROG" render --root tests tests/command/render-case.md --facts tests/case.yaml
