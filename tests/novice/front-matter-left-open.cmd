tests/novice/break templates/sections/xanadu/arrests.md '/^needs/,/^---/{s/^---//}'
