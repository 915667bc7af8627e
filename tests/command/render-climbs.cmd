"$PROG" render tests/command/render-climbs.md
