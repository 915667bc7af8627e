tests/novice/break cases/nobody.yaml 's/^  nationality:/  born: 1991-04-13\n  nationality:/'
