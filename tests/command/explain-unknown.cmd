"$PROG" explain FACT-20
"$PROG" explain fatc 'error[]' nothing-like-it
