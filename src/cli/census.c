#include "cli/census.h"

#include "base/file.h"
#include "cite/usage.h"
#include "expand/branches.h"
#include "load/read.h"
#include "load/shelf.h"

struct taker {
	struct arena *a;
	struct census *c;
	struct text text; /* that is looked through, or "" over a case */
	struct diag *d;
};

static struct record *
record_at(struct taker *t, struct text key)
{
	void **slot = map_slot(t->a, &t->c->by_key, key);

	if (!*slot) {
		struct record *r = arena_make(t->a, struct record);
		r->key = key;
		*slot = r;
	}
	return *slot;
}

/* Of an id that is there twice in a list the later one counts, and the case's
 * before the library's, as for the stages. */
static void
add_references(struct taker *t, const struct references *refs, bool own)
{
	for (size_t i = 0; refs && i < refs->all.n; i++) {
		const struct reference *ref = refs->all.at[i];
		struct record *r = record_at(t, ref->id);
		if (r->ref || reference_at(refs, ref->id) != ref)
			continue;
		r->ref = ref;
		r->own = own;
		array_push(t->a, &t->c->all, r);
	}
}

/* Files of a library are counted; in a report, what has a number. */
static struct text
unit_of(const struct taker *t, const struct citation *c)
{
	if (t->text.n)
		return t->text;
	if (c->para.n)
		return text_fmt(t->a, "paragraph %.*s", TEXT_ARG(c->para));
	if (c->note.n)
		return text_fmt(t->a, "note %.*s", TEXT_ARG(c->note));
	return c->heading;
}

static bool
same_pos(struct pos x, struct pos y)
{
	return x.src == y.src && x.off == y.off;
}

/* A narrative @key is there twice: in its sentence, and in the note that the
 * style adds for it. */
static void
add_cite(struct taker *t, struct record *r, const struct usage_cite *u)
{
	struct citation c = {.key = r->key, .pos = pos_file(u->pos)};
	struct citation *last =
	    r->cites.n ? &r->cites.at[r->cites.n - 1] : NULL;

	if (u->para)
		c.para = u->para->number;
	if (u->note)
		c.note = u->note->number;
	if (u->heading)
		c.heading = node_words(t->a, u->heading);
	c.unit = unit_of(t, &c);
	if (last && same_pos(last->pos, c.pos) && text_eq(last->unit, c.unit)) {
		*last = c;
		return;
	}
	r->places += !last || !text_eq(last->unit, c.unit);
	array_push(t->a, &r->cites, c);
}

static void
add_usages(struct taker *t, const struct node *root)
{
	struct usages all = usages_of(t->a, root);

	for (size_t i = 0; i < all.works.cap; i++) {
		const struct usage *u = all.works.slots[i].value;
		if (!u)
			continue;
		struct record *r = record_at(t, all.works.slots[i].key);
		if (!r->ref && !r->cites.n)
			array_push(t->a, &t->c->strays, r);
		for (size_t k = 0; k < u->cites.n; k++)
			add_cite(t, r, &u->cites.at[k]);
	}
}

static void
take_library(struct taker *t, const struct places *where,
    const struct shelf_files *files)
{
	struct shelf s = shelf_read(t->a, where, files, t->d);

	t->c->whole = s.whole;
	add_references(t, s.references, false);
	for (size_t i = 0; i < s.texts.n; i++) {
		const struct template *text = s.texts.at[i];
		t->text = text->id;
		add_usages(t, branches_of(t->a, text, t->d));
	}
}

/* Nothing is shaped and nothing formatted: the numbers are enough. */
static void
take_case(struct taker *t, const struct places *where, struct text path)
{
	struct expand_options o = {.draft = true};
	const struct kase *k = case_load(t->a, path, where->root, t->d);
	const struct library *lib =
	    k ? library_load(t->a, where, k, t->d) : NULL;
	const struct doc *doc = expand(t->a, lib, k, &o, t->d);

	if (doc) {
		t->c->kase = k;
		t->c->profile = map_at(&lib->profiles, k->profile);
		t->c->whole = true;
		doc = number(t->a, doc, t->c->profile, t->d);
		add_references(t, k->references, true);
		add_references(t, lib->references, false);
		add_usages(t, doc->root);
	}
	library_close(lib);
}

/* Faults are said when the file is read for what it is. */
static bool
is_case(struct arena *a, struct text path)
{
	struct diag unsaid = {.a = a};
	const struct value *v;

	if (!text_ends(path, TEXT(".yaml")) && !text_ends(path, TEXT(".yml")))
		return false;
	v = yaml_file(a, path, path, (struct pos){0}, &unsaid);
	return value_key(v, TEXT("profile")) != NULL;
}

struct census *
census_take(struct arena *a, const struct places *where,
    const struct text *files, size_t n, struct diag *d)
{
	struct census *c = arena_make(a, struct census);
	struct taker t = {.a = a, .c = c, .d = d};
	struct text *lists = arena_alloc(a, 2 * (n + 1) * sizeof(*lists));
	struct shelf_files sorted = {lists, lists + n + 1, 0, 0};

	if (n == 1 && is_case(a, files[0])) {
		take_case(&t, where, files[0]);
		return c;
	}
	for (size_t i = 0; i < n; i++) {
		bool text = text_ends(files[i], TEXT(".md"));
		if (!text && is_case(a, files[i]))
			diag(d, LEVEL_ERROR, "SRC-11", (struct pos){0},
			    "a case stands alone, not among other files: %.*s",
			    TEXT_ARG(files[i]));
		else if (text)
			lists[n + 1 + sorted.ntexts++] = files[i];
		else
			lists[sorted.nlists++] = files[i];
	}
	take_library(&t, where, &sorted);
	return c;
}

const struct record *
census_at(const struct census *c, struct text key)
{
	return map_at(&c->by_key, key);
}
