COLUMNS=80 "$PROG" explain --color always WAIV-02 waiv
