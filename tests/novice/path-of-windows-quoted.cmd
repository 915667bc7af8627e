tests/novice/break cases/nobody.yaml 's/expert: .*/expert: "..\\experts\\invented.yaml"/'
