tests/novice/break cases/nobody.yaml 's/born: .*/born: 2024-02-31/'
