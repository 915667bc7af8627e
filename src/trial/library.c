#include "trial/library.h"

#include "base/file.h"
#include "base/near.h"
#include "load/folder.h"
#include "load/read.h"
#include "load/shelf.h"

static struct text
root_of(struct arena *a, const struct places *where, struct diag *d)
{
	struct text root = where->root;

	if (!root.n)
		root = library_root(a, where, root_find(a, TEXT("./.")));
	else if (!file_exists(a, path_join(a, root, TEXT("templates"))))
		root = TEXT("");
	if (!root.n)
		diag(d, LEVEL_ERROR, "CASE-07", (struct pos){0},
		    where->root.n
			? "there is no folder templates/ in %.*s"
			: "no folder from here upwards has templates/, and "
			  "none are installed%.*s",
		    TEXT_ARG(where->root));
	return path_real(a, root);
}

static void
add_texts(struct arena *a, struct trial_shelf *s, struct library *lib,
    struct diag *d)
{
	struct shelf shelf = shelf_texts(a, s->root, d);

	for (size_t i = 0; i < shelf.texts.n; i++) {
		struct template *t = arena_make(a, struct template);
		*t = *shelf.texts.at[i];
		bool section = text_starts(t->id, TEXT("templates/sections/"));
		t->id = shelf_id(t->id);
		map_put(a, &lib->templates, t->id, t);
		if (section)
			array_push(a, &s->sections, t);
	}
}

/* What is wrong with a profile is no fault of a section. */
static void
add_profiles(struct arena *a, struct trial_shelf *s, struct library *lib,
    const struct places *where)
{
	struct where w = {where, s->root, s->root};
	struct diag unheard = {.a = a};
	ARRAY(struct text) names = {0};
	struct names files =
	    folder_list(a, path_join(a, s->root, TEXT("templates/profiles")));

	for (size_t i = 0; i < files.at.n; i++) {
		struct text name = path_stem(files.at.at[i]);
		struct profile *p = text_ends(files.at.at[i], TEXT(".yaml"))
		    ? profile_read(a, &w, name, (struct pos){0}, &unheard)
		    : NULL;
		if (!p)
			continue;
		array_push(a, &names, name);
		map_put(a, &lib->profiles, name, p);
	}
	/* A template can be tried without any. */
	if (!names.n) {
		array_push(a, &names, TEXT("none"));
		struct profile *p = arena_make(a, struct profile);
		p->root = value_add(a, NULL, TEXT(""), VALUE_MAP, TEXT(""),
		    (struct pos){0});
		map_put(a, &lib->profiles, TEXT("none"), p);
	}
	s->library.profiles = names.at;
	s->library.nprofiles = names.n;
}

struct trial_shelf *
trial_shelf(struct arena *a, const struct places *where, struct diag *d)
{
	struct trial_shelf *s = arena_make(a, struct trial_shelf);
	struct library *lib = arena_make(a, struct library);

	s->root = root_of(a, where, d);
	if (!s->root.n)
		return NULL;
	lib->root = s->root;
	lib->version = where->version;
	struct diag *aside = arena_make(a, struct diag);
	aside->a = a;
	s->aside = aside;
	add_texts(a, s, lib, aside);
	add_profiles(a, s, lib, where);
	s->library.lib = lib;
	return s;
}

void
trial_aside(const struct trial_shelf *s, const struct template *t,
    struct diag *d)
{
	struct diag some = {.a = d->a};

	for (size_t i = 0; i < s->aside->found.n; i++) {
		struct finding *f = s->aside->found.at[i];
		if (!t || f->at.src == t->src)
			array_push(d->a, &some.found, f);
	}
	diag_adopt(d, &some);
}

const struct template *
trial_find(struct arena *a, const struct trial_shelf *s, struct text word,
    struct diag *d)
{
	const struct template *t = map_at(&s->library.lib->templates, word);
	struct near near = near_to(word);

	if (t)
		return t;
	struct text real =
	    text_ends(word, TEXT(".md")) ? path_real(a, word) : TEXT("");
	if (real.n) {
		struct text shown = path_show(real, s->root);
		if (text_starts(shown, TEXT("templates/")))
			t = map_at(&s->library.lib->templates, shelf_id(shown));
		if (t)
			return t;
		struct template *mine =
		    template_read(a, word, word, (struct pos){0}, d);
		if (mine) /* a path may lead out of the library, an id not */
			mine->id = value_text(mine->front, "id");
		if (mine && !mine->id.n)
			mine->id = word;
		return mine;
	}
	for (size_t i = 0; i < s->library.lib->templates.cap; i++)
		if (s->library.lib->templates.slots[i].value)
			near_offer(&near,
			    s->library.lib->templates.slots[i].key);
	struct finding *f = diag(d, LEVEL_ERROR, "SECT-01", (struct pos){0},
	    "there is no such section: %.*s", TEXT_ARG(word));
	if (near.best.n)
		finding_hint(d, f, "did you mean %.*s?", TEXT_ARG(near.best));
	return NULL;
}
