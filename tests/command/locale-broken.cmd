PERITUS_CSL=tests/styles-wrong "$PROG" cite --locale de-DE --style tests/command/refs-years.csl tests/command/two.json
