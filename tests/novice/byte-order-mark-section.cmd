tests/novice/break templates/sections/xanadu/arrests.md '1s/^/\xef\xbb\xbf/'
