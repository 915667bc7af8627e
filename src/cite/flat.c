/*
 * Punctuation is looked at where two pieces meet, whatever formatting opens or
 * closes there: a full stop behind a title that ends in one is not printed
 * twice.  Words of one variable are never changed inside.
 */
#include "cite/flat.h"

enum { FLAT_DEPTH = 300 };

struct flattener {
	struct arena *a;
	const struct terms *t;
	struct flat f;
	unsigned depth, quotes;
};

static void
add(struct flattener *x, enum piece_kind kind, struct text t,
    const struct out *o)
{
	struct piece p = {.kind = (uint8_t)kind, .text = t, .o = o};

	if (kind != PIECE_TEXT || t.n)
		array_push(x->a, &x->f.piece, p);
}

static bool
formatted(const struct out *o)
{
	const struct format *f = &o->format;

	return f->style || f->weight || f->variant || f->line || f->rise
	    || f->display || o->tag == TAG_LINK || o->kind == OUT_NODE;
}

static void flatten(struct flattener *x, const struct out *o);

static void
children(struct flattener *x, const struct out *o)
{
	bool first = true;

	for (const struct out *c = o->child; c; c = c->next) {
		if (out_empty(c))
			continue;
		if (!first)
			add(x, PIECE_TEXT, o->delimiter, NULL);
		first = false;
		flatten(x, c);
	}
}

/* Quotation marks alternate with depth: outer, inner, outer. */
static void
inside(struct flattener *x, const struct out *o)
{
	unsigned level = x->quotes & 1;

	if (o->format.quotes) {
		add(x, PIECE_QUOTE, x->t->open[level], NULL);
		x->quotes++;
	}
	if (o->kind == OUT_TEXT) {
		size_t n = x->f.piece.n;
		add(x, PIECE_TEXT, o->text, NULL);
		if (x->f.piece.n > n)
			x->f.piece.at[n].own = o->own;
	} else
		children(x, o);
	if (o->format.quotes) {
		x->quotes--;
		add(x, PIECE_UNQUOTE, x->t->close[level], NULL);
	}
}

static void
flatten(struct flattener *x, const struct out *o)
{
	if (x->depth == FLAT_DEPTH)
		return;
	x->depth++;
	add(x, PIECE_TEXT, o->prefix, NULL);
	if (formatted(o))
		add(x, PIECE_OPEN, TEXT(""), o);
	inside(x, o);
	if (formatted(o))
		add(x, PIECE_CLOSE, TEXT(""), o);
	add(x, PIECE_TEXT, o->suffix, NULL);
	x->depth--;
}

enum keep { BOTH, FIRST, SECOND };

/* Which of two marks that meet are printed. */
static enum keep
meet(char x, char y)
{
	static const char *const first[] = {"!.", "!:", "!!", "?.", "?:", "??",
	    "..", ":.", "::", ";.", ";:", ";;", ",,", NULL};
	static const char *const second[] = {":!", ":?", ";!", ";?", "  ",
	    NULL};

	for (size_t i = 0; first[i]; i++)
		if (first[i][0] == x && first[i][1] == y)
			return FIRST;
	for (size_t i = 0; second[i]; i++)
		if (second[i][0] == x && second[i][1] == y)
			return SECOND;
	return BOTH;
}

/* The piece of words before i; a closing quotation mark is looked through
 * when the word before it ends a sentence itself. */
static struct piece *
before(struct flat *f, size_t i, bool *quoted)
{
	*quoted = false;
	while (i-- > 0) {
		struct piece *p = &f->piece.at[i];
		if (p->kind == PIECE_TEXT && p->text.n)
			return p;
		if (p->kind == PIECE_UNQUOTE)
			*quoted = true;
		if (p->kind == PIECE_QUOTE
		    || (p->kind == PIECE_OPEN && p->o->kind == OUT_NODE))
			return NULL;
	}
	return NULL;
}

static bool
one_of(char c, const char *marks)
{
	while (*marks && *marks != c)
		marks++;
	return *marks;
}

static void
collide(struct flat *f)
{
	for (size_t i = 1; i < f->piece.n; i++) {
		struct piece *y = &f->piece.at[i], *x;
		bool quoted;
		if (y->kind != PIECE_TEXT || !y->text.n || y->own)
			continue;
		x = before(f, i, &quoted);
		if (!x)
			continue;
		char last = x->text.s[x->text.n - 1];
		enum keep k = meet(last, y->text.s[0]);
		if (quoted)
			k = one_of(last, ".!?") && y->text.s[0] == '.' ? FIRST
								       : BOTH;
		if (k == FIRST)
			y->text = text_sub(y->text, 1, y->text.n);
		else if (k == SECOND)
			x->text.n--;
		if (k != BOTH && i)
			i--;
	}
}

/* The words that piece i follows past one closing quotation mark or more; NULL:
 * there is no mark between them, or the author wrote both. */
static struct piece *
quoted_before(struct flat *f, size_t i)
{
	bool quote = false;
	size_t at = i;

	if (f->piece.at[i].kind != PIECE_TEXT || !f->piece.at[i].text.n
	    || f->piece.at[i].own)
		return NULL;
	for (; at && f->piece.at[at - 1].kind != PIECE_TEXT; at--)
		quote |= f->piece.at[at - 1].kind == PIECE_UNQUOTE;
	return quote && at && f->piece.at[at - 1].text.n ? &f->piece.at[at - 1]
							 : NULL;
}

/* CSL 1.0.2, punctuation-in-quote: a comma or full stop behind a closing mark
 * goes inside it, past all marks that close there; so do marks of exclamation
 * and question, which else would stand against one inside. */
static void
into_quotes(struct arena *a, struct flat *f)
{
	for (size_t i = 1; i < f->piece.n; i++) {
		struct piece *y = &f->piece.at[i], *x = quoted_before(f, i);
		if (!x || !one_of(y->text.s[0], ".,!?"))
			continue;
		char mark = y->text.s[0];
		enum keep k = meet(x->text.s[x->text.n - 1], mark);
		if (k == SECOND)
			x->text.n--;
		if (k != FIRST)
			x->text =
			    text_fmt(a, "%.*s%c", TEXT_ARG(x->text), mark);
		y->text = text_sub(y->text, 1, y->text.n);
	}
}

/* Without it a comma, semicolon or colon that ends the quoted words is one of
 * the sentence around them, and meets what stands there. */
static void
out_of_quotes(struct arena *a, struct flat *f)
{
	for (size_t i = 1; i < f->piece.n; i++) {
		struct piece *y = &f->piece.at[i], *x = quoted_before(f, i);
		char mark = x ? x->text.s[x->text.n - 1] : 0;
		if (!x || !one_of(mark, ",;:"))
			continue;
		enum keep k = meet(mark, y->text.s[0]);
		x->text.n--;
		if (k == FIRST)
			y->text = text_sub(y->text, 1, y->text.n);
		if (k != SECOND)
			y->text =
			    text_fmt(a, "%c%.*s", mark, TEXT_ARG(y->text));
	}
}

struct flat
flat_of(struct arena *a, const struct terms *t, const struct out *o)
{
	struct flattener x = {.a = a, .t = t};

	if (!out_empty(o))
		flatten(&x, o);
	collide(&x.f);
	if (t->punctuation_in_quote)
		into_quotes(a, &x.f);
	else
		out_of_quotes(a, &x.f);
	return x.f;
}
