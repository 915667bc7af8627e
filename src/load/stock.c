#include "load/stock.h"

#include "base/file.h"
#include "load/folder.h"
#include "load/misfit.h"
#include "load/order.h"
#include "load/rely.h"

struct stock *
stock_new(struct arena *a, const struct places *where)
{
	struct stock *s = arena_make(a, struct stock);

	s->a = a;
	s->where = where;
	if (!where->pageless)
		s->hyphens = hyphens_new(a);
	return s;
}

void
stock_close(struct stock *s)
{
	for (size_t i = 0; i < s->homes.n; i++)
		if (s->homes.at[i]->fonts.what)
			fonts_close(s->homes.at[i]->fonts.what);
	hyphens_close(s->hyphens);
}

static struct home *
home_at(struct stock *s, struct text root)
{
	for (size_t i = 0; i < s->homes.n; i++)
		if (text_eq(s->homes.at[i]->w.root, root))
			return s->homes.at[i];
	struct home *h = arena_make(s->a, struct home);
	h->s = s;
	h->w.places = s->where;
	h->w.root = root;
	array_push(s->a, &s->homes, h);
	return h;
}

struct home *
stock_home(struct stock *s, struct text project)
{
	struct home *h = map_at(&s->by_project, project);

	if (h)
		return h;
	struct text root = library_root(s->a, s->where, project);
	if (!root.n)
		return NULL;
	h = home_at(s, root);
	map_put(s->a, &s->by_project, text_dup(s->a, project), h);
	return h;
}

/* What stands under this key, new and empty the first time. */
static struct kept *
keep(struct home *h, struct map *m, struct text *key, bool *fresh)
{
	struct kept *k = map_at(m, *key);

	*fresh = !k;
	if (k)
		return k;
	*key = text_dup(h->s->a, *key);
	k = arena_make(h->s->a, struct kept);
	k->d.a = h->s->a;
	map_put(h->s->a, m, *key, k);
	return k;
}

static struct text
below(struct home *h, struct text shown, struct diag *d)
{
	return folder_below(h->s->a, h->w.root, shown, (struct pos){0}, d);
}

/* --- templates --- */

static void
read_template(struct home *h, struct kept *k, struct text id, struct text path,
    struct text shown)
{
	struct template *t = NULL;

	if (path.n)
		t = template_read(h->s->a, path, shown, (struct pos){0}, &k->d);
	if (t)
		t->id = id;
	k->what = t;
}

void
stock_parts(struct home *h)
{
	struct arena *a = h->s->a;

	if (h->listed)
		return;
	h->listed = true;
	struct names n =
	    folder_list(a, path_join(a, h->w.root, TEXT("templates/parts")));
	for (size_t i = 0; i < n.at.n; i++)
		if (text_ends(n.at.at[i], TEXT(".md")))
			array_push(a, &h->parts,
			    path_join(a, TEXT("parts"), n.at.at[i]));
}

const struct kept *
stock_part(struct home *h, struct text id)
{
	bool fresh;
	struct kept *k = keep(h, &h->templates, &id, &fresh);

	if (fresh) {
		struct text shown = path_join(h->s->a, TEXT("templates"), id);
		read_template(h, k, id, below(h, shown, &k->d), shown);
	}
	return k;
}

static void
offer_sections(struct home *h, struct near *near)
{
	struct arena *a = h->s->a;
	struct text base = path_join(a, h->w.root, TEXT("templates/sections"));
	struct names countries = folder_list(a, base);

	for (size_t i = 0; i < countries.at.n; i++) {
		struct text country = countries.at.at[i];
		folder_offer(a, path_join(a, base, country),
		    text_join(a, country, TEXT("/")), near);
	}
}

static void
no_section(struct home *h, struct text id, struct diag *d)
{
	struct near near = near_to(id);

	offer_sections(h, &near);
	struct finding *f = diag(d, LEVEL_ERROR, "SECT-01", (struct pos){0},
	    "there is no such section: %.*s", TEXT_ARG(id));
	if (near.best.n)
		finding_hint(d, f, "did you mean %.*s?", TEXT_ARG(near.best));
}

static void
check_section(const struct template *t, struct diag *d)
{
	struct pos start = {t->src, 0, 0};

	if (!t->front) {
		if (!text_starts(t->src->body, TEXT("---")))
			finding_hint(d,
			    diag(d, LEVEL_ERROR, "SECT-02", start,
				"the section has no front matter"),
			    "begin it with ---, id: %.*s, title: ..., ---, "
			    "each on a line",
			    TEXT_ARG(t->id));
		return; /* or it was said why it cannot be read */
	}
	for (size_t i = 0; i < section_schema.n; i++) {
		struct text key = section_schema.at[i].key;
		const struct value *v = value_key(t->front, key);
		bool empty = v && v->kind <= VALUE_TEXT && !v->text.n;
		if (!section_schema.at[i].needed
		    || (!empty && misfit_given(&section_schema, t->front, key)))
			continue;
		diag(d, LEVEL_ERROR, "SECT-02", start,
		    "the section's front matter lacks %.*s", TEXT_ARG(key));
	}
	const struct value *id = value_at(t->front, "id");
	if (id && !text_eq(id->text, t->id))
		finding_hint(d,
		    diag(d, LEVEL_ERROR, "SECT-02", id->pos,
			"the id does not fit the file's place: %.*s",
			TEXT_ARG(id->text)),
		    "write id: %.*s, or move the file", TEXT_ARG(t->id));
	order_front(t, d);
}

const struct kept *
stock_section(struct home *h, struct text id)
{
	bool fresh;
	struct kept *k = keep(h, &h->templates, &id, &fresh);

	if (!fresh)
		return k;
	struct text shown =
	    text_fmt(h->s->a, "templates/sections/%.*s.md", TEXT_ARG(id));
	struct text path = below(h, shown, &k->d);
	if (path.n && !file_exists(h->s->a, path))
		no_section(h, id, &k->d);
	else
		read_template(h, k, id, path, shown);
	if (k->what)
		check_section(k->what, &k->d);
	return k;
}

const struct kept *
stock_report(struct home *h, const struct profile *p)
{
	bool fresh;
	struct text id = p->report;
	struct kept *k = keep(h, &h->templates, &id, &fresh);

	if (!fresh)
		return k;
	struct text shown = path_join(h->s->a, TEXT("templates"), id);
	if (h->s->where->report.n)
		read_template(h, k, id, id, id);
	else if (!id.n || path_climbs(id))
		diag(&k->d, LEVEL_ERROR, "PROF-02", (struct pos){0},
		    "a profile needs a report below templates/: %.*s",
		    TEXT_ARG(id));
	else
		read_template(h, k, id, below(h, shown, &k->d), shown);
	return k;
}

/* --- profiles --- */

const struct kept *
stock_fonts(struct home *h)
{
	if (!h->fonts.d.a) {
		h->fonts.d.a = h->s->a;
		h->fonts.what = fonts_read(h->s->a, &h->w, &h->fonts.d);
	}
	return &h->fonts;
}

static void
check_fonts(struct home *h, const struct sheet *s, struct pos asked,
    struct diag *d)
{
	const struct fonts *fonts = stock_fonts(h)->what;

	for (unsigned i = 0; s && fonts && i < TYPE_NAMES; i++) {
		const struct family *f = fonts_family(fonts, s->type[i].family);
		if (!f) {
			diag(d, LEVEL_ERROR, "FONT-03", asked,
			    "fonts.yaml has no such family: %.*s",
			    TEXT_ARG(s->type[i].family));
			continue;
		}
		const struct face *face = f->face[FACE_REGULAR];
		if (face->path.n)
			continue;
		struct finding *found = diag(d, LEVEL_ERROR, "FONT-01",
		    face->pos, "this font is not installed: %.*s",
		    TEXT_ARG(face->name));
		if (face->package.n)
			finding_hint(d, found, "apt-get install %.*s",
			    TEXT_ARG(face->package));
	}
}

const struct kept *
stock_profile(struct home *h, struct text name)
{
	bool fresh;
	struct kept *k = keep(h, &h->profiles, &name, &fresh);

	if (!fresh)
		return k;
	if (path_climbs(name)) {
		diag(&k->d, LEVEL_ERROR, "PATH-01", (struct pos){0},
		    "the path leads out of the library: %.*s", TEXT_ARG(name));
		return k;
	}
	struct profile *p =
	    profile_read(h->s->a, &h->w, name, (struct pos){0}, &k->d);
	k->what = p;
	if (!p)
		return k;
	if (h->s->hyphens && p->sheet && p->sheet->hyphenation.n)
		hyphens_start(h->s->hyphens, p->sheet->hyphenation);
	if (h->s->where->report.n)
		p->report = h->s->where->report;
	const struct value *sheet = value_at(p->root, "sheet");
	if (sheet && h->s->hyphens)
		check_fonts(h, p->sheet, sheet->pos, &k->d);
	return k;
}

/* --- sources --- */

struct kept *
stock_sources(struct home *h, struct text name)
{
	struct arena *a = h->s->a;
	bool fresh;
	struct kept *k = keep(h, &h->sources, &name, &fresh);

	if (!fresh)
		return k;
	k->shown = text_fmt(a, "templates/sources/%.*s.yaml", TEXT_ARG(name));
	k->path = below(h, k->shown, &k->d);
	if (!file_exists(a, k->path)) {
		k->shown =
		    text_fmt(a, "templates/sources/%.*s.json", TEXT_ARG(name));
		k->path = below(h, k->shown, &k->d);
	}
	if (!k->path.n || !file_exists(a, k->path))
		k->path = TEXT("");
	return k;
}

/* The longest files of all, which nobody needs before they cite. */
static void
read_sources(struct arena *a, struct diag *d, void *data)
{
	const struct source_lists *l = data;

	(void)d;
	for (size_t i = 0; i < l->at.n; i++) {
		struct kept *k = l->at.at[i].kept;
		struct references *refs = arena_make(a, struct references);
		k->d.a = a; /* what is found before stays where it is */
		references_file(a, k->path, k->shown, (struct pos){0}, refs,
		    &k->d);
		k->path = TEXT("");
		k->what = refs;
	}
}

struct aside *
stock_read(struct home *h, const struct source_lists *l)
{
	struct arena *a = h->s->a;
	struct source_lists *missing = arena_make(a, struct source_lists);

	for (size_t i = 0; i < l->at.n; i++)
		if (l->at.at[i].kept->path.n)
			array_push(a, &missing->at, l->at.at[i]);
	return missing->at.n ? aside_start(a, read_sources, missing) : NULL;
}

const struct kept *
stock_set(struct home *h, const struct source_lists *l)
{
	struct buf key = {.a = h->s->a};
	bool fresh;

	for (size_t i = 0; i < l->at.n; i++) {
		buf_add(&key, l->at.at[i].name);
		buf_addc(&key, '\n');
	}
	struct text names = buf_text(&key);
	struct kept *k = keep(h, &h->sets, &names, &fresh);
	if (!fresh)
		return k;
	struct references *all = arena_make(h->s->a, struct references);
	for (size_t i = 0; i < l->at.n; i++)
		references_merge(h->s->a, all, l->at.at[i].kept->what, &k->d);
	rely_check(all, NULL, &k->d);
	k->what = all;
	return k;
}
