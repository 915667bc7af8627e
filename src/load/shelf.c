#include "load/shelf.h"

#include "base/file.h"
#include "load/folder.h"

enum { FOLDER_DEPTH = 8 };

struct filler {
	struct arena *a;
	struct text root;
	struct shelf shelf;
	struct references *refs;
	struct diag *d;
};

static void
add_text(struct filler *f, struct text path, struct text name, struct text id)
{
	struct template *t =
	    template_read(f->a, path, name, (struct pos){0}, f->d);

	if (!t)
		return;
	t->id = id;
	array_push(f->a, &f->shelf.texts, t);
}

/* Files of Markdown at any depth; what is no folder has no entries. */
static void
add_texts(struct filler *f, struct text folder, unsigned depth)
{
	struct names n = folder_list(f->a, path_join(f->a, f->root, folder));

	for (size_t i = 0; i < n.at.n; i++) {
		struct text shown = path_join(f->a, folder, n.at.at[i]);
		if (!text_ends(shown, TEXT(".md"))) {
			if (depth < FOLDER_DEPTH)
				add_texts(f, shown, depth + 1);
			continue;
		}
		struct text path =
		    folder_below(f->a, f->root, shown, (struct pos){0}, f->d);
		if (path.n)
			add_text(f, path, shown, shown);
	}
}

static void
add_library(struct filler *f)
{
	add_texts(f, TEXT("templates/sections"), 0);
	add_texts(f, TEXT("templates/parts"), 0);
	add_texts(f, TEXT("templates/reports"), 0);
}

static void
add_lists(struct filler *f)
{
	struct text folder = TEXT("templates/sources");
	struct names n = folder_list(f->a, path_join(f->a, f->root, folder));

	for (size_t i = 0; i < n.at.n; i++) {
		struct text shown = path_join(f->a, folder, n.at.at[i]);
		if (!text_ends(shown, TEXT(".yaml"))
		    && !text_ends(shown, TEXT(".json")))
			continue;
		struct text path =
		    folder_below(f->a, f->root, shown, (struct pos){0}, f->d);
		if (path.n)
			references_file(f->a, path, shown, (struct pos){0},
			    f->refs, f->d);
	}
}

/* A folder that was asked for is never replaced by another. */
static struct text
root_of(struct arena *a, const struct places *where)
{
	if (!where->root.n)
		return library_root(a, where, root_find(a, TEXT("./.")));
	if (!file_exists(a, path_join(a, where->root, TEXT("templates"))))
		return TEXT("");
	return path_real(a, where->root);
}

static void
no_library(const struct places *where, struct diag *d)
{
	if (where->root.n)
		diag(d, LEVEL_ERROR, "CASE-07", (struct pos){0},
		    "there is no folder templates/ in %.*s",
		    TEXT_ARG(where->root));
	else
		diag(d, LEVEL_ERROR, "CASE-07", (struct pos){0},
		    "no folder from here upwards has templates/, and none are "
		    "installed");
}

struct shelf
shelf_read(struct arena *a, const struct places *where,
    const struct shelf_files *files, struct diag *d)
{
	struct filler f = {.a = a, .root = root_of(a, where), .d = d};

	f.refs = arena_make(a, struct references);
	f.shelf.references = f.refs;
	f.shelf.whole = !files->nlists || files->ntexts;
	if (!f.root.n && (where->root.n || !files->nlists)) {
		no_library(where, d);
		return f.shelf;
	}
	for (size_t i = 0; i < files->nlists; i++)
		references_file(a, files->lists[i], files->lists[i],
		    (struct pos){0}, f.refs, d);
	for (size_t i = 0; i < files->ntexts; i++)
		add_text(&f, files->texts[i], files->texts[i], files->texts[i]);
	if (!files->nlists)
		add_lists(&f);
	if (files->ntexts || !f.root.n)
		return f.shelf;
	add_library(&f);
	return f.shelf;
}

struct shelf
shelf_texts(struct arena *a, struct text root, struct diag *d)
{
	struct filler f = {.a = a, .root = root, .d = d};

	add_library(&f);
	return f.shelf;
}

struct text
shelf_id(struct text shown)
{
	struct text id = text_sub(shown, sizeof("templates/") - 1, shown.n);
	struct text sections = TEXT("sections/");

	if (!text_starts(id, sections))
		return id;
	return text_sub(id, sections.n, id.n - (sizeof(".md") - 1));
}
