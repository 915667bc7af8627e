tests/novice/break cases/nobody.yaml 's/^reference: .*/reference: #4711/'
