tests/novice/break cases/nobody.yaml 's/report_date: .*/report_date: 20\/11\/2026/'
