tests/novice/break templates/sections/xanadu/arrests.md 's/{{ subject.name.short }}/{{\xc2\xa0subject.name.short\xc2\xa0}}/'
