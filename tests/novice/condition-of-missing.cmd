tests/novice/break templates/sections/xanadu/arrests.md 's/{% if .*%}/{% if subject.ethnicity and subject.married %}/'
