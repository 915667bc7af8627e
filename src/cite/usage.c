#include "cite/usage.h"

enum { TREE_DEPTH = 400, RUN = 3 };

struct walker {
	struct arena *a;
	struct usages *all;
	const struct node *heading, *para, *note; /* that we are in, or NULL */
};

static struct usage *
usage_at(struct walker *w, struct text key)
{
	void **slot = map_slot(w->a, &w->all->works, key);

	if (!*slot)
		*slot = arena_make(w->a, struct usage);
	return *slot;
}

static struct usage_place
place_of(struct walker *w, const struct node *n)
{
	struct usage_place p = {.number = n->number, .label = n->label};

	text_int(p.number, &p.n);
	if (!p.number.n)
		p.number = node_words(w->a, n);
	return p;
}

static void
add_cite(struct walker *w, const struct cite_item *it)
{
	struct usage *u = usage_at(w, it->key);
	struct usage_cite cite = {it->pos, w->para, w->note, w->heading};
	struct usage_place p;

	array_push(w->a, &u->cites, cite);
	if (w->para) {
		p = place_of(w, w->para);
		if (!u->paras.n
		    || !text_eq(u->paras.at[u->paras.n - 1].number, p.number))
			array_push(w->a, &u->paras, p);
	}
	if (w->note) {
		p = place_of(w, w->note);
		p.alone = !w->para;
		if (!u->notes.n
		    || !text_eq(u->notes.at[u->notes.n - 1].number, p.number))
			array_push(w->a, &u->notes, p);
	} else if (!w->para && w->heading) {
		p = place_of(w, w->heading);
		if (!u->parts.n
		    || !text_eq(u->parts.at[u->parts.n - 1].label, p.label))
			array_push(w->a, &u->parts, p);
	}
}

static void
visit(struct walker *w, const struct node *n, unsigned depth)
{
	const struct node *note = w->note;

	if (n->kind == NODE_HEADING) {
		w->heading = n;
		w->para = NULL;
	} else if (n->kind == NODE_PARA && n->number.n) {
		w->para = n;
	} else if (n->kind == NODE_NOTE) {
		w->note = n;
	} else if (n->kind == NODE_REFS) {
		struct usage_list list = {n,
		    w->heading ? w->heading->level : 1};
		array_push(w->a, &w->all->lists, list);
	}
	for (const struct cite_item *it = n->cites; it; it = it->next)
		add_cite(w, it);
	for (const struct node *c = n->child; c && depth < TREE_DEPTH;
	     c = c->next)
		visit(w, c, depth + 1);
	w->note = note;
}

struct usages
usages_of(struct arena *a, const struct node *root)
{
	struct usages all = {0};
	struct walker w = {.a = a, .all = &all};

	visit(&w, root, 0);
	return all;
}

/* Places on their way into the tree. */
struct writer {
	struct arena *a;
	const struct usage_form *form;
	struct node *into;
	bool begun;
};

static void
write_words(struct writer *w, const char *words)
{
	node_add(w->a, w->into, NODE_TEXT, text_of(words), w->into->pos);
}

static void
write_place(struct writer *w, const struct usage_place *p)
{
	struct node *into = w->into;

	if (p->label.n)
		into = node_add(w->a, into, NODE_LINK,
		    text_join(w->a, TEXT("#"), p->label), into->pos);
	node_add(w->a, into, NODE_TEXT, p->number, w->into->pos);
}

/* The last of a run of numbers that follow one another. */
static size_t
run_end(const struct usage_place *p, size_t n, size_t i)
{
	size_t end = i;

	while (end + 1 < n && p[end].n && p[end + 1].n == p[end].n + 1)
		end++;
	return end + 1 - i < RUN ? i : end;
}

static void
write_places(struct writer *w, const struct usage_place *p, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		size_t end = run_end(p, n, i);
		if (i)
			write_words(w, ", ");
		write_place(w, &p[i]);
		if (end > i) {
			write_words(w, "–");
			write_place(w, &p[end]);
		}
		i = end;
	}
}

/* What the numbers that follow are, in the style's words: "paras ". */
static void
write_term(struct writer *w, const char *name, size_t n)
{
	struct text term = text_of(name);

	term_find(w->form->terms, term, w->form->form, n > 1, &term);
	node_add(w->a, w->into, NODE_TEXT,
	    text_join(w->a, term, TEXT("\u00a0")), w->into->pos);
}

static void
begin(struct writer *w)
{
	if (w->begun)
		write_words(w, "; ");
	w->begun = true;
}

static void
write_paras(struct writer *w, const struct usage *u)
{
	if (!u->paras.n)
		return;
	begin(w);
	if (w->form->passim && u->paras.n > (size_t)w->form->passim) {
		write_words(w, "passim");
		return;
	}
	write_term(w, "paragraph", u->paras.n);
	write_places(w, u->paras.at, u->paras.n);
}

static void
write_notes(struct writer *w, const struct usage *u)
{
	ARRAY(struct usage_place) notes = {0};

	for (size_t i = 0; i < u->notes.n; i++)
		if (w->form->notes || u->notes.at[i].alone)
			array_push(w->a, &notes, u->notes.at[i]);
	if (!notes.n)
		return;
	begin(w);
	write_term(w, "note", notes.n);
	write_places(w, notes.at, notes.n);
}

bool
usage_nodes(struct arena *a, const struct usage *u,
    const struct usage_form *form, struct node *into)
{
	struct writer w = {.a = a, .form = form, .into = into};

	write_paras(&w, u);
	write_notes(&w, u);
	if (u->parts.n) {
		begin(&w);
		write_places(&w, u->parts.at, u->parts.n);
	}
	return w.begun;
}
