# Bit 1 alone of OS/2.fsType: restricted licence embedding (OpenType 1.9).
font=/usr/share/fonts/truetype/liberation2/LiberationSerif-Regular.ttf
d=$(mktemp -d) || exit
record=$(grep -abo OS/2 "$font" | head -n 1 | cut -d: -f1)
table=$(od -An -tu1 -j$((record + 8)) -N4 "$font" |
    awk '{ print (($1 * 256 + $2) * 256 + $3) * 256 + $4 }')
cp "$font" "$d/locked.ttf" && chmod u+w "$d/locked.ttf"
printf '\002' | dd of="$d/locked.ttf" bs=1 seek=$((table + 9)) conv=notrunc 2>/dev/null
PERITUS_FONTS=$d "$PROG" build -q --root tests/command/locked-font \
    -o "$d/out.pdf" tests/command/locked-font/case.yaml
status=$?
[ -e "$d/out.pdf" ] && echo "out.pdf was made" >&2
rm -r "$d"
exit $status
