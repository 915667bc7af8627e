tests/novice/break templates/sections/xanadu/arrests.md 's/{% endif %}/{% endfor %}/'
