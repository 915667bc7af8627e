"$PROG" cite --list-styles oscola-no
