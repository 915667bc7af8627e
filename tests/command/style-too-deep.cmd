d=$(mktemp -d) p=$(realpath "$PROG") refs=$PWD/tests/command/two.json
cd "$d" || exit
yes '<group>' | head -n 25000 >deep.csl
"$p" cite --style deep.csl "$refs"
status=$?
rm -r "$d"
exit $status
