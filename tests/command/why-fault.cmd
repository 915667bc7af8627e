"$PROG" why --root tests --report tests/command/render-missing.md tests/case.yaml 1
