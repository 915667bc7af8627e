/*
 * word.c - words already met: shape, hyphens, breaks, each found out once
 *
 * Sizes are not part of the key: shapes are in font units.  The cache belongs
 * to one report.
 */
#include <string.h>

#include "layout/set.h"

enum { KEY = 128 };

struct dress *
dress_of(struct setter *s, const struct look *look, struct text lang)
{
	for (size_t i = s->dresses.n; i-- > 0;) {
		struct dress *d = s->dresses.at[i];
		if (d->family == look->family && d->face == look->face
		    && d->features == look->features && text_eq(d->lang, lang))
			return d;
	}
	struct dress *d = arena_make(s->a, struct dress);
	d->family = look->family;
	d->face = look->face;
	d->features = look->features;
	d->lang = lang;
	d->id = (uint16_t)s->dresses.n;
	array_push(s->a, &s->dresses, d);
	return d;
}

/* NULL where all of it is BREAK_NO. */
static const char *
breaks_of(struct setter *s, struct text word)
{
	char *out = arena_alloc(s->scratch, word.n);

	break_points(word, out);
	if (!memchr(out, BREAK_MAY, word.n))
		return NULL;
	char *kept = arena_alloc(s->a, word.n);
	return memcpy(kept, out, word.n);
}

/* Letters alone: nothing in them that a line could end after (LB28). */
static bool
plain(struct text w)
{
	for (size_t i = 0; i < w.n; i++)
		if (!(w.s[i] >= 'a' && w.s[i] <= 'z')
		    && !(w.s[i] >= 'A' && w.s[i] <= 'Z'))
			return false;
	return true;
}

struct word *
word_of(struct setter *s, const struct dress *dress, struct text word, bool rtl,
    struct pos at)
{
	char room[KEY], *key = room;

	if (word.n > KEY - 3)
		key = arena_alloc(s->scratch, word.n + 3);
	key[0] = (char)(dress->id & 0xff);
	key[1] = (char)(dress->id >> 8);
	key[2] = rtl;
	memcpy(key + 3, word.s, word.n);
	struct text k = {key, word.n + 3};
	struct word *w = map_at(&s->words, k);
	if (w)
		return w;
	w = arena_make(s->a, struct word);
	k = text_dup(s->a, k);
	w->shaped = shape(s, dress, word, rtl, at);
	w->url = is_url(word);
	w->breaks = plain(word) ? NULL : breaks_of(s, word);
	map_put(s->a, &s->words, k, w);
	return w;
}

/* Punctuation around a word, and the 's after it. */
static struct text
core(struct text word, size_t *from)
{
	static const char edge[] = "()[]{}.,;:!?\"'";
	struct text all = TEXT(edge);
	size_t a = 0, b = word.n;

	while (b > a && text_findc(all, 0, word.s[b - 1]) < all.n)
		b--;
	while (a < b && text_findc(all, 0, word.s[a]) < all.n)
		a++;
	/* typographic quotes and dashes: three bytes each */
	while (b >= a + 3 && word.s[b - 3] == '\xe2')
		b -= 3;
	while (a + 3 <= b && word.s[a] == '\xe2')
		a += 3;
	if (b >= a + 4 && word.s[b - 1] == 's' && word.s[b - 4] == '\xe2')
		b -= 4;
	else if (b >= a + 2 && word.s[b - 1] == 's' && word.s[b - 2] == '\'')
		b -= 2;
	*from = a;
	return text_sub(word, a, b);
}

const char *
word_points(struct setter *s, struct word *w, struct text word,
    struct text lang)
{
	size_t from;

	if (w->asked)
		return w->points;
	w->asked = true;
	if (w->url)
		return NULL;
	struct text c = core(word, &from);
	const char *p = hyphen_points(s, c, lang);
	if (!p)
		return NULL;
	char *all = arena_alloc(s->a, word.n);
	memcpy(all + from, p, c.n);
	return w->points = all;
}

const struct shaped *
dress_space(struct setter *s, struct dress *dress)
{
	if (!dress->space)
		dress->space =
		    shape(s, dress, TEXT(" "), false, (struct pos){0});
	return dress->space;
}

/* U+2010 if the face itself has it: a hyphen of another face would show. */
const struct shaped *
dress_hyphen(struct setter *s, struct dress *dress)
{
	if (!dress->hyphen) {
		struct face *face = dress_face(dress);
		bool has = face && face_covers(face, 0x2010);
		dress->hyphen =
		    shape(s, dress, has ? TEXT("\xe2\x80\x90") : TEXT("-"),
			false, (struct pos){0});
	}
	return dress->hyphen;
}
