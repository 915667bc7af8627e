#include "check/lookalike.h"

/* Sorted by code point; '\0': it has no width at all. */
/* clang-format off */
static const struct {
	uint32_t cp;
	char ascii;
} table[] = {
    /* Latin */
    {0x00ad, '\0'}, {0x0131, 'i'}, {0x0251, 'a'}, {0x0261, 'g'},
    /* Greek */
    {0x0391, 'A'}, {0x0392, 'B'}, {0x0395, 'E'}, {0x0396, 'Z'}, {0x0397, 'H'},
    {0x0399, 'I'}, {0x039a, 'K'}, {0x039c, 'M'}, {0x039d, 'N'}, {0x039f, 'O'},
    {0x03a1, 'P'}, {0x03a4, 'T'}, {0x03a5, 'Y'}, {0x03a7, 'X'}, {0x03b1, 'a'},
    {0x03b9, 'i'}, {0x03ba, 'k'}, {0x03bd, 'v'}, {0x03bf, 'o'}, {0x03c1, 'p'},
    {0x03c5, 'u'}, {0x03f2, 'c'}, {0x03f3, 'j'},
    /* Cyrillic */
    {0x0405, 'S'}, {0x0406, 'I'}, {0x0408, 'J'}, {0x0410, 'A'}, {0x0412, 'B'},
    {0x0415, 'E'}, {0x0417, '3'}, {0x041a, 'K'}, {0x041c, 'M'}, {0x041d, 'H'},
    {0x041e, 'O'}, {0x0420, 'P'}, {0x0421, 'C'}, {0x0422, 'T'}, {0x0423, 'Y'},
    {0x0425, 'X'}, {0x0430, 'a'}, {0x0435, 'e'}, {0x043a, 'k'}, {0x043e, 'o'},
    {0x0440, 'p'}, {0x0441, 'c'}, {0x0443, 'y'}, {0x0445, 'x'}, {0x0455, 's'},
    {0x0456, 'i'}, {0x0458, 'j'}, {0x04ae, 'Y'}, {0x04bb, 'h'}, {0x04c0, 'I'},
    {0x04cf, 'l'}, {0x0501, 'd'}, {0x051b, 'q'}, {0x051d, 'w'},
    /* Armenian */
    {0x0555, 'O'}, {0x057d, 'u'}, {0x0585, 'o'},
    /* spaces without width, dashes */
    {0x200b, '\0'}, {0x200c, '\0'}, {0x200d, '\0'}, {0x2010, '-'},
    {0x2011, '-'}, {0x2012, '-'}, {0x2013, '-'}, {0x2014, '-'}, {0x2015, '-'},
    {0x2060, '\0'}, {0x2212, '-'}, {0xfeff, '\0'},
};
/* clang-format on */

enum { ENTRIES = sizeof(table) / sizeof(table[0]) };

/* What cp looks like; cp itself when that is nothing else. */
static uint32_t
looks_like(uint32_t cp)
{
	size_t lo = 0, hi = ENTRIES;

	if (cp >= 0xff01 && cp <= 0xff5e) /* full-width forms of ASCII */
		return cp - 0xff01 + '!';
	while (lo < hi) {
		size_t mid = (lo + hi) / 2;
		if (table[mid].cp < cp)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo < ENTRIES && table[lo].cp == cp
	    ? (unsigned char)table[lo].ascii
	    : cp;
}

struct text
lookalike_ascii(struct arena *a, struct text t)
{
	struct buf b = {.a = a};
	bool other = false;

	for (size_t i = 0; i < t.n;) {
		uint32_t cp = text_next(t, &i), as = looks_like(cp);
		if (as >= 0x80)
			return TEXT("");
		other |= as != cp;
		if (as)
			buf_addc(&b, (char)as);
	}
	return other ? buf_text(&b) : TEXT("");
}
