tests/novice/break templates/sections/xanadu/arrests.md 's/\[@alpha-2020, para 12\]/[@alpha-2020; para 12]/'
