tests/novice/break templates/sections/xanadu/arrests.md 's/\[^count\] / /'
