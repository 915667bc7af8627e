/*
 * bidi.c - embedding levels of a paragraph (UAX #9, by FriBidi)
 */
#include <fribidi.h>

#include "base/uni.h"
#include "layout/set.h"

/* Hebrew, Arabic and their neighbours, and the explicit controls. */
static bool
right_to_left(uint32_t cp)
{
	return (cp >= 0x590 && cp <= 0x8ff) || (cp >= 0xfb1d && cp <= 0xfdff)
	    || (cp >= 0xfe70 && cp <= 0xfeff) || cp == 0x200f
	    || (cp >= 0x202a && cp <= 0x202e) || (cp >= 0x2066 && cp <= 0x2069)
	    || (cp >= 0x10800 && cp <= 0x10fff)
	    || (cp >= 0x1e800 && cp <= 0x1efff);
}

/* Most text is settled by its lead bytes: those of U+0590 and above are 0xd6
 * and above. */
static bool
needed(struct text t)
{
	for (size_t i = 0; i < t.n;) {
		if ((unsigned char)t.s[i] < 0xd6)
			i++;
		else if (right_to_left(text_next(t, &i)))
			return true;
	}
	return false;
}

bool
bidi_levels(struct arena *a, struct text t, uint8_t *out)
{
	if (!needed(t))
		return false;
	size_t n = uni_length(t), k = 0;
	FriBidiChar *cp = arena_alloc(a, n * sizeof(*cp));
	FriBidiCharType *type = arena_alloc(a, n * sizeof(*type));
	FriBidiBracketType *bracket = arena_alloc(a, n * sizeof(*bracket));
	FriBidiLevel *level = arena_alloc(a, n * sizeof(*level));
	FriBidiParType base = FRIBIDI_PAR_LTR;
	for (size_t i = 0; i < t.n;)
		cp[k++] = text_next(t, &i);
	fribidi_get_bidi_types(cp, (int)n, type);
	fribidi_get_bracket_types(cp, (int)n, type, bracket);
	if (!fribidi_get_par_embedding_levels_ex(type, bracket, (int)n, &base,
		level))
		return false;
	k = 0;
	for (size_t i = 0; i < t.n; k++) {
		size_t from = i;
		text_next(t, &i);
		for (; from < i; from++)
			out[from] = (uint8_t)level[k];
	}
	return true;
}
