"$PROG" render tests/command/render-missing.md --facts tests/command/render-facts.yaml
