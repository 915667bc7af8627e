"$PROG" render --draft tests/command/render-missing.md --facts tests/command/render-facts.yaml
