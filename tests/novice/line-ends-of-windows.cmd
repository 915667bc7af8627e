tests/novice/break cases/nobody.yaml 's/$/\r/'
