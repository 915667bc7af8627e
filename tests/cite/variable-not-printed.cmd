"$PROG" cite -s tests/templates/styles/lost.csl \
	tests/cite/variable-not-printed.yaml
