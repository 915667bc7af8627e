tests/novice/break cases/nobody.yaml 's/born: .*/born: 31\/02\/2024/'
