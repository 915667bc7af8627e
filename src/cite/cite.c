/*
 * The stage: citations are found in printed order, their works collected, and
 * the tree is copied with the words put in.
 */
#include "cite/aside.h"
#include "cite/bib.h"
#include "cite/cites.h"
#include "cite/disamb.h"
#include "cite/sort.h"
#include "cite/warn.h"
#include "model/stage.h"

#include <string.h>

enum { TREE_DEPTH = 400 };

/* Where nothing is cited nothing changes: such a part of the old tree is a
 * part of the new one. */
struct subtree {
	bool changes;
	size_t end; /* the one after it and all below it */
};

struct stage {
	struct arena *a;
	struct cites cites;
	struct bib bib;
	ARRAY(struct subtree) subtrees; /* of the old tree, in its order */
	size_t at;                      /* the one that rewrite() is at */
	struct map *labels;
	unsigned depth;
};

/* First walk: the works cited, and where. */
static bool
collect(struct stage *s, const struct node *n, unsigned depth)
{
	size_t at = s->subtrees.n;
	bool changes = n->kind == NODE_CITE || n->kind == NODE_REFS;
	struct subtree here = {0};
	const struct node *outer = s->cites.note;

	array_push(s->a, &s->subtrees, here);
	if (n->kind == NODE_NOTE)
		s->cites.note = n;
	for (const struct cite_item *it = n->cites; it; it = it->next) {
		struct work *w = cites_work(&s->cites, it->key);
		if (w && !w->note)
			w->note = cites_note_number(&s->cites);
		if (w)
			w->cites++;
	}
	for (const struct node *c = n->child; c && depth < TREE_DEPTH;
	     c = c->next)
		changes |= collect(s, c, depth + 1);
	s->cites.note = outer;
	s->subtrees.at[at].changes = changes;
	s->subtrees.at[at].end = s->subtrees.n;
	return changes;
}

static struct node *rewrite(struct stage *s, const struct node *n);

/* The children of n, those of its new copy c. */
static void
rewrite_inside(struct stage *s, const struct node *n, struct node *c)
{
	const struct node *outer = s->cites.note;

	if (n->kind == NODE_NOTE) {
		s->cites.note = n;
		s->cites.begins = true;
		s->cites.mixed = aside_in_note(n);
	}
	if (n->kind == NODE_CITE) {
		cites_write(&s->cites, n, c);
		arena_reset(s->cites.p.pass);
	}
	for (const struct node *k = n->child; k; k = k->next) {
		s->cites.ends = !k->next;
		node_append(c, rewrite(s, k));
		s->cites.begins = false;
	}
	if (n->kind == NODE_REFS && s->cites.p.rules->bibliography.present)
		bib_list(&s->bib, n, c);
	s->cites.note = outer;
}

static struct node *
rewrite(struct stage *s, const struct node *n)
{
	struct node *c = node_copy(s->a, n);
	const struct subtree *here = &s->subtrees.at[s->at++];

	if (c->label.n)
		map_put(s->a, s->labels, c->label, c);
	if (here->changes && s->depth < TREE_DEPTH) {
		s->depth++;
		rewrite_inside(s, n, c);
		s->depth--;
	} else if (!here->changes) {
		c->child = n->child;
		c->last = n->last;
	}
	s->at = here->end;
	return c;
}

/* The labels of the tree before, as it was: those of copied nodes are put
 * over them. */
static struct map *
labels_of(struct arena *a, const struct doc *doc)
{
	struct map *m = arena_make(a, struct map);

	if (!doc->labels || !doc->labels->cap)
		return m;
	*m = *doc->labels;
	m->slots = arena_alloc(a, m->cap * sizeof(*m->slots));
	memcpy(m->slots, doc->labels->slots, m->cap * sizeof(*m->slots));
	return m;
}

const struct doc *
cite(struct arena *a, const struct doc *doc, const struct library *lib,
    const struct kase *kase, struct diag *d)
{
	const struct profile *p =
	    lib && kase ? map_at(&lib->profiles, kase->profile) : NULL;

	if (!doc || !p || !p->style)
		return doc;
	struct stage s = {.a = a, .labels = labels_of(a, doc)};
	s.cites = (struct cites){.a = a,
	    .lib = lib,
	    .kase = kase,
	    .profile = p,
	    .d = d};
	s.cites.p.a = a;
	s.cites.p.pass = arena_new();
	s.cites.p.rules = rules_new(a, p->style, d);
	s.cites.p.ibid = p->ibid;
	s.cites.labels = labels_new(a, s.cites.p.rules->terms);
	s.bib = (struct bib){.a = a,
	    .process = &s.cites.p,
	    .profile = p,
	    .d = d,
	    .root = doc->root,
	    .labels = s.labels};
	collect(&s, doc->root, 0);
	sort_works(&s.cites.p);
	disamb(&s.cites.p);
	arena_reset(s.cites.p.pass);
	struct doc *out = arena_make(a, struct doc);
	out->root = rewrite(&s, doc->root);
	bib_end(&s.bib);
	warn_works(&s.cites);
	sort_end(&s.cites.p);
	arena_free(s.cites.p.pass);
	out->labels = s.labels;
	return out;
}
