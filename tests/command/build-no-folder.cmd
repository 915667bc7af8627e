"$PROG" build -q -o tests/none/out.pdf tests/case.yaml
