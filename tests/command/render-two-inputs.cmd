"$PROG" render - --facts -
