COLUMNS=80 "$PROG" explain 'warning[waiv-02]:'
