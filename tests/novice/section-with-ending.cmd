tests/novice/break cases/nobody.yaml 's/xanadu\/arrests/xanadu\/arrests.md/'
