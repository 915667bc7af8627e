tests/novice/break cases/nobody.yaml 's/^  born:/   born:/'
