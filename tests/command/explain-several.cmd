"$PROG" explain YAML-03 YAML-06
