/*
 * The order of people: CSL 1.0.2, "Name-part Order", sorting order.
 *
 * The parts are keys of falling weight.  They stand in one text with a tab
 * behind each: of all that collation does not ignore, a tab is the lightest,
 * so that a shorter part comes before a longer one, whatever follows.
 */
#include "cite/people.h"

static void
part(struct buf *b, struct text x, struct text y)
{
	buf_add(b, x);
	if (x.n && y.n)
		buf_addc(b, ' ');
	buf_add(b, y);
	buf_addc(b, '\t');
}

static bool
opens_with(struct text t, const char *word)
{
	size_t n = strlen(word);

	for (size_t i = 0; i < n; i++)
		if (i >= t.n || (t.s[i] | 32) != (word[i] | 32))
			return false;
	return t.n > n;
}

/* "The New York Times" is found under "New York Times". */
static struct text
without_article(struct text t)
{
	static const char *const articles[] = {"a ", "an ", "the "};

	for (size_t i = 0; i < 3; i++)
		if (opens_with(t, articles[i])) {
			size_t n = strlen(articles[i]);
			return text_sub(t, n, t.n);
		}
	return t;
}

struct text
name_key(const struct people *p, const struct name *n)
{
	struct buf b = {.a = p->c->a};
	bool demote = p->c->rules->demote != 0;
	struct text none = TEXT(""), behind = demote ? n->nondropping : none;
	struct text whole = p->r->brief && n->brief.n ? n->brief : n->literal;
	struct text first = n->literal.n ? without_article(whole)
	    : n->family.n                ? n->family
					 : n->given;

	part(&b, demote ? none : n->nondropping, first);
	if (p->o.form == NAMES_SHORT) {
		part(&b, behind, none);
		return buf_text(&b);
	}
	part(&b, n->dropping, behind);
	part(&b, n->family.n ? name_given(p, n) : none, none);
	part(&b, n->suffix, none);
	return buf_text(&b);
}
