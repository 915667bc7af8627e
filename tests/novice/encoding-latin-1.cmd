tests/novice/break cases/nobody.yaml 's/full: Vera Nobody/full: V\xe9ra Nobody/'
