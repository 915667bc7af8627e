/*
 * Text-case on a tree whose words may be spread over several nodes: a cursor
 * walks the leaves and knows what stood before.  CSL 1.0.2, "Text-case": title
 * case is for English alone; words with capitals inside and the words of
 * the schema's stop-words.json stay (and "about"), but for the first, the last, and those after a
 * colon.
 */
#include "base/uni.h"
#include "cite/out.h"

struct walk {
	struct arena *a;
	enum text_case how;
	enum uni_lang lang;
	bool first;    /* no word seen so far */
	bool opening;  /* the next word begins a sentence or a subtitle */
	bool all_caps; /* sentence case: there is no small letter at all */
	bool joined;   /* "pro-": the word begins a compound */
	size_t left;   /* words still to come, this one too (title case) */
};

static const char *const stop_words[] = {"a", "about", "across", "afore",
    "after", "against", "along", "alongside", "amid", "amidst", "among",
    "amongst", "an", "and", "anenst", "apropos", "apud", "around", "as",
    "aside", "astride", "at", "athwart", "atop", "barring", "before", "behind",
    "below", "beneath", "beside", "besides", "between", "beyond", "but", "by",
    "c", "ca", "circa", "d'", "de", "despite", "down", "during", "et", "except",
    "for", "forenenst", "from", "given", "in", "inside", "into", "lest", "like",
    "modulo", "near", "next", "nor", "notwithstanding", "of", "off", "on",
    "onto", "or", "out", "over", "per", "plus", "pro", "qua", "sans", "since",
    "so", "than", "that", "the", "through", "throughout", "thru", "thruout",
    "till", "to", "toward", "towards", "under", "underneath", "until", "unto",
    "up", "upon", "v", "versus", "vs", "via", "von", "with", "within",
    "without", "yet", "van"};

/* With how many words each has. */
static const struct phrase {
	const char *text;
	size_t words;
} stop_phrases[] = {{"according to", 2}, {"ahead of", 2}, {"apart from", 2},
    {"as regards", 2}, {"back to", 2}, {"because of", 2}, {"close to", 2},
    {"due to", 2}, {"far from", 2}, {"instead of", 2}, {"such as", 2},
    {"vis-\u00e0-vis", 3}};

static bool
stop_word(struct text w)
{
	for (size_t i = 0; i < sizeof(stop_words) / sizeof(*stop_words); i++)
		if (w.n && w.s[0] == stop_words[i][0]
		    && text_is(w, stop_words[i]))
			return true;
	return false;
}

/* The word at i: letters, digits, and apostrophes between them. */
static size_t
word_end(struct text t, size_t i)
{
	while (i < t.n) {
		size_t at = i;
		uint32_t cp = text_next(t, &i);
		bool joins =
		    cp == '\'' || cp == '`' || cp == 0x2019 || cp == '.';
		if (uni_is_word(cp))
			continue;
		size_t k = i;
		if (joins && i < t.n && uni_is_word(text_next(t, &k)))
			continue;
		return at;
	}
	return t.n;
}

/* A stop word of several words, "according to", "vis-a-vis": where it ends, or
 * i when none stands there.  *n: the words in it. */
static size_t
stop_phrase(struct text t, size_t i, size_t *n)
{
	for (size_t k = 0; k < sizeof(stop_phrases) / sizeof(*stop_phrases);
	     k++) {
		const struct phrase *p = &stop_phrases[k];
		if (t.s[i] != p->text[0])
			continue;
		struct text s = text_of(p->text);
		if (!text_starts(text_sub(t, i, t.n), s)
		    || word_end(t, i + s.n) > i + s.n)
			continue;
		*n = p->words;
		return i + s.n;
	}
	return i;
}

static bool
has_upper(struct text t, size_t from)
{
	for (size_t i = from; i < t.n;)
		if (uni_is_upper(text_next(t, &i)))
			return true;
	return false;
}

static void
capital(struct buf *b, struct text w, enum uni_lang lang)
{
	size_t i = 0;

	if (!w.n)
		return;
	buf_cp(b, uni_capital_in(text_next(w, &i), lang));
	buf_add(b, text_sub(w, i, w.n));
}

/* English words are written with Latin letters; a letter of another script is
 * a symbol (U+03B2 in "beta-carotene") and stays. */
static bool
latin(struct text w)
{
	size_t i = 0;
	uint32_t cp = w.n ? text_next(w, &i) : 0;

	return cp < 0x250 || (cp >= 0x1e00 && cp < 0x1f00);
}

static void
title_word(struct walk *w, struct buf *b, struct text word)
{
	size_t i = 0;

	text_next(word, &i);
	bool own = has_upper(word, 0);
	bool stop = !own && stop_word(word);
	if (own || !latin(word)
	    || (stop && !w->opening && !w->joined && w->left > 1))
		buf_add(b, word);
	else
		capital(b, word, w->lang);
}

static void
sentence_word(struct walk *w, struct buf *b, struct text word)
{
	size_t i = 0;

	text_next(word, &i);
	struct text as = w->all_caps ? uni_lower_in(w->a, word, w->lang) : word;
	if (w->first)
		capital(b, as, w->lang);
	else if (!w->all_caps && has_upper(word, i))
		buf_add(b, word);
	else
		buf_add(b, uni_lower_in(w->a, as, w->lang));
}

static void
put_word(struct walk *w, struct buf *b, struct text word)
{
	if (w->how == CASE_TITLE)
		title_word(w, b, word);
	else if (w->how == CASE_SENTENCE)
		sentence_word(w, b, word);
	else if (w->how == CASE_ALL || w->first)
		capital(b, word, w->lang);
	else
		buf_add(b, word);
	w->first = w->opening = false;
	if (w->left)
		w->left--;
}

static void
stop_words_put(struct walk *w, struct buf *b, struct text t, size_t n)
{
	if (w->opening || w->left == n)
		capital(b, t, w->lang);
	else
		buf_add(b, t);
	w->first = w->opening = false;
	w->left -= w->left < n ? w->left : n;
}

static struct text
leaf(struct walk *w, struct text t)
{
	struct buf b = {.a = w->a};

	if (w->how == CASE_LOWER)
		return uni_lower_in(w->a, t, w->lang);
	if (w->how == CASE_UPPER)
		return uni_upper_in(w->a, t, w->lang);
	for (size_t i = 0; i < t.n;) {
		size_t end = word_end(t, i), at = i;
		bool begins =
		    w->how == CASE_TITLE && (i == 0 || t.s[i - 1] != '-');
		size_t n = 0, stop = begins ? stop_phrase(t, i, &n) : i;
		if (stop > i) {
			stop_words_put(w, &b, text_sub(t, i, stop), n);
			i = stop;
			continue;
		}
		if (end > i) {
			w->joined = end < t.n && t.s[end] == '-'
			    && (i == 0 || t.s[i - 1] != '-');
			put_word(w, &b, text_sub(t, i, end));
			i = end;
			continue;
		}
		uint32_t cp = text_next(t, &i);
		if (cp == ':' || cp == '?' || cp == '!')
			w->opening = true;
		buf_add(&b, text_sub(t, at, i));
	}
	return buf_text(&b);
}

static void
walk(struct walk *w, struct out *o)
{
	if (o->tag == TAG_NOCASE) {
		w->first = w->opening = false;
		return;
	}
	if (o->kind == OUT_TEXT)
		o->text = leaf(w, o->text);
	if (o->format.quotes)
		w->opening = true;
	for (struct out *c = o->child; c; c = c->next)
		walk(w, c);
}

static void
count(struct walk *w, const struct out *o, bool *lower)
{
	if (o->kind == OUT_TEXT)
		for (size_t i = 0; i < o->text.n;) {
			size_t end = word_end(o->text, i);
			if (end > i) {
				w->left++;
				for (size_t k = i; k < end;)
					*lower |= uni_is_lower(
					    text_next(o->text, &k));
				i = end;
			} else {
				text_next(o->text, &i);
			}
		}
	for (const struct out *c = o->child; c; c = c->next)
		count(w, c, lower);
}

void
out_case(struct arena *a, struct out *o, enum text_case how, enum uni_lang lang)
{
	struct walk w = {.a = a,
	    .how = how,
	    .lang = lang,
	    .first = true,
	    .opening = true};
	bool lower = false;

	if (how == CASE_NONE || (how == CASE_TITLE && lang != UNI_ENGLISH))
		return;
	count(&w, o, &lower);
	w.all_caps = !lower;
	walk(&w, o);
}
