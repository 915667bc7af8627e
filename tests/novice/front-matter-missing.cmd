tests/novice/break templates/sections/xanadu/arrests.md '1,10d'
