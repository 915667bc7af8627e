#include "load/own.h"

#include "base/file.h"
#include "load/order.h"

/* A path in the case's folder, or "" after saying that it leads out. */
static struct text
resolve(struct arena *a, const struct kase *k, struct text name,
    struct pos asked, struct diag *d)
{
	struct text folder = path_folder(k->path);
	struct text path = path_join(a, folder, name);

	if (!file_exists(a, path) || path_inside(a, path, folder)
	    || (k->root.n && path_inside(a, path, k->root)))
		return path;
	diag(d, LEVEL_ERROR, "PATH-01", asked,
	    "the path leads out of the project: %.*s", TEXT_ARG(name));
	return TEXT("");
}

/* A path with .md is one of the case's folder: that was not meant perhaps. */
static void
say_library(struct diag *d, struct arena *a, struct text path, struct text id)
{
	struct finding *f = d->found.n ? d->found.at[d->found.n - 1] : NULL;

	if (f && !file_exists(a, path)
	    && !text_starts(f->hint, TEXT("did you mean")))
		finding_hint(d, f,
		    "a section of the library is named without .md: %.*s",
		    TEXT_ARG(text_sub(id, 0, id.n - strlen(".md"))));
}

static void
own_section(struct arena *a, struct kase *k, const struct section_use *use,
    struct diag *d)
{
	struct text path = resolve(a, k, use->id, use->pos, d);

	if (!path.n)
		return;
	struct text real = path_real(a, path);
	struct template *t = template_read(a, path,
	    real.n ? path_show(real, k->root) : use->id, use->pos, d);
	if (!t) {
		say_library(d, a, path, use->id);
		return;
	}
	t->id = use->id;
	order_front(t, d);
	order_section(k, use, t, d);
	map_put(a, &k->templates, t->id, t);
}

static void
own_sources(struct arena *a, struct kase *k, struct references *refs,
    struct diag *d)
{
	const struct value *files = value_at(k->facts, "sources");
	const struct value *list = value_at(k->facts, "references");

	for (const struct value *v = files ? files->child : NULL; v;
	     v = v->next) {
		struct text path = resolve(a, k, v->text, v->pos, d);
		struct text real = path_real(a, path);
		if (path.n)
			references_file(a, path,
			    real.n ? path_show(real, k->root) : v->text, v->pos,
			    refs, d);
	}
	if (list)
		references_value(a, list, refs, d);
}

void
own_read(struct arena *a, struct kase *k, struct diag *d)
{
	struct references *refs = arena_make(a, struct references);

	for (size_t i = 0; i < k->sections.n; i++)
		if (text_ends(k->sections.at[i].id, TEXT(".md")))
			own_section(a, k, &k->sections.at[i], d);
	own_sources(a, k, refs, d);
	if (refs->all.n)
		k->references = refs;
}
