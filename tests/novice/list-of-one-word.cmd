tests/novice/break cases/nobody.yaml '/^sections:/{N;s/.*/sections: xanadu\/arrests/}'
