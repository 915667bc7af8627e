#include "load/loose.h"

#include "base/file.h"
#include "load/read.h"
#include "load/shelf.h"
#include "load/yaml.h"

/* What is read of a case is what a build would read. */
struct reader {
	struct arena *a;
	const struct places *places;
	struct text root; /* of the library, or "" */
	struct library *lib;
	struct kase *kase;
	struct diag *d;
};

static const struct source *
source_of(struct reader *r, struct text path)
{
	return text_is(path, "-")
	    ? file_stdin(r->a, r->d)
	    : file_read(r->a, path, path, (struct pos){0}, r->d);
}

static struct text
root_of(struct arena *a, const struct places *where, const struct loose *want)
{
	struct text near =
	    text_is(want->template, "-") ? TEXT("./.") : want->template;
	struct text root = root_find(a, near);

	if (!root.n && want->facts.n && !text_is(want->facts, "-"))
		root = root_find(a, want->facts);
	return library_root(a, where, root);
}

static void
add_library(struct reader *r, struct diag *aside)
{
	struct shelf shelf = shelf_texts(r->a, r->root, aside);

	for (size_t i = 0; i < shelf.texts.n; i++) {
		struct template *t = arena_make(r->a, struct template);
		*t = *shelf.texts.at[i];
		t->id = shelf_id(t->id);
		map_put(r->a, &r->lib->templates, t->id, t);
	}
}

/* The profile that the facts name, if they are a case of this library. */
static struct profile *
profile_of(struct reader *r, const struct value *facts)
{
	struct text name = value_text(facts, "profile");
	struct where w = {r->places, r->root, r->root};

	if (!name.n || !r->root.n || path_climbs(name))
		return NULL;
	struct text path = text_fmt(r->a, "%.*s/templates/profiles/%.*s.yaml",
	    TEXT_ARG(r->root), TEXT_ARG(name));
	if (!file_exists(r->a, path))
		return NULL;
	return profile_read(r->a, &w, name, value_at(facts, "profile")->pos,
	    r->d);
}

/* The case as a build would read it, though of its schema nothing is said. */
static bool
read_case(struct reader *r, struct text path)
{
	struct diag all = {.a = r->a}, some = {.a = r->a};
	const struct kase *k = case_load(r->a, path, r->places->root, &all);

	for (size_t i = 0; i < all.found.n; i++)
		if (!text_starts(text_of(all.found.at[i]->code), TEXT("CASE-")))
			array_push(r->a, &some.found, all.found.at[i]);
	diag_adopt(r->d, &some);
	if (k)
		*r->kase = *k;
	return k != NULL;
}

/* False: they cannot be read, and it was said. */
static bool
add_facts(struct reader *r, struct text path, struct profile **profile)
{
	struct pos none = {0};
	const struct value *facts =
	    value_add(r->a, NULL, TEXT(""), VALUE_MAP, TEXT(""), none);

	if (path.n) {
		const struct source *src = source_of(r, path);
		facts = src ? yaml_read(r->a, src, 0, src->body.n, r->d) : NULL;
	}
	if (!facts)
		return false;
	if (facts->kind != VALUE_MAP) {
		diag(r->d, LEVEL_ERROR, "CASE-03", facts->pos,
		    "facts are a map of keys and values, not a %s",
		    value_kind_name(facts->kind));
		return false;
	}
	*profile = text_is(path, "-") ? NULL : profile_of(r, facts);
	if (*profile)
		return read_case(r, path);
	r->kase->facts = facts;
	return true;
}

struct loose_loaded
loose_load(struct arena *a, const struct places *where,
    const struct loose *want, struct diag *d)
{
	struct reader r = {a, where, root_of(a, where, want),
	    arena_make(a, struct library), arena_make(a, struct kase), d};
	struct diag *aside = arena_make(a, struct diag);
	struct profile *profile = NULL;
	struct loose_loaded none = {0};

	const struct source *src = source_of(&r, want->template);
	struct template *t = src ? template_of(a, src, d) : NULL;
	if (!add_facts(&r, want->facts, &profile) || !t)
		return none;
	aside->a = a;
	if (r.root.n)
		add_library(&r, aside);
	if (!profile)
		profile = arena_make(a, struct profile);
	t->id = want->template;
	profile->report = t->id;
	r.kase->profile = profile->name;
	r.lib->root = r.root;
	r.lib->version = where->version;
	map_put(a, &r.lib->templates, t->id, t);
	map_put(a, &r.lib->profiles, profile->name, profile);
	return (struct loose_loaded){r.lib, r.kase, aside};
}

void
loose_findings(const struct loose_loaded *l, const struct script *s,
    struct diag *d)
{
	struct diag some = {.a = d->a};

	for (size_t i = 0; i < l->aside->found.n; i++) {
		struct finding *f = l->aside->found.at[i];
		for (size_t k = 0; k < s->files.n; k++)
			if (s->files.at[k]->src == f->at.src)
				array_push(d->a, &some.found, f);
	}
	diag_adopt(d, &some);
}
