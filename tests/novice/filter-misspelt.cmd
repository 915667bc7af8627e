tests/novice/break templates/reports/court.md 's/date_long/datelong/'
