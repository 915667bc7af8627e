/*
 * Rich text inside a variable (CSL 1.0.2, appendix III, "Rich text"): <i> <b>
 * <sup> <sub> <sc> and three kinds of <span>, well nested, or they stay as they
 * are; straight quotation marks in pairs, and apostrophes.
 */
#include "base/uni.h"
#include "cite/out.h"

enum { RICH_DEPTH = 20 };

enum { RICH_MARKS = 4, TAG_KINDS = 6 };

/* A tag that opens, and where it closes. */
struct pair {
	size_t at, end;
};

/* The last search for a closing mark: from here, up to there, found at. */
struct seek {
	size_t from, to, end;
};

struct rich {
	struct arena *a;
	struct text s;
	unsigned depth;
	size_t from;      /* where the words at this depth begin */
	struct buf words; /* not yet in a node */
	ARRAY(struct pair) pairs;
	struct seek seek[RICH_DEPTH + 1][RICH_MARKS];
};

struct tag {
	const char *open, *close;
	struct format format;
	bool nocase;
};

static const struct tag tags[] = {
    {"<i>", "</i>", {.style = STYLE_ITALIC, .markup = true}, false},
    {"<b>", "</b>", {.weight = WEIGHT_BOLD, .markup = true}, false},
    {"<sup>", "</sup>", {.rise = RISE_SUP}, false},
    {"<sub>", "</sub>", {.rise = RISE_SUB}, false},
    {"<sc>", "</sc>", {.variant = VARIANT_SMALLCAPS}, false},
    {"<span style=\"font-variant:small-caps;\">", "</span>",
	{.variant = VARIANT_SMALLCAPS}, false},
    {"<span style=\"font-variant: small-caps;\">", "</span>",
	{.variant = VARIANT_SMALLCAPS}, false},
    {"<span class=\"nocase\">", "</span>", {0}, true},
    {"<span class=\"nodecor\">", "</span>",
	{.style = STYLE_NORMAL,
	    .weight = WEIGHT_NORMAL,
	    .variant = VARIANT_NORMAL},
	true},
};

static void
flush(struct rich *r, struct out *to)
{
	if (r->words.n)
		out_append(to,
		    out_text(r->a, text_dup(r->a, buf_text(&r->words))));
	r->words.n = 0;
}

static const struct tag *
tag_at(struct text s, size_t i)
{
	struct text at = text_sub(s, i, s.n);

	for (size_t k = 0; k < sizeof(tags) / sizeof(*tags); k++)
		if (text_starts(at, text_of(tags[k].open)))
			return &tags[k];
	return NULL;
}

/* The kind of the closing tag here, or TAG_KINDS; all spans are of one. */
static size_t
tag_closes(struct text at)
{
	static const char *const closes[] = {"</i>", "</b>", "</sup>", "</sub>",
	    "</sc>", "</span>"};
	size_t k = 0;

	while (k < TAG_KINDS && !text_starts(at, text_of(closes[k])))
		k++;
	return k;
}

static size_t
tag_opens(struct text at)
{
	static const char *const opens[] = {"<i>", "<b>", "<sup>", "<sub>",
	    "<sc>", "<span"};
	size_t k = 0;

	while (k < TAG_KINDS && !text_starts(at, text_of(opens[k])))
		k++;
	return k;
}

/* One pass pairs the tags of each kind, so that a title of many tags that
 * never close costs no more than another. */
static void
pair_tags(struct rich *r)
{
	ARRAY(size_t) open[TAG_KINDS] = {{0}};

	for (size_t i = 0; i < r->s.n; i++) {
		if (r->s.s[i] != '<')
			continue;
		struct text at = text_sub(r->s, i, r->s.n);
		size_t k = tag_opens(at);
		if (k < TAG_KINDS) {
			struct pair p = {i, r->s.n};
			array_push(r->a, &open[k], r->pairs.n);
			array_push(r->a, &r->pairs, p);
			continue;
		}
		k = tag_closes(at);
		if (k < TAG_KINDS && open[k].n)
			r->pairs.at[open[k].at[--open[k].n]].end = i;
	}
}

/* Where the tag that opens at i closes, or `to` when not before it. */
static size_t
tag_end(const struct rich *r, size_t i, size_t to)
{
	size_t lo = 0, hi = r->pairs.n;

	while (lo < hi) {
		size_t mid = (lo + hi) / 2;
		if (r->pairs.at[mid].at < i)
			lo = mid + 1;
		else
			hi = mid;
	}
	bool found = lo < r->pairs.n && r->pairs.at[lo].at == i;
	return found && r->pairs.at[lo].end < to ? r->pairs.at[lo].end : to;
}

static bool
word_before(struct text s, size_t i)
{
	size_t k = i;

	if (i == 0 || s.s[i - 1] == '>')
		return false;
	do
		k--;
	while (k && ((unsigned char)s.s[k] & 0xc0) == 0x80);
	return uni_is_word(text_next(s, &k)) || s.s[i - 1] == '.'
	    || s.s[i - 1] == ',' || s.s[i - 1] == '!' || s.s[i - 1] == '?'
	    || s.s[i - 1] == ')' || s.s[i - 1] == '\'' || s.s[i - 1] == '"';
}

static bool
blank_after(struct text s, size_t i)
{
	return i >= s.n || s.s[i] == ' ' || s.s[i] == '.' || s.s[i] == ','
	    || s.s[i] == ';' || s.s[i] == ':' || s.s[i] == ')' || s.s[i] == '<'
	    || s.s[i] == '"' || s.s[i] == '\'' || s.s[i] == '!' || s.s[i] == '?'
	    || s.s[i] == '-'
	    || text_starts(text_sub(s, i, s.n), TEXT("\u2013"));
}

static const char *const marks[RICH_MARKS][2] = {{"\"", "\""}, {"'", "'"},
    {"\u201c", "\u201d"}, {"\u2018", "\u2019"}};

static size_t
closing(struct text s, size_t from, struct text close, bool straight)
{
	for (size_t k = from + 1; k + close.n <= s.n; k++)
		if (text_starts(text_sub(s, k, s.n), close)
		    && (!straight
			|| (blank_after(s, k + close.n) && s.s[k - 1] != ' ')))
			return k;
	return s.n;
}

/* A quotation opens where no word stands before the mark, and closes at the
 * same mark with a word before it and none behind it.  What the last search
 * found serves the next one that begins before it. */
static size_t
quote_end(struct rich *r, struct text s, size_t i, size_t kind)
{
	struct text open = text_of(marks[kind][0]);
	struct text close = text_of(marks[kind][1]);
	bool straight = text_eq(open, close);
	size_t from = i + open.n;
	struct seek *last = &r->seek[r->depth][kind];

	bool first = i == r->from;
	if (straight
	    && ((!first && word_before(s, i)) || from >= s.n
		|| s.s[from] == ' '))
		return s.n;
	if (last->to == s.n && last->from <= from && last->end > from)
		return last->end;
	*last = (struct seek){from, s.n, closing(s, from, close, straight)};
	return last->end;
}

static void parse(struct rich *r, size_t from, size_t to, struct out *into);

static void
nested(struct rich *r, size_t from, size_t to, struct out *o, struct out *into)
{
	flush(r, into);
	out_append(into, o);
	size_t outer = r->from;
	r->depth++;
	r->from = from;
	parse(r, from, to, o);
	r->from = outer;
	r->depth--;
}

/* At a mark: the quotation, or 0 when it is none.  Else its end. */
static size_t
quotation(struct rich *r, size_t i, size_t to, struct out *into)
{
	struct text s = text_sub(r->s, 0, to);

	for (size_t k = 0; k < RICH_MARKS; k++) {
		struct text open = text_of(marks[k][0]);
		struct text close = text_of(marks[k][1]);
		if (!text_starts(text_sub(s, i, s.n), open))
			continue;
		size_t end = quote_end(r, s, i, k);
		if (end == s.n)
			continue;
		struct out *o = out_group(r->a);
		o->format.quotes = true;
		nested(r, i + open.n, end, o, into);
		return end + close.n;
	}
	return 0;
}

static void
parse(struct rich *r, size_t from, size_t to, struct out *into)
{
	struct text s = text_sub(r->s, 0, to);

	for (size_t i = from, next; i < to; i = next) {
		char c = s.s[i];
		const struct tag *tag = c == '<' ? tag_at(s, i) : NULL;
		next = i + 1;
		if (tag && r->depth < RICH_DEPTH) {
			size_t in = i + text_of(tag->open).n;
			size_t end = tag_end(r, i, to);
			if (end < s.n) {
				struct out *o = out_group(r->a);
				o->format = tag->format;
				o->tag = tag->nocase ? TAG_NOCASE : TAG_NONE;
				nested(r, in, end, o, into);
				next = end + text_of(tag->close).n;
				continue;
			}
		}
		if ((c == '"' || c == '\'' || c == '\xe2')
		    && r->depth < RICH_DEPTH) {
			size_t end = quotation(r, i, to, into);
			if (end) {
				next = end;
				continue;
			}
		}
		if (c == '\'')
			buf_add(&r->words, TEXT("\u2019"));
		else
			buf_addc(&r->words, c);
	}
	flush(r, into);
}

struct out *
out_rich(struct arena *a, struct text s)
{
	struct out *o = out_group(a);
	struct rich r = {.a = a, .s = s, .words = {.a = a}};
	bool plain = true;

	for (size_t i = 0; i < s.n && plain; i++)
		plain = s.s[i] != '<' && s.s[i] != '"' && s.s[i] != '\''
		    && s.s[i] != '\xe2';
	if (plain)
		out_append(o, out_text(a, s));
	else {
		pair_tags(&r);
		parse(&r, 0, s.n, o);
	}
	return o;
}
