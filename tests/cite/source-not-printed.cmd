"$PROG" cite -s tests/templates/styles/lost.csl \
	tests/cite/source-not-printed.yaml tests/cite/source-not-printed.md
