tests/novice/break templates/sections/xanadu/arrests.md 's/^id: .*/id: xanadu\/arrest/'
