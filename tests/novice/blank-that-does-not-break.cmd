tests/novice/break cases/nobody.yaml 's/^  born:/\xc2\xa0\xc2\xa0born:/'
