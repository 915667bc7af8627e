tests/novice/break templates/reports/court.md 's/{{ subject.occupation }}/{{ subject.job }}/'
