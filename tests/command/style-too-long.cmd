d=$(mktemp -d) p=$(realpath "$PROG") refs=$PWD/tests/command/two.json
cd "$d" || exit
{ printf '<style>'; head -c 5000000 /dev/zero | tr '\0' ' '; } >long.csl
"$p" cite --style long.csl "$refs"
status=$?
rm -r "$d"
exit $status
