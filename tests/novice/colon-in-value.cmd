tests/novice/break cases/nobody.yaml 's/title: Return/title: Return: the question/'
