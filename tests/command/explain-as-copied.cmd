"$PROG" explain 'warning[waiv-02]:'
