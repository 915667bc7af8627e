tests/novice/break cases/nobody.yaml 's/^documents:/---\ndocuments:/'
