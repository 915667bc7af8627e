d=$(mktemp -d) p=$(realpath "$PROG")
cd "$d" || exit
{
	printf -- '- id: a\n  type: book\n  title: "'
	head -c 1000000 /dev/zero | tr '\0' x
	echo '"'
} >list.yaml
"$p" cite --style apa list.yaml | wc -c
rm -r "$d"
