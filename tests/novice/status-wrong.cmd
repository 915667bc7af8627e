tests/novice/break cases/nobody.yaml 's/status: draft/status: Draft/'
