tests/novice/break templates/reports/court.md '0,/^:::$/s/^:::$//'
