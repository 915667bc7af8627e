#include "base/aside.h"
#include "base/file.h"
#include "load/folder.h"
#include "load/rely.h"

struct asked_file {
	struct text path, shown;
	struct pos asked;
};

struct loader {
	struct arena *a;
	struct where w;
	struct library *lib;
	struct references *refs;
	ARRAY(struct asked_file) sources;
	struct diag *d;
};

/* A path below templates/, refused when a link leads out of the root. */
static struct text
below(struct loader *l, struct text shown, struct pos asked)
{
	return folder_below(l->a, l->w.root, shown, asked, l->d);
}

static struct template *
add_template(struct loader *l, struct text id, struct text path,
    struct text shown, struct pos asked)
{
	struct template *t = map_at(&l->lib->templates, id);

	if (t || !path.n)
		return t;
	t = template_read(l->a, path, shown, asked, l->d);
	if (!t)
		return NULL;
	t->id = id;
	map_put(l->a, &l->lib->templates, id, t);
	return t;
}

static void
add_parts(struct loader *l)
{
	struct text folder = TEXT("templates/parts");
	struct names n = folder_list(l->a, path_join(l->a, l->w.root, folder));

	for (size_t i = 0; i < n.at.n; i++) {
		struct text name = n.at.at[i];
		if (!text_ends(name, TEXT(".md")))
			continue;
		struct text id = path_join(l->a, TEXT("parts"), name);
		struct text shown = path_join(l->a, folder, name);
		add_template(l, id, below(l, shown, (struct pos){0}), shown,
		    (struct pos){0});
	}
}

/* --- sections --- */

static void
offer_sections(struct loader *l, struct near *near)
{
	struct text base =
	    path_join(l->a, l->w.root, TEXT("templates/sections"));
	struct names countries = folder_list(l->a, base);

	for (size_t i = 0; i < countries.at.n; i++) {
		struct text country = countries.at.at[i];
		folder_offer(l->a, path_join(l->a, base, country),
		    text_join(l->a, country, TEXT("/")), near);
	}
}

static void
no_section(struct loader *l, const struct section_use *use)
{
	struct near near = near_to(use->id);

	offer_sections(l, &near);
	struct finding *f = diag(l->d, LEVEL_ERROR, "SECT-01", use->pos,
	    "there is no such section: %.*s", TEXT_ARG(use->id));
	if (near.best.n)
		finding_hint(l->d, f, "did you mean %.*s?",
		    TEXT_ARG(near.best));
}

static void
check_section(struct loader *l, const struct template *t)
{
	static const char *const wanted[] = {"id", "title", "country"};

	for (size_t i = 0; i < 3; i++)
		if (!value_text(t->front, wanted[i]).n)
			diag(l->d, LEVEL_ERROR, "SECT-02",
			    (struct pos){t->src, 0, 0},
			    "the section's front matter lacks %s", wanted[i]);
	const struct value *id = value_at(t->front, "id");
	if (id && !text_eq(id->text, t->id))
		diag(l->d, LEVEL_ERROR, "SECT-02", id->pos,
		    "the id does not fit the file's place: %.*s",
		    TEXT_ARG(id->text));
}

static void
add_section(struct loader *l, const struct kase *k,
    const struct section_use *use)
{
	if (text_ends(use->id, TEXT(".md")))
		return; /* the case's own, read with it */
	if (path_climbs(use->id)) {
		diag(l->d, LEVEL_ERROR, "PATH-01", use->pos,
		    "the path leads out of the library: %.*s",
		    TEXT_ARG(use->id));
		return;
	}
	if (map_at(&k->templates, use->id)
	    || map_at(&l->lib->templates, use->id))
		return;
	struct text shown =
	    text_fmt(l->a, "templates/sections/%.*s.md", TEXT_ARG(use->id));
	struct text path = below(l, shown, use->pos);
	if (path.n && !file_exists(l->a, path)) {
		no_section(l, use);
		return;
	}
	const struct template *t =
	    add_template(l, use->id, path, shown, use->pos);
	if (t)
		check_section(l, t);
}

static void
add_sources(struct loader *l, struct text name, struct pos asked)
{
	if (path_climbs(name) || map_at(&l->lib->sources, name))
		return;
	struct text shown =
	    text_fmt(l->a, "templates/sources/%.*s.yaml", TEXT_ARG(name));
	struct text path = below(l, shown, asked);
	if (!file_exists(l->a, path)) {
		shown = text_fmt(l->a, "templates/sources/%.*s.json",
		    TEXT_ARG(name));
		path = below(l, shown, asked);
	}
	map_put(l->a, &l->lib->sources, name, l->lib);
	struct asked_file f = {path, shown, asked};
	if (path.n && file_exists(l->a, path))
		array_push(l->a, &l->sources, f);
}

/* A section may stand in the library of another country than the case's. */
static void
list_sources(struct loader *l, const struct kase *k)
{
	const struct value *country = value_at(k->facts, "country");

	add_sources(l, TEXT("common"), (struct pos){0});
	if (country && country->kind == VALUE_TEXT)
		add_sources(l, country->text, country->pos);
	for (size_t i = 0; i < k->sections.n; i++) {
		const struct section_use *use = &k->sections.at[i];
		size_t slash = text_findc(use->id, 0, '/');
		if (slash < use->id.n && !text_ends(use->id, TEXT(".md")))
			add_sources(l, text_sub(use->id, 0, slash), use->pos);
	}
}

/* The longest files of all, which nobody needs before they cite. */
static void
read_sources(struct arena *a, struct diag *d, void *data)
{
	const struct loader *l = data;

	for (size_t i = 0; i < l->sources.n; i++) {
		const struct asked_file *f = &l->sources.at[i];
		references_file(a, f->path, f->shown, f->asked, l->refs, d);
	}
}

static void
add_sections(struct loader *l, const struct kase *k)
{
	for (size_t i = 0; i < k->sections.n; i++)
		add_section(l, k, &k->sections.at[i]);
}

/* --- profiles --- */

static void
check_fonts(struct loader *l, const struct sheet *s, struct pos asked)
{
	for (unsigned i = 0; s && i < TYPE_NAMES; i++) {
		const struct family *f =
		    fonts_family(l->lib->fonts, s->type[i].family);
		if (!f) {
			diag(l->d, LEVEL_ERROR, "FONT-03", asked,
			    "fonts.yaml has no such family: %.*s",
			    TEXT_ARG(s->type[i].family));
			continue;
		}
		const struct face *face = f->face[FACE_REGULAR];
		if (face->path.n)
			continue;
		struct finding *found = diag(l->d, LEVEL_ERROR, "FONT-01",
		    face->pos, "this font is not installed: %.*s",
		    TEXT_ARG(face->name));
		if (face->package.n)
			finding_hint(l->d, found, "apt-get install %.*s",
			    TEXT_ARG(face->package));
	}
}

static void
add_report(struct loader *l, struct profile *p)
{
	struct text other = l->w.places->report;

	if (other.n) {
		p->report = other;
		add_template(l, other, other, other, (struct pos){0});
		return;
	}
	const struct value *v = value_at(p->root, "report");
	struct pos asked = v ? v->pos : p->root->pos;
	struct text shown = path_join(l->a, TEXT("templates"), p->report);
	if (!p->report.n || path_climbs(p->report)) {
		diag(l->d, LEVEL_ERROR, "PROF-02", asked,
		    "a profile needs a report below templates/: %.*s",
		    TEXT_ARG(p->report));
		return;
	}
	add_template(l, p->report, below(l, shown, asked), shown, asked);
}

static void
add_profile(struct loader *l, const struct kase *k)
{
	const struct value *v = value_at(k->facts, "profile");

	if (!v || v->kind != VALUE_TEXT
	    || map_at(&l->lib->profiles, k->profile))
		return;
	if (path_climbs(k->profile)) {
		diag(l->d, LEVEL_ERROR, "PATH-01", v->pos,
		    "the path leads out of the library: %.*s",
		    TEXT_ARG(k->profile));
		return;
	}
	struct profile *p = profile_read(l->a, &l->w, k->profile, v->pos, l->d);
	if (!p)
		return;
	map_put(l->a, &l->lib->profiles, k->profile, p);
	if (p->sheet && p->sheet->hyphenation.n)
		hyphens_start(l->lib->hyphens, p->sheet->hyphenation);
	add_report(l, p);
	const struct value *sheet = value_at(p->root, "sheet");
	if (sheet)
		check_fonts(l, p->sheet, sheet->pos);
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
library_load(struct arena *a, const struct places *where,
    const struct kase *const *cases, size_t n, struct diag *d)
{
	struct loader l = {.a = a, .d = d, .w.places = where};

	l.lib = arena_make(a, struct library);
	l.refs = arena_make(a, struct references);
	l.w.root = library_root(a, where, n ? cases[0]->root : TEXT(""));
	if (!l.w.root.n) {
		diag(d, LEVEL_ERROR, "CASE-07", (struct pos){0},
		    "no folder above the case has templates/, and none are "
		    "installed: %.*s",
		    TEXT_ARG(n ? cases[0]->path : TEXT("")));
		return NULL;
	}
	l.lib->root = l.w.root;
	l.lib->version = where->version;
	l.lib->references = l.refs;
	l.lib->hyphens = hyphens_new(a);
	l.lib->fonts = fonts_read(a, &l.w, d);
	for (size_t i = 0; i < n; i++)
		list_sources(&l, cases[i]);
	struct loader aside = l;
	struct aside *reading = aside_start(a, read_sources, &aside);
	add_parts(&l);
	for (size_t i = 0; i < n; i++) {
		add_profile(&l, cases[i]);
		add_sections(&l, cases[i]);
	}
	aside_end(reading, d);
	for (size_t i = 0; i < n; i++)
		rely_check(l.refs, cases[i]->references, d);
	return l.lib;
}
