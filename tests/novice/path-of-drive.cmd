tests/novice/break cases/nobody.yaml 's/expert: .*/expert: C:\\Users\\Ida\\invented.yaml/'
