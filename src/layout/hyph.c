/*
 * hyph.c - where a word may be divided, by libhyphen's patterns
 *
 * At least two letters stay before the hyphen and three go after it.  Names in
 * capitals shorter than six letters, words with digits, and anything that is
 * not letters are left whole.
 */
#include <hyphen.h>
#include <stdio.h>
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
	size_t letters = 0;
	bool capital = false;

	for (size_t i = 0; i < w.n;) {
		uint32_t cp = text_next(w, &i);
		if (uni_class(cp) != UNI_LETTER)
			return false;
		if (letters++ == 0)
			capital = cp >= 'A' && cp <= 'Z';
	}
	return w.n < LONGEST && letters >= (capital ? SHORTEST + 1 : SHORTEST);
}

static const char *
divide(struct setter *s, struct text word, struct text lang)
{
	HyphenDict *dict = dict_for(s, lang);
	char marks[LONGEST + 8], plain[LONGEST + 1];
	char **rep = NULL;
	int *pos = NULL, *cut = NULL;

	if (!dict || !divisible(word))
		return NULL;
	struct text low = uni_lower(s->a, word);
	if (low.n != word.n)
		return NULL;
	memcpy(plain, low.s, low.n);
	plain[low.n] = '\0';
	if (hnj_hyphen_hyphenate3(dict, plain, (int)low.n, marks, NULL, &rep,
		&pos, &cut, LEFT, RIGHT, LEFT, RIGHT)
	    || rep)
		return NULL;
	char *out = arena_alloc(s->a, word.n + 1);
	size_t k = 0; /* code points: marks has one entry for each */
	bool any = false;
	for (size_t i = 0; i < word.n; k++) {
		text_next(word, &i);
		if ((marks[k] & 1) && i < word.n)
			out[i - 1] = 1, any = true;
	}
	return any ? out : NULL;
}

/* A word that cannot be divided is remembered as "". */
const char *
hyphen_points(struct setter *s, struct text word, struct text lang)
{
	struct text key =
	    text_fmt(s->a, "%.*s %.*s", TEXT_ARG(lang), TEXT_ARG(word));
	void **slot = map_slot(s->a, &s->hyphen, key);
	static const char none[1] = "";

	if (!*slot) {
		const char *p = divide(s, word, lang);
		union {
			const char *in;
			void *out; /* a map keeps what it is given */
		} u = {p ? p : none};
		*slot = u.out;
	}
	return *slot == none ? NULL : *slot;
}
