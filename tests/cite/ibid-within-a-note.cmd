for s in aglc bluebook oscola-4; do
	"$PROG" cite -s templates/styles/$s.csl tests/templates/sources/law.yaml \
		tests/cite/ibid-within-a-note.md | sed -n 2,4p
done
