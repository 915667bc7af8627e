"$PROG" explain FACT-20
