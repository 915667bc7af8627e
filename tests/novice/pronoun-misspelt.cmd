tests/novice/break templates/sections/xanadu/arrests.md 's/subject.Their/subject.Thier/'
