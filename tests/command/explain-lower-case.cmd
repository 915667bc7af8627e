COLUMNS=60 "$PROG" explain fact-06
