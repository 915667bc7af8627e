tests/novice/break cases/nobody.yaml 's/text: She left by train./text: She left on train #12 at noon./'
