/*
 * hyph.c - where a word may be divided, by libhyphen's patterns
 *
 * At least two letters stay before the hyphen and three go after it.  Words
 * with a capital and fewer than six letters, abbreviations in capitals, and
 * anything that is not letters are left whole.
 */
#include <hyphen.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/uni.h"
#include "layout/set.h"

enum { LEFT = 2, RIGHT = 3, LONGEST = 100, SHORTEST = 5, DICTS = 4 };

struct hyphenator {
	struct {
		char lang[16];
		HyphenDict *dict;
	} dicts[DICTS];
	size_t n;
};

struct hyphenator *
hyphenator_new(struct arena *a)
{
	return arena_make(a, struct hyphenator);
}

void
hyphenator_free(struct hyphenator *h)
{
	for (size_t i = 0; i < h->n; i++)
		if (h->dicts[i].dict)
			hnj_hyphen_free(h->dicts[i].dict);
	h->n = 0;
}

/* "en-GB" or "en_GB" to libhyphen's "en_GB"; a bare "en" is British. */
static void
dict_name(struct text lang, char out[16])
{
	size_t n = 0;

	for (size_t i = 0; i < lang.n && n < 8; i++)
		out[n++] = lang.s[i] == '-' ? '_' : lang.s[i];
	out[n] = '\0';
	if (strcmp(out, "en") == 0)
		strcpy(out, "en_GB");
}

static HyphenDict *
dict_for(struct setter *s, struct text lang)
{
	struct hyphenator *h = s->hyphenator;
	char name[16], path[64];

	dict_name(lang, name);
	for (size_t i = 0; i < h->n; i++)
		if (strcmp(h->dicts[i].lang, name) == 0)
			return h->dicts[i].dict;
	if (h->n == DICTS || strchr(name, '/'))
		return NULL;
	snprintf(path, sizeof(path), "/usr/share/hyphen/hyph_%s.dic", name);
	HyphenDict *dict = hnj_hyphen_load(path);
	if (!dict && strncmp(name, "en_", 3) == 0)
		diag(s->d, LEVEL_WARNING, "HYPH-01", (struct pos){0},
		    "no hyphenation patterns are installed for %s", name);
	strcpy(h->dicts[h->n].lang, name);
	h->dicts[h->n++].dict = dict;
	return dict;
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
	char marks[LONGEST + 8], plain[LONGEST + 1];
	char **rep = NULL;
	int *pos = NULL, *cut = NULL;

	if (word.n < SHORTEST || !divisible(word))
		return NULL;
	HyphenDict *dict = dict_for(s, lang);
	struct text low = uni_lower(s->scratch, word);
	if (!dict || !dict->utf8 || low.n != word.n)
		return NULL;
	memcpy(plain, low.s, low.n);
	plain[low.n] = '\0';
	if (hnj_hyphen_hyphenate3(dict, plain, (int)low.n, marks, NULL, &rep,
		&pos, &cut, LEFT, RIGHT, LEFT, RIGHT))
		return NULL;
	if (rep) { /* spelling that changes at the hyphen: left whole */
		for (size_t i = 0; i < low.n; i++)
			free(rep[i]);
		free(rep);
		free(pos);
		free(cut);
		return NULL;
	}
	return spread(s->a, word, marks);
}
