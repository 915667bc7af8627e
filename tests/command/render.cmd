"$PROG" render tests/command/render.md --root tests --facts tests/command/render-facts.yaml
