tests/novice/break cases/nobody.yaml 's/^- xanadu/-xanadu/'
