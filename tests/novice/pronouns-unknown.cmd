tests/novice/break cases/nobody.yaml 's/pronouns: she/pronouns: her/'
