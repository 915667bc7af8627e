d=$(mktemp -d) p=$(realpath "$PROG")
cd "$d" || exit
{ echo '- id: a'; echo '  keyword:'; yes '  -' | head -n 1000001; } >list.yaml
"$p" cite --style apa list.yaml
{ printf '[{"id": "a", "keyword": ["x"'; yes ',1' | head -n 1000001; echo ']}]'; } >list.json
"$p" cite --style apa --messages short list.json
status=$?
rm -r "$d"
exit $status
