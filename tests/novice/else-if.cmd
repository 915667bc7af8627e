tests/novice/break templates/sections/xanadu/arrests.md 's/{% endif %}/{% else if subject.born %}\nX.\n\n{% endif %}/'
