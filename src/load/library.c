/*
 * What one case sees of a stock: the files that it needs and no other, so that
 * it finds the same whether it is alone or one of a thousand.
 */
#include "base/file.h"
#include "load/order.h"
#include "load/rely.h"
#include "load/stock.h"

struct viewer {
	struct arena *a;
	struct home *h;
	struct library *lib;
	const struct kase *kase;
	struct diag *d;
};

static void
add_template(struct viewer *v, const struct kept *k, struct pos asked)
{
	struct template *t = k->what;

	diag_repeat(v->d, &k->d, asked);
	if (t)
		map_put(v->a, &v->lib->templates, t->id, t);
}

static void
add_parts(struct viewer *v)
{
	stock_parts(v->h);
	for (size_t i = 0; i < v->h->parts.n; i++)
		add_template(v, stock_part(v->h, v->h->parts.at[i]),
		    (struct pos){0});
}

static void
add_section(struct viewer *v, const struct section_use *use)
{
	if (text_ends(use->id, TEXT(".md")))
		return; /* the case's own, read with it */
	if (path_climbs(use->id)) {
		diag(v->d, LEVEL_ERROR, "PATH-01", use->pos,
		    "the path leads out of the library: %.*s",
		    TEXT_ARG(use->id));
		return;
	}
	if (map_at(&v->kase->templates, use->id)
	    || map_at(&v->lib->templates, use->id))
		return;
	const struct kept *kept = stock_section(v->h, use->id);
	add_template(v, kept, use->pos);
	if (kept->what)
		order_section(v->kase, use, kept->what, v->d);
}

static void
add_report(struct viewer *v, const struct profile *p)
{
	const struct value *asked = value_at(p->root, "report");
	struct pos pos = asked ? asked->pos : p->root->pos;

	if (v->h->s->where->report.n)
		pos = (struct pos){0};
	add_template(v, stock_report(v->h, p), pos);
}

static void
add_profile(struct viewer *v)
{
	const struct value *asked = value_at(v->kase->facts, "profile");

	if (!asked || asked->kind != VALUE_TEXT)
		return;
	const struct kept *k = stock_profile(v->h, v->kase->profile);
	struct profile *p = k->what;
	diag_repeat(v->d, &k->d, asked->pos);
	if (!p)
		return;
	map_put(v->a, &v->lib->profiles, p->name, p);
	add_report(v, p);
}

/* --- sources --- */

static void
add_sources(struct viewer *v, struct source_lists *l, struct text name,
    struct pos asked)
{
	if (path_climbs(name))
		return;
	for (size_t i = 0; i < l->at.n; i++)
		if (text_eq(l->at.at[i].name, name))
			return;
	struct source_list one = {stock_sources(v->h, name), name, asked};
	array_push(v->a, &l->at, one);
}

/* A section may stand in the library of another country than the case's. */
static struct source_lists
list_sources(struct viewer *v)
{
	const struct kase *k = v->kase;
	const struct value *country = value_at(k->facts, "country");
	struct source_lists l = {{0}};

	add_sources(v, &l, TEXT("common"), (struct pos){0});
	if (country && country->kind == VALUE_TEXT)
		add_sources(v, &l, country->text, country->pos);
	for (size_t i = 0; i < k->sections.n; i++) {
		const struct section_use *use = &k->sections.at[i];
		size_t slash = text_findc(use->id, 0, '/');
		if (slash < use->id.n && !text_ends(use->id, TEXT(".md")))
			add_sources(v, &l, text_sub(use->id, 0, slash),
			    use->pos);
	}
	return l;
}

/* That sources of the library rely on each other in vain is said once; a
 * case's own are looked at with them. */
static void
add_references(struct viewer *v, const struct source_lists *l)
{
	for (size_t i = 0; i < l->at.n; i++)
		diag_repeat(v->d, &l->at.at[i].kept->d, l->at.at[i].asked);
	const struct kept *set = stock_set(v->h, l);
	v->lib->references = set->what;
	if (v->kase->references)
		rely_check(set->what, v->kase->references, v->d);
	else
		diag_repeat(v->d, &set->d, (struct pos){0});
}

struct text
library_root(struct arena *a, const struct places *where, struct text project)
{
	struct text root = where->root.n ? where->root : project;

	if (file_exists(a, path_join(a, root, TEXT("templates"))))
		return path_real(a, root);
	return path_real(a, where->share);
}

const struct library *
library_of(struct arena *a, struct stock *s, const struct kase *kase,
    struct diag *d)
{
	struct viewer v = {.a = a, .kase = kase, .d = d};

	if (!kase)
		return NULL;
	v.h = stock_home(s, kase->root);
	if (!v.h) {
		diag(d, LEVEL_ERROR, "CASE-07", (struct pos){0},
		    "no folder above the case has templates/, and none are "
		    "installed: %.*s",
		    TEXT_ARG(kase->path));
		return NULL;
	}
	v.lib = arena_make(a, struct library);
	v.lib->root = v.h->w.root;
	v.lib->version = s->where->version;
	v.lib->hyphens = s->hyphens;
	struct source_lists l = list_sources(&v);
	struct aside *reading = stock_read(v.h, &l);
	if (!s->where->pageless) {
		diag_repeat(d, &stock_fonts(v.h)->d, (struct pos){0});
		v.lib->fonts = stock_fonts(v.h)->what;
	}
	add_parts(&v);
	add_profile(&v);
	for (size_t i = 0; i < kase->sections.n; i++)
		add_section(&v, &kase->sections.at[i]);
	if (reading)
		aside_end(reading, d);
	add_references(&v, &l);
	return v.lib;
}

const struct library *
library_load(struct arena *a, const struct places *where,
    const struct kase *kase, struct diag *d)
{
	return kase ? library_of(a, stock_new(a, where), kase, d) : NULL;
}
