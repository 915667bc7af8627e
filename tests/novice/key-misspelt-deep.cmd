tests/novice/break cases/nobody.yaml 's/nationality:/nationalty:/'
