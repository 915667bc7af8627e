#include "trial/facts.h"

#include "base/quote.h"
#include "load/yaml.h"

struct writer {
	struct arena *a;
	const struct plan *p;
	const struct row *r;
	struct text section;
	struct buf b;
};

static const struct choice *
choice_of(const struct writer *w, size_t factor, size_t element)
{
	const struct factor *f = &w->p->factors.at[factor];

	return &f->choices.at[(w->r->at[factor] + element) % f->choices.n];
}

static unsigned
count_of(const struct writer *w, const struct fact *list, size_t element)
{
	if (list->factor == NO_FACTOR)
		return 2;
	const struct choice *c = choice_of(w, list->factor, element);
	return text_is(c->yaml, "[]") ? c->count : 0;
}

static void write_map(struct writer *w, const struct fact *f, size_t element,
    unsigned depth);

/* The n-th id of a list: "documents-1". */
static void
write_id(struct writer *w, struct text list, size_t n)
{
	size_t from = list.n;

	while (from && list.s[from - 1] != '.')
		from--;
	buf_fmt(&w->b, "\"%.*s-%zu\"", TEXT_ARG(text_sub(list, from, list.n)),
	    n + 1);
}

static void
write_element(struct writer *w, const struct fact *list, size_t n,
    unsigned depth)
{
	const struct fact *e = list->child;

	if (e && e->child)
		write_map(w, e->child, n, depth + 1);
	else if (e && e->factor != NO_FACTOR)
		buf_add(&w->b, choice_of(w, e->factor, n)->yaml);
	else
		buf_fmt(&w->b, "\"sample %.*s %zu\"", TEXT_ARG(list->key),
		    n + 1);
}

static void
write_list(struct writer *w, const struct fact *f, size_t element,
    unsigned depth)
{
	unsigned n = count_of(w, f, element);
	bool pointless = false;

	/* Nothing can refer to an element of an empty list. */
	const struct fact *e = f->child ? f->child->child : NULL;
	for (; e; e = e->next)
		pointless |=
		    e->form == FACT_REFERENCE && !count_of(w, e->target, 0);
	buf_addc(&w->b, '[');
	for (unsigned i = 0; i < n && !pointless; i++) {
		if (i)
			buf_add(&w->b, TEXT(", "));
		write_element(w, f, i, depth);
	}
	buf_addc(&w->b, ']');
}

static bool
is_absent(const struct writer *w, const struct fact *f, size_t element)
{
	return f->factor != NO_FACTOR
	    && choice_absent(choice_of(w, f->factor, element));
}

static void
write_value(struct writer *w, const struct fact *f, size_t element,
    unsigned depth)
{
	const struct choice *c =
	    f->factor == NO_FACTOR ? NULL : choice_of(w, f->factor, element);
	unsigned n;

	if (c
	    && (text_starts(c->yaml, TEXT("!")) || text_is(c->yaml, "null"))) {
		buf_add(&w->b, c->yaml);
		return;
	}
	switch (f->form) {
	case FACT_MAP:
		write_map(w, f->child, element, depth + 1);
		break;
	case FACT_LIST:
		write_list(w, f, element, depth + 1);
		break;
	case FACT_ID:
		write_id(w, text_sub(f->path, 0, f->path.n - 5), element);
		break;
	case FACT_REFERENCE:
		n = count_of(w, f->target, 0);
		write_id(w, f->target->path, n ? element % n : 0);
		break;
	case FACT_SCALAR:
		buf_add(&w->b, c ? c->yaml : TEXT("\"\""));
		break;
	}
}

static void
write_map(struct writer *w, const struct fact *f, size_t element,
    unsigned depth)
{
	const char *gap = "";

	buf_addc(&w->b, '{');
	for (; f && depth < 32; f = f->next) {
		if (is_absent(w, f, element) || text_is(f->path, "expert")
		    || text_is(f->path, "sections"))
			continue;
		buf_add(&w->b, text_of(gap));
		quote_json(&w->b, f->key);
		buf_add(&w->b, TEXT(": "));
		write_value(w, f, element, depth);
		gap = ", ";
	}
	buf_addc(&w->b, '}');
}

static const struct fact *
child(const struct fact *f, const char *key)
{
	const struct fact *c = f ? f->child : NULL;

	while (c && !text_is(c->key, key))
		c = c->next;
	return c;
}

static struct source *
source_of(struct arena *a, struct text name, struct text body)
{
	struct source *s = arena_make(a, struct source);

	s->name = name;
	s->body = body;
	return s;
}

static struct value *
read(struct arena *a, struct source *src, const struct schema *schema)
{
	struct diag unheard = {.a = a};
	struct value *v = yaml_read(a, src, 0, src->body.n, &unheard);

	if (v && v->kind == VALUE_MAP)
		schema_check(a, v, schema, &unheard);
	return v;
}

/* What the case says of the section: {"id": ..., options}. */
static void
add_use(struct writer *w, struct made_up *m)
{
	struct section_use use = {.id = w->section};
	const struct fact *f = child(child(w->p->root, "sections"), "[]");

	if (!w->section.n)
		return;
	w->b = (struct buf){.a = w->a};
	write_map(w, f ? f->child : NULL, 0, 0);
	struct source *src = source_of(w->a, TEXT("made up"), buf_text(&w->b));
	struct diag unheard = {.a = w->a};
	use.options = yaml_read(w->a, src, 0, src->body.n, &unheard);
	array_push(w->a, &m->kase.sections, use);
}

struct made_up *
facts_of(struct arena *a, const struct plan *p, const struct row *r,
    struct text section)
{
	struct writer w = {a, p, r, section, {.a = a}};
	struct made_up *m = arena_make(a, struct made_up);
	const struct fact *expert = child(p->root, "expert");

	write_map(&w, p->root->child, 0, 0);
	struct source *facts = source_of(a, TEXT("made up"), buf_text(&w.b));
	w.b = (struct buf){.a = a};
	write_map(&w, expert ? expert->child : NULL, 0, 0);
	struct source *other = source_of(a, TEXT("made up"), buf_text(&w.b));
	m->src = facts;
	m->expert = other;
	m->kase.path = m->kase.stem = TEXT("made up");
	m->kase.facts = read(a, facts, &case_schema);
	m->kase.expert = read(a, other, &expert_schema);
	m->kase.profile = p->factors.at[0].choices.n
	    ? p->factors.at[0].choices.at[r->at[0]].yaml
	    : TEXT("");
	add_use(&w, m);
	return m;
}

/* The path of keys down to the value that begins at `off`. */
static bool
find(struct arena *a, const struct value *v, size_t off, struct text *path,
    unsigned depth)
{
	if (v->pos.off == off && v->kind != VALUE_MAP && v->kind != VALUE_LIST)
		return true;
	for (const struct value *c = v->child; c && depth < 32; c = c->next) {
		struct text below = *path;
		if (v->kind == VALUE_LIST)
			below = text_join(a, *path, TEXT("[]"));
		else
			below = text_fmt(a, "%.*s%s%.*s", TEXT_ARG(*path),
			    path->n ? "." : "", TEXT_ARG(c->key));
		if (find(a, c, off, &below, depth + 1)) {
			*path = below;
			return true;
		}
	}
	return false;
}

size_t
facts_factor(const struct made_up *m, const struct plan *p, struct pos at)
{
	bool expert = at.src == m->expert;
	const struct value *root = expert ? m->kase.expert : m->kase.facts;
	struct text path = expert ? TEXT("expert") : TEXT("");
	struct arena *a = arena_new();
	size_t factor = NO_FACTOR;

	if (root && at.src && (expert || at.src == m->src)
	    && find(a, root, at.off, &path, 0))
		for (size_t i = 1; i < p->factors.n; i++)
			if (text_eq(p->factors.at[i].path, path))
				factor = i;
	arena_free(a);
	return factor;
}

struct text
facts_label(struct arena *a, const struct plan *p, const struct row *r,
    const struct factor_set *set)
{
	struct buf b = {.a = a};

	for (size_t i = 0; i < set->at.n; i++) {
		const struct factor *f = &p->factors.at[set->at.at[i]];
		if (!row_has(p, r, set->at.at[i]))
			continue;
		buf_fmt(&b, "%s%.*s: %.*s", b.n ? "; " : "", TEXT_ARG(f->path),
		    TEXT_ARG(f->choices.at[r->at[set->at.at[i]]].label));
	}
	return buf_text(&b);
}
