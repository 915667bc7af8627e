tests/novice/break cases/nobody.yaml 's/occupation: teacher/occupation: \&c/'
