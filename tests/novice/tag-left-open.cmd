tests/novice/break templates/sections/xanadu/arrests.md 's/{{ subject.name.short }}/{{ subject.name.short }/'
