tests/novice/break cases/nobody.yaml 's/^    short:/   short:/'
