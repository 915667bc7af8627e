#include "cite/initials.h"

#include "base/uni.h"

enum { ABBREVIATED = 3 }; /* letters of a dotted word that is kept whole */

/* A part of a given name and what parts it from the one before. */
struct word {
	struct text text;
	bool dotted, hyphened;
	size_t letters;  /* without markup */
	bool small;      /* it opens with a small letter */
	size_t cut, end; /* behind its initial, its last letter */
};

/* Behind the tag of markup at i, or i. */
static size_t
tag_end(struct text t, size_t i)
{
	bool tag = i + 1 < t.n && t.s[i] == '<'
	    && (t.s[i + 1] == '/' || (unsigned)((t.s[i + 1] | 32) - 'a') < 26);
	size_t end = tag ? text_findc(t, i, '>') : t.n;

	return end < t.n ? end + 1 : i;
}

/* Behind the separators at i. */
static size_t
gap_end(struct text t, size_t i, struct word *w)
{
	while (i < t.n && (t.s[i] == ' ' || t.s[i] == '.' || t.s[i] == '-'))
		w->hyphened |= t.s[i++] == '-';
	return i;
}

static size_t
word_end(struct text t, size_t i)
{
	while (i < t.n) {
		size_t tag = tag_end(t, i);
		if (tag > i)
			i = tag;
		else if (t.s[i] == ' ' || t.s[i] == '.' || t.s[i] == '-')
			break;
		else
			i++;
	}
	return i;
}

/* The initial is the first letter that has a case ("\u02bfAbd"), or the
 * first of all in scripts that know none. */
static void
measure(struct word *w)
{
	bool cased = false;

	for (size_t i = 0; i < w->text.n;) {
		size_t tag = tag_end(w->text, i);
		if (tag > i) {
			i = tag;
			continue;
		}
		uint32_t cp = text_next(w->text, &i);
		if (uni_class(cp) != UNI_LETTER)
			continue;
		bool first = w->letters++ == 0;
		w->end = uni_skip(w->text, i, UNI_MARK);
		bool lower = uni_is_lower(cp), upper = uni_is_upper(cp);
		if (first || (!cased && (lower || upper)))
			w->cut = uni_skip(w->text, i, UNI_MARK);
		if (!cased && (lower || upper))
			w->small = lower;
		cased |= lower || upper;
	}
}

static bool
next_word(struct text given, size_t *at, struct word *w)
{
	*w = (struct word){0};
	size_t from = gap_end(given, *at, w);
	size_t to = word_end(given, from);

	*at = to;
	w->text = text_sub(given, from, to);
	w->dotted = to < given.n && given.s[to] == '.';
	measure(w);
	return w->text.n > 0;
}

/* Shorter than this the word is an initial as it stands. */
static bool
is_short(const struct word *w)
{
	return w->letters == 1 || (w->dotted && w->letters <= ABBREVIATED);
}

static bool
is_initial(const struct word *w, const struct initials *how)
{
	return !w->small && w->letters && (is_short(w) || !how->whole);
}

/* Letters and marks up to the cut and all markup; `with` stands within the
 * markup, its blank behind it. */
static void
add_initial(struct buf *b, const struct word *w, struct text with)
{
	size_t cut = is_short(w) ? w->end : w->cut;
	size_t bare = with.n;

	while (bare && with.s[bare - 1] == ' ')
		bare--;
	for (size_t i = 0; i < w->text.n;) {
		size_t tag = tag_end(w->text, i), from = i;
		if (tag > i) {
			buf_add(b, text_sub(w->text, i, tag));
			i = tag;
			continue;
		}
		enum uni_class c = uni_class(text_next(w->text, &i));
		if (from < cut && (c == UNI_LETTER || c == UNI_MARK))
			buf_add(b, text_sub(w->text, from, i));
		if (from < cut && i >= cut)
			buf_add(b, text_sub(with, 0, bare));
	}
	buf_add(b, text_sub(with, bare, with.n));
}

static void
add_gap(struct buf *b, const struct word *w, bool joined, bool hyphen)
{
	if (b->n == 0)
		return;
	if (w->hyphened && hyphen) {
		while (b->n && b->at[b->n - 1] == ' ')
			b->n--;
		buf_addc(b, '-');
	} else if (!joined && b->at[b->n - 1] != ' ') {
		buf_addc(b, ' ');
	}
}

struct text
initials_of(struct arena *a, struct initials how, struct text given)
{
	struct buf b = {.a = a};
	struct word w;
	bool before = false; /* that one was an initial */

	for (size_t at = 0; next_word(given, &at, &w);) {
		bool initial = is_initial(&w, &how);
		if (b.n && w.small && w.hyphened && !w.dotted && !how.whole)
			continue;
		add_gap(&b, &w, before && initial, how.hyphen || !initial);
		if (initial)
			add_initial(&b, &w, how.with);
		else
			buf_add(&b, w.text);
		if (!initial && w.dotted)
			buf_addc(&b, '.');
		before = initial;
	}
	return text_trim(buf_text(&b));
}
