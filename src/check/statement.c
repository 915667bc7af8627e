/*
 * statement.c - the words that a forum wants letter by letter, and the
 * signature below them
 *
 * The statement is a `::: {.truth constant=ID}` block.  It is compared with
 * the profile's constant after white space is folded and typographic quotes
 * are made straight: those are the typesetter's, every other letter is the
 * rule's.
 */
#include "check/rule.h"

struct found {
	struct checker *c;
	const struct node *truth;
	const struct node *signature; /* follows the statement, or holds it */
	bool inside;                  /* it holds it */
	size_t statements;
};

/* Straight quotes, one blank between words. */
static struct text
plain(struct arena *a, struct text t)
{
	struct buf b = {.a = a};
	bool gap = false;

	for (size_t i = 0; i < t.n;) {
		uint32_t cp = text_next(t, &i);
		if (cp == ' ' || cp == '\n' || cp == '\t' || cp == '\r'
		    || cp == 0xa0) {
			gap = b.n > 0;
			continue;
		}
		if (gap)
			buf_addc(&b, ' ');
		gap = false;
		if (cp == 0x2018 || cp == 0x2019)
			cp = '\'';
		if (cp == 0x201c || cp == 0x201d)
			cp = '"';
		buf_cp(&b, cp);
	}
	return buf_text(&b);
}

/* From the start of the word in which they differ, some words of each. */
static void
show_difference(struct checker *c, struct finding *f, struct text want,
    struct text got)
{
	size_t i = 0, end;

	while (i < want.n && i < got.n && want.s[i] == got.s[i])
		i++;
	while (i && want.s[i - 1] != ' ')
		i--;
	end = text_findc(want, i + 60, ' ');
	finding_remark(c->d, f, "the rule says", (struct pos){0},
	    "\"... %.*s\"", TEXT_ARG(text_sub(want, i, end)));
	end = text_findc(got, i + 60, ' ');
	finding_remark(c->d, f, "the report says", (struct pos){0},
	    "\"... %.*s\"", TEXT_ARG(text_sub(got, i, end)));
}

static void
compare(struct checker *c, const struct node *n)
{
	struct text id = node_attr(n, "constant");
	const struct constant *k = profile_constant(c->profile, id);

	if (!k) {
		rule_found(c, id, n->pos,
		    "the profile has no such statement: %.*s", TEXT_ARG(id));
		return;
	}
	struct text want = plain(c->a, k->text);
	struct text got = plain(c->a, node_words(c->a, n));
	if (text_eq(want, got))
		return;
	struct finding *f = rule_found(c, id, n->pos,
	    "the statement differs from the forum's text: %.*s", TEXT_ARG(id));
	show_difference(c, f, want, got);
	finding_remark(c->d, f, "authority", k->pos, "%.*s",
	    TEXT_ARG(k->authority));
}

static bool
look(const struct node *n, void *ctx)
{
	struct found *f = ctx;

	if (n->kind != NODE_DIV)
		return node_is_block(n);
	if (node_has_class(n, "truth")) {
		f->truth = n;
		f->statements++;
	} else if (node_has_class(n, "signature") && !f->signature) {
		struct found in = {.c = f->c};
		for (const struct node *k = n->child; k; k = k->next)
			walk(k, look, &in);
		if (in.truth || f->truth)
			f->signature = n;
		f->inside = in.truth != NULL;
	}
	return true;
}

static bool
look_and_compare(const struct node *n, void *ctx)
{
	struct found *f = ctx;

	if (n->kind == NODE_DIV && node_has_class(n, "truth"))
		compare(f->c, n);
	return look(n, ctx);
}

static bool
wants_statement(const struct profile *p)
{
	for (size_t i = 0; i < p->constants.n; i++)
		if (p->constants.at[i].verbatim)
			return true;
	return false;
}

void
check_truth(struct checker *c)
{
	struct found f = {.c = c};

	walk(c->doc->root, look_and_compare, &f);
	if (f.statements == 0 && wants_statement(c->profile))
		finding_hint(c->d,
		    rule_found(c, TEXT(""), c->place,
			"the report has no statement of truth"),
		    "its template needs ::: {.truth constant=ID}");
}

/* The block has words of its own: a name, a date. */
static bool
is_signed(struct checker *c, const struct found *f)
{
	size_t words = node_words(c->a, f->signature).n;

	return words > (f->inside ? node_words(c->a, f->truth).n : 0);
}

void
check_signature(struct checker *c)
{
	struct found f = {.c = c};
	uint32_t truth, signature;

	walk(c->doc->root, look, &f);
	if (!f.truth)
		return; /* STMT-01 says so */
	if (!f.signature || !is_signed(c, &f)) {
		rule_found(c, TEXT(""), f.truth->pos,
		    "no signature block with name and date follows the "
		    "statement of truth");
		return;
	}
	struct text end = text_join(c->a, f.signature->label, TEXT(".end"));
	if (pages_find(c->pages, f.truth->label, &truth)
	    && pages_find(c->pages, end, &signature) && truth != signature)
		rule_found(c, TEXT(""), f.signature->pos,
		    "the statement is on page %u, the signature on page %u",
		    truth + 1, signature + 1);
}
