/*
 * hyph.c - where a word may be divided, by libhyphen's patterns
 *
 * At least two letters stay before the hyphen and three go after it.  Words
 * with a capital and fewer than six letters, abbreviations in capitals, and
 * anything that is not letters are left whole.
 */
#include <string.h>

#include "base/uni.h"
#include "layout/set.h"

enum { LEFT = 2, RIGHT = 3, LONGEST = 100, SHORTEST = 5 };

/* Whether the language can be divided; what is missing is said once. */
static bool
have(struct setter *s, struct text lang)
{
	char name[HYPHEN_NAME];

	if (hyphens_have(s->hyphens, lang))
		return true;
	hyphens_name(lang, name);
	if (strncmp(name, "en_", 3) == 0 && !s->unhyphened)
		diag(s->d, LEVEL_WARNING, "HYPH-01", (struct pos){0},
		    "no hyphenation patterns are installed for %s", name);
	s->unhyphened = true;
	return false;
}

static bool
divisible(struct text w)
{
	size_t letters = 0, capitals = 0;

	for (size_t i = 0; i < w.n;) {
		uint32_t cp = text_next(w, &i);
		if (uni_class(cp) != UNI_LETTER)
			return false;
		letters++;
		capitals += uni_is_upper(cp);
	}
	return w.n < LONGEST && capitals < 2
	    && letters >= (capitals ? SHORTEST + 1 : SHORTEST);
}

/* One entry of marks for each code point; odd: a hyphen may follow. */
static const char *
spread(struct arena *a, struct text word, const char *marks)
{
	char *out = arena_alloc(a, word.n);
	bool any = false;
	size_t k = 0;

	for (size_t i = 0; i < word.n; k++) {
		text_next(word, &i);
		if ((marks[k] & 1) && i < word.n) {
			out[i - 1] = 1;
			any = true;
		}
	}
	return any ? out : NULL;
}

const char *
hyphen_points(struct setter *s, struct text word, struct text lang)
{
	struct hyphen_limits limits = {LEFT, RIGHT};
	char marks[LONGEST + 8];

	if (word.n < SHORTEST || !divisible(word) || !have(s, lang))
		return NULL;
	struct text low = uni_lower(s->scratch, word);
	if (low.n != word.n
	    || !hyphens_divide(s->hyphens, lang, low, limits, marks))
		return NULL;
	return spread(s->a, word, marks);
}
