"$PROG" build -q --root tests --color always tests/bad/label-doubled.yaml --report tests/bad/label-doubled.md
