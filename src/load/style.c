/*
 * style.c - citation styles: where they are, and whom a dependent one follows
 */
#include "load/style.h"

#include "base/file.h"
#include "load/csl.h"

enum { PARENTS = 4 }; /* CSL 1.0.2 has one: a parent is independent */

static struct elem *
child_of(const struct elem *e, const char *name)
{
	for (struct elem *c = e ? e->child : NULL; c; c = c->next)
		if (text_is(c->name, name))
			return c;
	return NULL;
}

/* Where one style and its parents are looked for. */
struct finder {
	struct arena *a;
	const struct places *where;
	struct text beside; /* a folder that comes first, or "" */
	struct diag *d;
};

enum { FOLDERS = 5 };

/* The folders, those that come first first: the project's, the installed
 * one, the system's; "": not this one. */
static void
folders(const struct finder *f, struct text out[FOLDERS])
{
	const struct places *w = f->where;
	const struct text own = TEXT("templates/styles");

	out[0] = f->beside;
	out[1] = w->root.n ? path_join(f->a, w->root, own) : TEXT("");
	out[2] = w->share.n ? path_join(f->a, w->share, own) : TEXT("");
	out[3] = path_join(f->a, w->csl, TEXT("styles"));
	out[4] = path_join(f->a, w->csl, TEXT("styles/dependent"));
}

/* Where the style's file is; "" if it is nowhere. */
static struct text
find_style(const struct finder *f, struct text name)
{
	struct text folder[FOLDERS];

	if (!csl_plain_name(name))
		return TEXT("");
	folders(f, folder);
	for (size_t i = 0; i < FOLDERS; i++) {
		struct text path = text_fmt(f->a, "%.*s/%.*s.csl",
		    TEXT_ARG(folder[i]), TEXT_ARG(name));
		if (folder[i].n && file_exists(f->a, path)
		    && (i != 1 || path_inside(f->a, path, f->where->root)))
			return path;
	}
	return TEXT("");
}

static void
missing(const struct finder *f, struct text name, struct pos asked)
{
	struct text folder[FOLDERS];
	struct near near = near_to(name);
	struct finding *found = diag(f->d, LEVEL_ERROR, "CSL-01", asked,
	    "citation style not found: %.*s", TEXT_ARG(name));

	folders(f, folder);
	for (size_t i = 0; i < FOLDERS; i++)
		if (folder[i].n)
			folder_offer(f->a, folder[i], TEXT(""), &near);
	if (near.best.n)
		finding_hint(f->d, found, "did you mean %.*s?",
		    TEXT_ARG(near.best));
	else
		finding_hint(f->d, found,
		    "install the Debian package "
		    "citation-style-language-styles, "
		    "or put it into templates/styles/");
}

static const struct source *
read_style(const struct finder *f, struct text name, struct pos asked)
{
	struct text path = find_style(f, name);

	if (!path.n) {
		missing(f, name, asked);
		return NULL;
	}
	return file_read(f->a, path, path_show(path, f->where->root), asked,
	    f->d);
}

/* CSL 1.0.2, "Info": the link to the style that a dependent one stands for. */
static const struct elem *
parent_link(const struct elem *root)
{
	const struct elem *info = child_of(root, "info");

	for (const struct elem *e = info ? info->child : NULL; e; e = e->next)
		if (text_is(e->name, "link")
		    && text_is(elem_attr(e, "rel"), "independent-parent"))
			return e;
	return NULL;
}

/* The last part of the link's address. */
static struct text
parent_name(const struct elem *link)
{
	struct text href = elem_attr(link, "href");
	size_t at = href.n;

	while (at && href.s[at - 1] != '/')
		at--;
	return text_sub(href, at, href.n);
}

/* The way from a dependent style up. */
struct ascent {
	struct text file[PARENTS + 1]; /* as shown */
	const struct elem *link[PARENTS];
	size_t n; /* links followed */
};

/* False after saying why the way cannot go on to this file. */
static bool
may_ascend(const struct finder *f, struct ascent *up, struct text file)
{
	size_t from = 0;

	while (from < up->n && !text_eq(up->file[from], file))
		from++;
	up->file[up->n] = file;
	if (from == up->n && up->n < PARENTS)
		return true;
	const struct elem *last = up->link[up->n - 1];
	struct finding *found = diag(f->d, LEVEL_ERROR, "CSL-03", last->pos,
	    from < up->n ? "styles are each other's parents: %.*s"
			 : "too many parents, one above the other: %.*s",
	    TEXT_ARG(parent_name(last)));
	for (size_t i = from < up->n ? from : 0; i + 1 < up->n; i++)
		finding_remark(f->d, found, "parent", up->link[i]->pos, "%.*s",
		    TEXT_ARG(parent_name(up->link[i])));
	return false;
}

static const struct elem *
no_rules(const struct finder *f, const struct elem *root)
{
	finding_hint(f->d,
	    diag(f->d, LEVEL_ERROR, "CSL-03", root->pos,
		"the style does not say how to cite"),
	    "it needs an element citation, or a parent");
	return NULL;
}

/* The root of the first style with rules, from the style's own file up; *own
 * is the language that the nearest of them sets. */
static const struct elem *
independent(const struct finder *f, const struct source *src, struct text *own)
{
	struct ascent up = {0};

	while (src && may_ascend(f, &up, src->name)) {
		const struct elem *root = csl_parse(f->a, src, f->d);
		if (!root || !csl_is(root, "style", f->d))
			return NULL;
		if (!own->n)
			*own = elem_attr(root, "default-locale");
		if (child_of(root, "citation"))
			return root;
		const struct elem *link = parent_link(root);
		if (!link)
			return no_rules(f, root);
		up.link[up.n++] = link;
		src = read_style(f, parent_name(link), link->pos);
	}
	return NULL;
}

static const struct style *
resolve(const struct finder *f, const struct source *src, struct text lang)
{
	struct style *s = arena_make(f->a, struct style);
	struct text own = {0};

	s->root = independent(f, src, &own);
	if (!s->root)
		return NULL;
	s->note = text_is(elem_attr(s->root, "class"), "note");
	s->lang = own.n ? own : lang.n ? lang : TEXT("en-US");
	csl_locales(f->a, f->where, s, f->d);
	return s;
}

const struct style *
style_load(struct arena *a, const struct places *where, struct text name,
    struct text lang, struct pos asked, struct diag *d)
{
	struct finder f = {a, where, {0}, d};

	return resolve(&f, read_style(&f, name, asked), lang);
}

const struct style *
style_file(struct arena *a, const struct places *where, struct text path,
    struct text lang, struct pos asked, struct diag *d)
{
	struct finder f = {a, where, path_folder(path), d};

	return resolve(&f, file_read(a, path, path, asked, d), lang);
}

struct names
style_names(struct arena *a, const struct places *where, struct text word)
{
	struct finder f = {.a = a, .where = where};
	struct text folder[FOLDERS];
	struct names out = {0};
	struct map seen = {0};

	folders(&f, folder);
	for (size_t i = 1; i < FOLDERS; i++) {
		struct names all = {0};
		if (folder[i].n)
			all = folder_list(a, folder[i]);
		for (size_t k = 0; k < all.at.n; k++) {
			struct text name = path_stem(all.at.at[k]);
			if (!text_ends(all.at.at[k], TEXT(".csl"))
			    || (word.n && text_find(name, 0, word) == name.n))
				continue;
			if (!map_put(a, &seen, name, &seen))
				array_push(a, &out.at, name);
		}
	}
	return out;
}
