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
			x->f.piece.at[n].behind = o->behind;
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
stop(char c)
{
	return c == '.' || c == '!' || c == '?';
}

static void
collide(struct flat *f)
{
	for (size_t i = 1; i < f->piece.n; i++) {
		struct piece *y = &f->piece.at[i], *x;
		bool quoted;
		if (y->kind != PIECE_TEXT || !y->text.n || y->behind)
			continue;
		x = before(f, i, &quoted);
		if (!x)
			continue;
		char last = x->text.s[x->text.n - 1];
		enum keep k = meet(last, y->text.s[0]);
		if (quoted)
			k = stop(last) && y->text.s[0] == '.' ? FIRST : BOTH;
		if (k == FIRST)
			y->text = text_sub(y->text, 1, y->text.n);
		else if (k == SECOND)
			x->text.n--;
		if (k != BOTH && i)
			i--;
	}
}

/* punctuation-in-quote: a comma or full stop behind a closing mark goes
 * inside it, past all marks that close there. */
static void
into_quotes(struct arena *a, struct flat *f)
{
	for (size_t i = 1; i < f->piece.n; i++) {
		struct piece *y = &f->piece.at[i];
		size_t at = i;
		bool quote = false;
		if (y->kind != PIECE_TEXT || !y->text.n || y->behind
		    || (y->text.s[0] != ',' && y->text.s[0] != '.'))
			continue;
		for (; at && f->piece.at[at - 1].kind != PIECE_TEXT; at--)
			quote |= f->piece.at[at - 1].kind == PIECE_UNQUOTE;
		if (!quote || at == 0)
			continue;
		struct piece *x = &f->piece.at[at - 1];
		char mark = y->text.s[0];
		if (x->text.n && meet(x->text.s[x->text.n - 1], mark) != FIRST)
			x->text =
			    text_fmt(a, "%.*s%c", TEXT_ARG(x->text), mark);
		y->text = text_sub(y->text, 1, y->text.n);
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
	return x.f;
}
