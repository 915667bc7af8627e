tests/novice/break cases/nobody.yaml 's/^    full:/\tfull:/'
