#include "cli/provenance.h"

enum { DEEPEST = 200 };

struct walk {
	struct arena *a;
	struct provenance *p;
	const struct library *lib;
	const struct kase *kase;
	struct text para;    /* number of the last paragraph of the body */
	struct text heading; /* words of the last one */
};

static const struct reference *
reference_of(const struct walk *w, struct text key)
{
	const struct reference *r =
	    w->kase->references ? reference_at(w->kase->references, key) : NULL;

	return r ? r : reference_at(w->lib->references, key);
}

/* The words behind a key: "para 12". */
static struct text
locator_of(const struct walk *w, const struct cite_item *it)
{
	struct node all = {.kind = NODE_SPAN};
	struct text t;

	if (!it->suffix)
		return TEXT("");
	struct node *first = node_copy(w->a, it->suffix);
	first->child = it->suffix->child;
	first->next = it->suffix->next;
	all.child = first;
	t = text_trim(node_words(w->a, &all));
	while (t.n && (t.s[0] == ',' || t.s[0] == ' '))
		t = text_sub(t, 1, t.n);
	return t;
}

static void
add_works(const struct walk *w, struct entry *e, const struct node *n)
{
	for (const struct cite_item *it = n->cites; it; it = it->next) {
		struct cited_work work = {it->key, locator_of(w, it),
		    reference_of(w, it->key)};
		bool there = false;
		for (size_t i = 0; i < e->works.n; i++)
			there |= text_eq(e->works.at[i].key, work.key)
			    && text_eq(e->works.at[i].locator, work.locator);
		if (!there)
			array_push(w->a, &e->works, work);
	}
}

struct sums {
	const struct reads *words, *control;
};

/* What all that is below it was made from, and cites. */
static void
gather(const struct walk *w, struct entry *e, const struct node *n,
    struct sums *sums, unsigned depth)
{
	if (n->trace) {
		sums->words = reads_join(w->a, sums->words, n->trace->words);
		sums->control =
		    reads_join(w->a, sums->control, n->trace->control);
	}
	if (n->kind == NODE_CITE)
		add_works(w, e, n);
	for (const struct node *c = n->child; c && depth < DEEPEST; c = c->next)
		gather(w, e, c, sums, depth + 1);
}

/* The template that a source is a view of. */
static struct text
template_of(const struct map *m, const struct source *src)
{
	for (size_t i = 0; i < m->cap; i++) {
		const struct template *t = m->slots[i].value;
		if (t && src && t->src->body.s == src->body.s)
			return t->id;
	}
	return TEXT("");
}

static void
add_entry(struct walk *w, const struct node *n, const char *kind,
    struct text number)
{
	struct entry e = {.kind = kind,
	    .number = number,
	    .label = n->label,
	    .heading = w->heading,
	    .pos = n->pos,
	    .last = n->pos,
	    .node = n};
	struct sums sums = {0};

	gather(w, &e, n, &sums, 0);
	e.facts = reads_list(w->a, sums.words, sums.control);
	e.template = template_of(&w->kase->templates, n->pos.src);
	if (!e.template.n)
		e.template = template_of(&w->lib->templates, n->pos.src);
	if (n->trace && n->trace->last.src)
		e.last = n->trace->last;
	e.place = n->pos.src ? n->pos.src->from : n->pos;
	if (n->trace && n->trace->place.src)
		e.place = n->trace->place;
	array_push(w->a, &w->p->entries, e);
}

static const char *
kind_of(const struct node *n, bool item)
{
	switch ((int)n->kind) {
	case NODE_HEADING:
		return "heading";
	case NODE_PARA:
		return item ? "item" : "paragraph";
	case NODE_TABLE:
		return "table";
	case NODE_FIGURE:
		return "figure";
	case NODE_TERM:
		return "term";
	case NODE_CODE:
		return "code";
	default:
		return NULL;
	}
}

static void walk(struct walk *w, const struct node *n, struct text item,
    unsigned depth);

/* "12(a)(i)": the numbers of the items around it behind the paragraph's. */
static void
walk_item(struct walk *w, const struct node *n, struct text item,
    unsigned depth)
{
	if (!item.n)
		item = w->para;
	if (n->number.n)
		item = text_join(w->a, item, n->number);
	for (const struct node *c = n->child; c; c = c->next)
		walk(w, c, item, depth + 1);
}

static void
walk(struct walk *w, const struct node *n, struct text item, unsigned depth)
{
	const char *kind = kind_of(n, item.n > 0);

	if (depth > DEEPEST)
		return;
	if (n->kind == NODE_HEADING)
		w->heading = node_words(w->a, n);
	if (n->kind == NODE_PARA && n->number.n)
		w->para = n->number;
	if (kind) {
		add_entry(w, n, kind, n->number.n ? n->number : item);
		return;
	}
	for (const struct node *c = n->child; c; c = c->next) {
		if (c->kind == NODE_ITEM)
			walk_item(w, c, item, depth + 1);
		else
			walk(w, c, item, depth + 1);
	}
}

const struct provenance *
provenance_of(struct arena *a, const struct doc *doc, const struct library *lib,
    const struct kase *kase)
{
	struct provenance *p = arena_make(a, struct provenance);
	struct walk w = {.a = a, .p = p, .lib = lib, .kase = kase};

	if (!doc || !lib || !kase)
		return NULL;
	p->paths = paths_of(a, kase, lib);
	p->kase = kase;
	walk(&w, doc->root, TEXT(""), 0);
	return p;
}

/* "par-x" is the label x of a paragraph.  NODE_KINDS: of anything. */
static enum node_kind
take_prefix(struct text *t)
{
	static const struct {
		const char *prefix;
		enum node_kind kind;
	} kinds[] = {{"par-", NODE_PARA}, {"sec-", NODE_HEADING},
	    {"app-", NODE_HEADING}, {"tbl-", NODE_TABLE},
	    {"fig-", NODE_FIGURE}};

	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
		if (!text_starts(*t, text_of(kinds[i].prefix)))
			continue;
		*t = text_sub(*t, 4, t->n);
		return kinds[i].kind;
	}
	return NODE_KINDS;
}

static bool
ends_in(struct text label, struct text word)
{
	return label.n > word.n && text_ends(label, word)
	    && label.s[label.n - word.n - 1] == '/';
}

static bool
is_kind(const struct entry *e, enum node_kind kind)
{
	return kind == NODE_KINDS || e->node->kind == kind;
}

const struct entry *
provenance_find(const struct provenance *p, struct text word,
    const struct entry **second)
{
	const struct entry *found = NULL;

	*second = NULL;
	if (text_starts(word, TEXT("@")))
		word = text_sub(word, 1, word.n);
	struct text bare = word;
	enum node_kind kind = take_prefix(&bare);
	for (size_t i = 0; i < p->entries.n; i++) {
		const struct entry *e = &p->entries.at[i];
		if ((e->number.n && text_eq(e->number, word))
		    || (e->label.n
			&& (text_eq(e->label, word)
			    || (text_eq(e->label, bare) && is_kind(e, kind)))))
			return e;
	}
	for (size_t i = 0; i < p->entries.n; i++) {
		const struct entry *e = &p->entries.at[i];
		if (!ends_in(e->label, word)
		    && (!ends_in(e->label, bare) || !is_kind(e, kind)))
			continue;
		if (!found)
			found = e;
		else if (!*second)
			*second = e;
	}
	return *second ? NULL : found;
}
