tests/novice/break cases/nobody.yaml 's/She left by train./She left for {{ country }}./'
