"$PROG" explain --format json FACT-03
