/*
 * source.c - what a paragraph rests on, and who has looked at it
 */
#include "check/rule.h"

struct support {
	bool cited, crossed; /* a work is cited; a paragraph is referred to */
};

static bool
look_for_support(const struct node *n, void *ctx)
{
	struct support *s = ctx;

	s->cited |= n->kind == NODE_CITE;
	s->crossed |= n->kind == NODE_XREF;
	return true;
}

/* A paragraph that only opens a list rests on what the items cite. */
static bool
opens_list(struct checker *c, const struct node *n)
{
	return n->next && n->next->kind == NODE_LIST
	    && text_ends(node_words(c->a, n), TEXT(":"));
}

static bool
look_for_uncited(const struct node *n, void *ctx)
{
	struct checker *c = ctx;
	struct support s = {0};

	if (n->kind != NODE_PARA)
		return node_is_block(n);
	struct text kind = node_attr(n, "kind");
	bool opinion = text_is(kind, "opinion");
	if (!opinion && !text_is(kind, "sourced_fact"))
		return false;
	walk(n, look_for_support, &s);
	if (s.cited || (opinion && s.crossed) || opens_list(c, n))
		return false;
	struct finding *f = rule_found(c, n->label, n->pos,
	    "%.*s states %s with no source", TEXT_ARG(para_name(c->a, n)),
	    opinion ? "an opinion" : "a fact");
	finding_hint(c->d, f,
	    "cite one, [@key], or say what it is: {kind=own_knowledge}");
	return false;
}

void
check_uncited(struct checker *c)
{
	walk(c->doc->root, look_for_uncited, c);
}

/* A cited work, in the order of first citation. */
struct cited {
	const struct reference *ref;
	struct text para; /* where first */
	unsigned times;
};

struct cited_list {
	struct checker *c;
	struct map by_key; /* index + 1, as a pointer */
	ARRAY(struct cited *) works;
	ARRAY(const struct node *) known; /* paragraphs marked state=known */
	struct text para;
};

static const struct reference *
find_reference(const struct checker *c, struct text key)
{
	const struct reference *r = reference_at(c->kase->references, key);

	return r ? r : reference_at(c->lib->references, key);
}

static void
count_cite(struct cited_list *l, struct text key)
{
	struct arena *a = l->c->a;
	void **slot = map_slot(a, &l->by_key, key);

	if (*slot) {
		((struct cited *)*slot)->times++;
		return;
	}
	const struct reference *r = find_reference(l->c, key);
	if (!r)
		return; /* CITE-07 */
	struct cited *w = arena_make(a, struct cited);
	*w = (struct cited){r, l->para, 1};
	*slot = w;
	array_push(a, &l->works, w);
}

static bool
look_for_cites(const struct node *n, void *ctx)
{
	struct cited_list *l = ctx;

	if (n->kind == NODE_REFS)
		return false;
	if (n->kind == NODE_PARA && n->number.n)
		l->para = n->number;
	if (n->kind == NODE_PARA && text_is(node_attr(n, "state"), "known"))
		array_push(l->c->a, &l->known, n);
	for (const struct cite_item *it = n->cites; it; it = it->next)
		count_cite(l, it->key);
	return true;
}

static const char *
state_of(enum verification v)
{
	static const char *const names[] =
	    {"uncertain: a named detail is not confirmed",
		"known: nobody has seen it yet",
		"seen by the library's makers"};

	return names[v];
}

static void
say_unverified(struct checker *c, const struct cited_list *l)
{
	size_t n = 0;
	struct finding *f = NULL;

	for (size_t i = 0; i < l->works.n; i++)
		n += l->works.at[i]->ref->verification != VERIFY_CHECKED;
	for (size_t i = 0; i < l->works.n; i++) {
		const struct cited *w = l->works.at[i];
		if (w->ref->verification == VERIFY_CHECKED)
			continue;
		if (!f)
			f = rule_found(c, TEXT(""), c->place,
			    "%zu of %zu cited sources lack a record that a "
			    "person opened them",
			    n, l->works.n);
		finding_remark(c->d, f, "source", w->ref->pos,
		    "%.*s, paragraph %.*s: %s", TEXT_ARG(w->ref->id),
		    TEXT_ARG(w->para), state_of(w->ref->verification));
	}
	if (f)
		finding_hint(c->d, f,
		    "open each, then add custom.verified: {by, on, how}");
}

static void
say_known(struct checker *c, const struct cited_list *l)
{
	struct finding *f = NULL;

	for (size_t i = 0; i < l->known.n; i++) {
		const struct node *p = l->known.at[i];
		if (!f)
			f = rule_found(c, TEXT("known"), c->place,
			    "%zu paragraph%s on knowledge that nobody has "
			    "checked against its source",
			    l->known.n, l->known.n == 1 ? " rests" : "s rest");
		finding_remark(c->d, f, "check", p->pos, "%.*s",
		    TEXT_ARG(para_name(c->a, p)));
	}
}

void
check_verification(struct checker *c)
{
	struct cited_list l = {.c = c};

	walk(c->doc->root, look_for_cites, &l);
	say_unverified(c, &l);
	say_known(c, &l);
}
