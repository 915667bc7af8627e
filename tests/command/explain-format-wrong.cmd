"$PROG" explain --format yaml FACT-03
