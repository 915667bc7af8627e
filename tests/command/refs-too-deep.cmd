d=$(mktemp -d) p=$(realpath "$PROG")
cd "$d" || exit
{ printf '[{"id": "a", "title": '; yes '[' | head -n 25000; } >list.json
"$p" cite --style apa list.json
status=$?
rm -r "$d"
exit $status
