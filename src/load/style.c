/*
 * style.c - citation styles: where they are, and whom a dependent one follows
 */
#include "load/style.h"

#include "base/file.h"
#include "load/csl.h"

enum { PARENTS = 4 };

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
	struct text name;   /* of the style asked for */
	struct pos asked;
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

static const struct source *
find_style(const struct finder *f, struct text name)
{
	struct text folder[FOLDERS];
	const struct source *src = NULL;

	if (!csl_plain_name(name))
		return NULL;
	folders(f, folder);
	for (size_t i = 0; !src && i < FOLDERS; i++) {
		struct text path = text_fmt(f->a, "%.*s/%.*s.csl",
		    TEXT_ARG(folder[i]), TEXT_ARG(name));
		if (!folder[i].n
		    || (i == 1 && !path_inside(f->a, path, f->where->root)))
			continue;
		src = csl_slurp(f->a, path);
	}
	return src;
}

/* CSL 1.0.2, "Info": the style that a dependent one stands for. */
static struct text
parent_of(const struct elem *root)
{
	const struct elem *info = child_of(root, "info");

	for (const struct elem *e = info ? info->child : NULL; e; e = e->next) {
		if (!text_is(e->name, "link")
		    || !text_is(elem_attr(e, "rel"), "independent-parent"))
			continue;
		struct text href = elem_attr(e, "href");
		size_t at = href.n;
		while (at && href.s[at - 1] != '/')
			at--;
		return text_sub(href, at, href.n);
	}
	return TEXT("");
}

static void
missing(const struct finder *f, struct text name)
{
	struct text folder[FOLDERS];
	struct near near = near_to(name);
	struct finding *found = diag(f->d, LEVEL_ERROR, "CSL-01", f->asked,
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

/* From the style's own file up to the one with its rules. */
static const struct style *
resolve(const struct finder *f, const struct source *src, struct text lang)
{
	struct style *s = arena_make(f->a, struct style);
	struct text own = {0};
	const struct elem *root = NULL;

	for (unsigned i = 0; i < PARENTS; i++) {
		root = csl_parse(f->a, src, f->d);
		if (!root)
			return NULL;
		if (!own.n)
			own = elem_attr(root, "default-locale");
		struct text up = parent_of(root);
		if (child_of(root, "citation") || !up.n)
			break;
		src = find_style(f, up);
		if (!src) {
			missing(f, up);
			return NULL;
		}
	}
	if (!text_is(root->name, "style") || !child_of(root, "citation")) {
		diag(f->d, LEVEL_ERROR, "CSL-03", root->pos,
		    "not a citation style, or too many parents: %.*s",
		    TEXT_ARG(f->name));
		return NULL;
	}
	s->root = root;
	s->note = text_is(elem_attr(root, "class"), "note");
	s->lang = own.n ? own : lang.n ? lang : TEXT("en-US");
	csl_locales(f->a, f->where, s, f->d);
	return s;
}

const struct style *
style_load(struct arena *a, const struct places *where, struct text name,
    struct text lang, struct pos asked, struct diag *d)
{
	struct finder f = {a, where, {0}, name, asked, d};
	const struct source *src = find_style(&f, name);

	if (src)
		return resolve(&f, src, lang);
	missing(&f, name);
	return NULL;
}

const struct style *
style_file(struct arena *a, const struct places *where, struct text path,
    struct text lang, struct pos asked, struct diag *d)
{
	struct finder f = {a, where, path_folder(path), path, asked, d};
	const struct source *src = file_read(a, path, path, asked, d);

	return src ? resolve(&f, src, lang) : NULL;
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
