tests/novice/break cases/nobody.yaml 's/@par-counts/@par-count/'
