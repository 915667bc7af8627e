tests/novice/break cases/nobody.yaml 's/profile: court/profile: cuort/'
