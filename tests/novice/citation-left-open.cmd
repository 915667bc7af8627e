tests/novice/break templates/sections/xanadu/arrests.md 's/@beta-2021\]/@beta-2021/'
