/*
 * The stage: citations are found in printed order, their works collected, and
 * the tree is copied with the words put in.
 */
#include "base/near.h"
#include "cite/bib.h"
#include "cite/disamb.h"
#include "cite/locator.h"
#include "cite/sort.h"
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
	struct process p;
	struct bib bib;
	ARRAY(struct subtree) subtrees; /* of the old tree, in its order */
	size_t at;                      /* the one that rewrite() is at */
	const struct library *lib;
	const struct kase *kase;
	const struct profile *profile;
	struct diag *d;
	struct map works; /* key -> struct work */
	struct map *labels;
	const struct node *note; /* that we are in, or NULL */
	unsigned depth;
	bool begins, ends; /* nothing stands before, or behind, in the note */
};

static const struct reference *
reference_of(const struct stage *s, struct text key)
{
	const struct reference *r = reference_at(s->kase->references, key);

	return r ? r : reference_at(s->lib->references, key);
}

static void
offer_all(struct near *near, const struct references *r)
{
	for (size_t i = 0; r && i < r->all.n; i++)
		near_offer(near, r->all.at[i]->id);
}

static void
unknown_key(struct stage *s, const struct cite_item *it)
{
	enum level level = LEVEL_BLOCK;
	struct near near = near_to(it->key);

	if (s->profile
	    && !profile_level(s->profile, "CITE-07", LEVEL_BLOCK, &level))
		return;
	struct finding *f = diag(s->d, level, "CITE-07", it->pos,
	    "source that is not in the library: %.*s", TEXT_ARG(it->key));
	offer_all(&near, s->kase->references);
	offer_all(&near, s->lib->references);
	if (near.best.n)
		finding_hint(s->d, f, "did you mean %.*s?",
		    TEXT_ARG(near.best));
}

static struct work *
work_of(struct stage *s, struct text key)
{
	const struct reference *ref = reference_of(s, key);
	struct work *w = map_at(&s->works, key);

	if (w || !ref)
		return w;
	w = work_new(s->a, s->p.rules, ref);
	map_put(s->a, &s->works, ref->id, w);
	array_push(s->a, &s->p.works, w);
	return w;
}

/* First walk: the works cited, and where. */
static bool
collect(struct stage *s, const struct node *n, unsigned depth)
{
	size_t at = s->subtrees.n;
	bool changes = n->kind == NODE_CITE || n->kind == NODE_REFS;
	struct subtree here = {0};

	array_push(s->a, &s->subtrees, here);
	for (const struct cite_item *it = n->cites; it; it = it->next) {
		struct work *w = work_of(s, it->key);
		if (w)
			w->cites++;
	}
	for (const struct node *c = n->child; c && depth < TREE_DEPTH;
	     c = c->next)
		changes |= collect(s, c, depth + 1);
	s->subtrees.at[at].changes = changes;
	s->subtrees.at[at].end = s->subtrees.n;
	return changes;
}

static struct out *
span_out(struct stage *s, const struct node *n)
{
	if (n->kind == NODE_TEXT)
		return out_text(s->p.pass, n->text);
	if (n->kind == NODE_SPACE)
		return out_text(s->p.pass, TEXT(" "));
	struct out *o = out_group(s->p.pass);
	o->kind = OUT_NODE;
	o->node = n;
	return o;
}

/* The leading words of spans, and the first span behind them. */
static struct text
leading(struct stage *s, const struct node **n)
{
	struct buf b = {.a = s->a};

	for (; *n; *n = (*n)->next) {
		if ((*n)->kind == NODE_TEXT)
			buf_add(&b, (*n)->text);
		else if ((*n)->kind == NODE_SPACE)
			buf_addc(&b, ' ');
		else
			break;
	}
	return buf_text(&b);
}

static struct out *
prefix_of(struct stage *s, const struct node *n)
{
	struct out *o = out_group(s->p.pass);

	for (; n; n = n->next)
		out_append(o, span_out(s, n));
	if (out_empty(o))
		return NULL;
	struct text words = out_words(s->p.pass, o);
	if (!text_ends(words, TEXT(" ")))
		out_append(o, out_text(s->p.pass, TEXT(" ")));
	return o;
}

static void
suffix_of(struct stage *s, const struct cite_item *it, struct cite_words *c)
{
	const struct node *rest = it->suffix;
	struct text words = leading(s, &rest);
	struct locator l = locator_of(s->a, s->p.rules->terms, words);
	struct out *o = out_group(s->p.pass);

	if (l.unknown.n)
		finding_hint(s->d,
		    diag(s->d, LEVEL_WARNING, "CITE-L1", it->suffixpos,
			"word before a number that is no locator: %.*s",
			TEXT_ARG(l.unknown)),
		    "it is printed as it stands");
	c->pos = it->suffixpos;
	c->locator = l.value;
	c->label = l.label;
	words = text_sub(words, l.end, words.n);
	if (words.n && words.s[0] != ' ' && words.s[0] != ',' && !l.end)
		words = text_join(s->p.pass, TEXT(" "), words);
	out_append(o, out_text(s->p.pass, words));
	for (; rest; rest = rest->next)
		out_append(o, span_out(s, rest));
	c->suffix = out_empty(o) ? NULL : o;
}

/* Some styles have no place for a pinpoint in works of some type. */
static void
lost_locators(struct stage *s, const struct cluster *k)
{
	for (size_t i = 0; i < k->n; i++) {
		const struct cite_words *c = &k->cites[i];
		if (!c->lost || c->author_only)
			continue;
		struct finding *f = diag(s->d, LEVEL_WARNING, "CITE-L2", c->pos,
		    "locator that the citation style does not print: %.*s",
		    TEXT_ARG(c->locator));
		finding_hint(s->d, f,
		    "its rules leave it out here for this type: %.*s",
		    TEXT_ARG(c->work->ref->type));
	}
}

static void
missing_work(struct stage *s, const struct cite_item *it, struct node *into)
{
	unknown_key(s, it);
	node_add(s->a, into, NODE_TEXT,
	    text_fmt(s->a, "[@%.*s]", TEXT_ARG(it->key)), it->pos);
}

static void
cite_words(struct stage *s, const struct node *n, struct node *into)
{
	ARRAY(struct cite_words) cites = {0};
	struct cluster k = {.ends = s->ends, .inside = !s->note || !s->begins};

	if (s->note) {
		int number = 0;
		text_int(s->note->number, &number);
		k.note = (unsigned)number;
		k.note_label = s->note->label;
	}
	for (const struct cite_item *it = n->cites; it; it = it->next) {
		struct cite_words c = {.work = work_of(s, it->key)};
		if (!c.work) {
			missing_work(s, it, into);
			continue;
		}
		c.suppress_author = it->suppress_author;
		c.author_only = (n->flags & NODE_NARRATIVE) && !s->note
		    && s->p.rules->style->note;
		c.prefix = prefix_of(s, it->prefix);
		suffix_of(s, it, &c);
		array_push(s->p.pass, &cites, c);
	}
	k.cites = cites.at;
	k.n = cites.n;
	struct out *o = process_cluster(&s->p, &k);
	lost_locators(s, &k);
	if (!o)
		return;
	struct flat f = flat_of(s->p.pass, s->p.rules->terms, o);
	flat_nodes(s->a, s->p.pass, &f, into);
}

/* The words of a citation are many small pieces that are gone as soon as their
 * spans stand in the tree. */
static void
pass_open(struct stage *s)
{
	s->p.pass = arena_new();
}

static void
pass_close(struct stage *s)
{
	arena_free(s->p.pass);
	s->p.pass = NULL;
}

static struct node *rewrite(struct stage *s, const struct node *n);

/* The children of n, those of its new copy c. */
static void
rewrite_inside(struct stage *s, const struct node *n, struct node *c)
{
	const struct node *outer = s->note;

	if (n->kind == NODE_NOTE) {
		s->note = n;
		s->begins = true;
	}
	if (n->kind == NODE_CITE) {
		pass_open(s);
		cite_words(s, n, c);
		pass_close(s);
	}
	for (const struct node *k = n->child; k; k = k->next) {
		s->ends = !k->next;
		node_append(c, rewrite(s, k));
		s->begins = false;
	}
	if (n->kind == NODE_REFS && s->p.rules->bibliography.present)
		bib_list(&s->bib, n, c);
	s->note = outer;
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
	struct stage s = {.a = a,
	    .lib = lib,
	    .kase = kase,
	    .profile = p,
	    .d = d,
	    .labels = labels_of(a, doc)};
	s.p.a = a;
	s.p.rules = rules_new(a, p->style, d);
	s.bib = (struct bib){.a = a,
	    .process = &s.p,
	    .profile = p,
	    .d = d,
	    .root = doc->root,
	    .labels = s.labels};
	collect(&s, doc->root, 0);
	pass_open(&s);
	if (s.p.rules->citation.year_suffix)
		sort_works(&s.p);
	disamb(&s.p);
	pass_close(&s);
	struct doc *out = arena_make(a, struct doc);
	out->root = rewrite(&s, doc->root);
	bib_end(&s.bib);
	out->labels = s.labels;
	return out;
}
