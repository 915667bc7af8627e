"$PROG" cite --style tests/command/refs-years.csl tests/command/refs-years.yaml
