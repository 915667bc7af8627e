/*
 * A work belongs to one section, whatever list it is printed in: the first of
 * the profile that takes its type or one of its keywords, else the last.
 */
#include "cite/bib.h"

#include "base/near.h"
#include "base/uni.h"
#include "cite/entry.h"

/* One list on its way into the tree. */
struct list {
	struct bib *bib;
	const struct node *refs; /* its options are read there */
	struct node *into;
	bool authorities, any;
	int level;    /* of the next heading */
	bool *chosen; /* by section; NULL: one list without sections */
	size_t nchosen;
};

static const struct bibliography *
sections_of(const struct bib *b)
{
	return &b->profile->bibliography;
}

static const struct attr *
option(const struct list *l, const char *name)
{
	for (const struct attr *o = l->refs->attrs; o; o = o->next)
		if (text_is(o->name, name))
			return o;
	return NULL;
}

/* `word` among the words of a variable that commas part, in any case. */
static bool
has_word(struct arena *a, struct text all, struct text word)
{
	struct text rest = uni_lower(a, all), piece;

	word = uni_lower(a, word);
	while (text_split(&rest, ',', &piece))
		if (text_eq(text_trim(piece), word))
			return true;
	return false;
}

static bool
takes(struct arena *a, const struct bib_section *s, const struct reference *ref)
{
	struct text keyword = reference_text(ref, "keyword");

	for (size_t i = 0; i < s->types.n; i++)
		if (text_eq(s->types.at[i], ref->type))
			return true;
	for (size_t i = 0; keyword.n && i < s->keywords.n; i++)
		if (has_word(a, keyword, s->keywords.at[i]))
			return true;
	return false;
}

static size_t
section_of(struct arena *a, const struct bibliography *all,
    const struct reference *ref)
{
	size_t i = 0;

	while (i + 1 < all->sections.n && !takes(a, &all->sections.at[i], ref))
		i++;
	return i;
}

/* What only= names, by section. */
static void
choose_named(struct list *l, const struct attr *only)
{
	const struct bibliography *all = sections_of(l->bib);
	struct text rest = only->value, id;

	while (text_split(&rest, ' ', &id)) {
		struct near near = near_to(id);
		bool found = !id.n;
		for (size_t i = 0; !found && i < all->sections.n; i++) {
			near_offer(&near, all->sections.at[i].id);
			found = text_eq(all->sections.at[i].id, id);
			l->chosen[i] |= found;
		}
		if (found)
			continue;
		struct finding *f = diag(l->bib->d, LEVEL_ERROR, "BIB-01",
		    only->pos, "no section of the profile's bibliography: %.*s",
		    TEXT_ARG(id));
		if (near.best.n)
			finding_hint(l->bib->d, f, "did you mean %.*s?",
			    TEXT_ARG(near.best));
	}
}

/* sections=off; true: this list is to have none. */
static bool
without_sections(struct list *l)
{
	const struct attr *o = option(l, "sections");

	if (!o || text_is(o->value, "on"))
		return false;
	if (text_is(o->value, "off"))
		return true;
	finding_hint(l->bib->d,
	    diag(l->bib->d, LEVEL_ERROR, "BIB-02", o->pos,
		"not a choice for sections: %.*s", TEXT_ARG(o->value)),
	    "on or off");
	return false;
}

/* The sections that this list has, in l->chosen; none: it has no sections. */
static void
choose(struct list *l)
{
	const struct bibliography *all = sections_of(l->bib);
	const struct attr *only = option(l, "only");
	size_t n = all->sections.n;

	if (!n && (only || l->authorities))
		diag(l->bib->d, LEVEL_ERROR, "BIB-03",
		    only ? only->pos : l->refs->pos,
		    "the profile's bibliography has no sections to choose "
		    "from: %.*s",
		    TEXT_ARG(l->bib->profile->name));
	if (!n || (!only && !l->authorities && without_sections(l)))
		return;
	l->chosen = arena_alloc(l->bib->a, n * sizeof(*l->chosen));
	if (only)
		choose_named(l, only);
	for (size_t i = 0; i < n; i++) {
		if (!only)
			l->chosen[i] =
			    !l->authorities || all->sections.at[i].authorities;
		l->nchosen += l->chosen[i];
	}
}

/* A label that nothing has yet: name, or name.2 ... */
static void
give_label(struct list *l, struct node *n, struct text name)
{
	struct arena *a = l->bib->a;
	int nth = 1;

	n->label = name;
	while (map_at(l->bib->labels, n->label))
		n->label = text_fmt(a, "%.*s.%d", TEXT_ARG(name), ++nth);
	map_put(a, l->bib->labels, n->label, n);
}

static void
heading(struct list *l, struct text id, struct text words, int level)
{
	struct arena *a = l->bib->a;
	struct node *n =
	    node_add(a, l->into, NODE_HEADING, TEXT(""), l->into->pos);

	n->level = level > 6 ? 6 : level;
	n->classes = TEXT("unnumbered");
	node_add(a, n, NODE_TEXT, words, n->pos);
	give_label(l, n, text_join(a, TEXT("bib."), id));
}

/* With blanks at which no line ends. */
static struct text
tied(struct arena *a, struct text words)
{
	struct buf b = {.a = a};

	for (size_t i = 0; i < words.n; i++) {
		if (words.s[i] == ' ')
			buf_cp(&b, 0xa0);
		else
			buf_addc(&b, words.s[i]);
	}
	return buf_text(&b);
}

/* Behind an entry: " (cited in paras 12-14)".  The words say that these are
 * paragraphs of this report, since a number behind a source reads like a place
 * in it; they stand on the line of the first number. */
static void
add_backrefs(struct list *l, const struct usage *u, struct node *entry)
{
	struct arena *a = l->bib->a;
	struct text words = sections_of(l->bib)->cited;
	struct usage_form form = {.terms = l->bib->process->rules->terms,
	    .form = FORM_SHORT};
	struct node *span = node_new(a, NODE_SPAN, TEXT(""), entry->pos);

	span->classes = TEXT("cited");
	node_add(a, span, NODE_TEXT,
	    text_fmt(a, "(%.*s%s", TEXT_ARG(tied(a, words)),
		words.n ? "\u00a0" : ""),
	    span->pos);
	if (!usage_nodes(a, u, &form, span))
		return;
	node_add(a, span, NODE_TEXT, TEXT(")"), span->pos);
	node_add(a, entry, NODE_TEXT, TEXT(" "), entry->pos);
	node_append(entry, span);
}

/* Of an authority: "¶¶ 12-14; n 7", which layout sets apart. */
static void
add_places(struct list *l, const struct usage *u, struct node *entry)
{
	const struct bibliography *b = sections_of(l->bib);
	struct arena *a = l->bib->a;
	struct usage_form form = {.terms = l->bib->process->rules->terms,
	    .form = FORM_SYMBOL,
	    .notes = b->notes,
	    .passim = b->passim};
	struct node *places = node_new(a, NODE_PARA, TEXT(""), entry->pos);

	places->classes = TEXT("unnumbered");
	if (usage_nodes(a, u, &form, places))
		node_append(entry, places);
}

static struct out *
find_left(struct out *o)
{
	struct out *found = o->format.display == DISPLAY_LEFT ? o : NULL;

	for (struct out *c = o->child; c && !found; c = c->next)
		found = find_left(c);
	return found;
}

/* CSL 1.0.2, "Display", left-margin: those words hang beside the entry, as a
 * paragraph's number does.  They are taken out of `o`. */
static struct text
left_margin(struct arena *a, struct arena *pass, struct out *o)
{
	struct out *left = find_left(o);

	if (!left)
		return TEXT("");
	struct out *copy = out_copy(pass, left);
	copy->next = NULL;
	struct text words = text_dup(a, text_trim(out_words(pass, copy)));
	process_empty(left);
	left->prefix = left->suffix = TEXT("");
	return words;
}

/* NULL: the style prints nothing for it. */
static struct node *
entry_of(struct list *l, struct work *w)
{
	struct process *p = l->bib->process;
	struct arena *a = l->bib->a;
	struct out *o = entry_render(p, w);

	if (!o)
		return NULL;
	struct node *e = node_new(a, NODE_BIBENTRY, TEXT(""), l->into->pos);
	e->number = left_margin(a, p->pass, o);
	struct flat f = flat_of(p->pass, p->rules->terms, o);
	flat_nodes(a, p->pass, &f, e);
	give_label(l, e,
	    text_fmt(a, l->authorities ? "auth.%.*s" : "ref.%.*s",
		TEXT_ARG(w->ref->id)));
	const struct usage *u = map_at(&l->bib->usages.works, w->ref->id);
	if (u && l->authorities)
		add_places(l, u, e);
	else if (u && sections_of(l->bib)->backrefs)
		add_backrefs(l, u, e);
	return e;
}

/* The works of a section, or (NULL) all of them. */
static void
add_section(struct list *l, const struct bib_section *s, const size_t *section)
{
	struct process *p = l->bib->process;
	const struct bibliography *all = sections_of(l->bib);
	const struct attr *title = option(l, "title");
	bool headed = !s || l->nchosen < 2;

	entry_restart(p);
	for (size_t i = 0; i < p->works.n; i++) {
		if (s && section[i] != (size_t)(s - all->sections.at))
			continue;
		struct node *e = entry_of(l, p->works.at[i]);
		if (e && !l->any && title)
			heading(l, TEXT("list"), title->value, l->level++);
		if (e && !headed)
			heading(l, s->id, s->title, l->level);
		headed |= e != NULL;
		if (e)
			node_append(l->into, e);
		l->any |= e != NULL;
		arena_reset(p->pass);
	}
}

/* By work, in their order: its section. */
static size_t *
sections_by_work(struct bib *b)
{
	const struct process *p = b->process;
	struct arena *pass = arena_new();
	size_t *of = arena_alloc(b->a, (p->works.n + 1) * sizeof(*of));

	for (size_t i = 0; i < p->works.n; i++) {
		of[i] = section_of(pass, sections_of(b), p->works.at[i]->ref);
		arena_reset(pass);
	}
	arena_free(pass);
	return of;
}

static void
prepare(struct bib *b)
{
	if (b->listed)
		return;
	b->usages = usages_of(b->a, b->root);
	b->section = sections_by_work(b);
	b->listed = arena_alloc(b->a,
	    (sections_of(b)->sections.n + 1) * sizeof(*b->listed));
}

static int
level_above(const struct bib *b, const struct node *refs)
{
	for (size_t i = 0; i < b->usages.lists.n; i++)
		if (b->usages.lists.at[i].refs == refs)
			return b->usages.lists.at[i].level;
	return 1;
}

void
bib_list(struct bib *b, const struct node *refs, struct node *into)
{
	const struct bibliography *all = sections_of(b);
	struct list l = {.bib = b,
	    .refs = refs,
	    .into = into,
	    .authorities = node_has_class(refs, "authorities")};

	prepare(b);
	l.level = level_above(b, refs) + 1;
	choose(&l);
	if (!l.chosen && !l.authorities)
		add_section(&l, NULL, NULL);
	for (size_t i = 0; i < all->sections.n; i++) {
		b->listed[i] |= !l.chosen || l.chosen[i];
		if (l.chosen && l.chosen[i])
			add_section(&l, &all->sections.at[i], b->section);
	}
	b->last = refs;
}

void
bib_end(struct bib *b)
{
	const struct bibliography *all = sections_of(b);

	if (!b->last)
		return;
	for (size_t i = 0; i < all->sections.n; i++) {
		const struct work *w = NULL;
		for (size_t k = 0; !w && k < b->process->works.n; k++)
			if (b->section[k] == i)
				w = b->process->works.at[k];
		if (b->listed[i] || !w)
			continue;
		struct finding *f =
		    diag(b->d, LEVEL_WARNING, "BIB-04", b->last->pos,
			"works are cited that stand in no list, in the "
			"section: %.*s",
			TEXT_ARG(all->sections.at[i].id));
		finding_remark(b->d, f, "one of them", w->ref->pos, "%.*s",
		    TEXT_ARG(w->ref->id));
	}
}
