tests/novice/break cases/nobody.yaml '1s/^/\xef\xbb\xbf/'
