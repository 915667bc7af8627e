tests/novice/break cases/nobody.yaml 's/..\/experts/experts/'
