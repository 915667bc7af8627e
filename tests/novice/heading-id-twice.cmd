tests/novice/break templates/reports/court.md 's/^# Facts/# Facts {#part}/;s/^# Opinion/# Opinion {#part}/'
