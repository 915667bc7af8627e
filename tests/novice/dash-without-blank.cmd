tests/novice/break cases/nobody.yaml 's/^- id: f2/-id: f2/'
