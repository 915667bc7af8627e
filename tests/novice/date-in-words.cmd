tests/novice/break cases/nobody.yaml 's/letter: .*/letter: 3rd of March 2026/'
