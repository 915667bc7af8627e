tests/novice/break cases/nobody.yaml 's/invented.yaml/invnted.yaml/'
