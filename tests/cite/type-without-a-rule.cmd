"$PROG" cite -s tests/templates/styles/lost.csl tests/cite/type-without-a-rule.yaml
# a style that asks for no type treats all alike on purpose
"$PROG" cite -s tests/templates/styles/left-margin.csl \
	tests/cite/type-without-a-rule.yaml >/dev/null
