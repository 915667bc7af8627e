tests/novice/break cases/nobody.yaml 's/text: She left by train./text: She left by train\nand by bus./'
