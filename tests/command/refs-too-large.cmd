d=$(mktemp -d) p=$(realpath "$PROG")
cd "$d" || exit
{ echo '- id: a'; head -c 17000000 /dev/zero | tr '\0' ' '; } >list.yaml
"$p" cite --style apa list.yaml
status=$?
rm -r "$d"
exit $status
