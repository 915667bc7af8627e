tests/novice/break cases/nobody.yaml 's/^subject:/subjet:/'
