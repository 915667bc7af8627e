"$PROG" build -q --root tests --format sarif --color never tests/bad/many-faults.yaml --report tests/bad/many-faults.md 2>&1 | sed -n '/^"results"/,$p'
