#include "model/paths.h"

enum { DEEPEST = 64 }; /* as load/yaml.h has it */

struct step {
	const struct value *value, *up; /* its own key in the map of steps */
	size_t nth;                     /* in a list */
	struct text root;               /* no `up`: "expert" */
};

struct paths {
	struct map steps; /* the bytes of a pointer -> struct step */
};

static struct text
key_of(const struct value *const *v)
{
	return (struct text){(const char *)v, sizeof(*v)};
}

static void
add(struct arena *a, struct paths *p, struct step step, unsigned depth)
{
	struct step *s = arena_make(a, struct step);
	size_t nth = 0;

	*s = step;
	map_put(a, &p->steps, key_of(&s->value), s);
	for (const struct value *c = s->value->child; c && depth < DEEPEST;
	     c = c->next)
		add(a, p, (struct step){c, s->value, nth++, {0}}, depth + 1);
}

struct paths *
paths_of(struct arena *a, const struct kase *kase, const struct library *lib)
{
	struct paths *p = arena_make(a, struct paths);
	const struct profile *profile = map_at(&lib->profiles, kase->profile);

	add(a, p, (struct step){kase->facts, NULL, 0, TEXT("")}, 0);
	if (kase->expert)
		add(a, p, (struct step){kase->expert, NULL, 0, TEXT("expert")},
		    0);
	if (profile && profile->root)
		add(a, p,
		    (struct step){profile->root, NULL, 0, TEXT("profile")}, 0);
	for (size_t i = 0; i < kase->sections.n; i++) {
		struct text id = kase->sections.at[i].id;
		const struct template *t = map_at(&kase->templates, id);
		if (!t)
			t = map_at(&lib->templates, id);
		if (t && t->front)
			add(a, p,
			    (struct step){t->front, NULL, 0,
				text_fmt(a, "sections[%zu]", i)},
			    0);
	}
	return p;
}

/* Within depth: the values were read from a file that has a limit. */
static void
show(struct buf *b, const struct paths *p, const struct value *v)
{
	const struct step *s = map_at(&p->steps, key_of(&v));

	if (!s)
		return;
	if (!s->up) {
		buf_add(b, s->root);
		return;
	}
	show(b, p, s->up);
	if (s->up->kind == VALUE_LIST)
		buf_fmt(b, "[%zu]", s->nth);
	else
		buf_fmt(b, "%s%.*s", b->n ? "." : "", TEXT_ARG(v->key));
}

struct text
paths_show(struct arena *a, const struct paths *p, const struct value *v)
{
	struct buf b = {.a = a};

	show(&b, p, v);
	return buf_text(&b);
}

struct text
paths_reading(struct arena *a, const struct paths *p, const struct reading *r)
{
	struct text path = paths_show(a, p, r->value);

	if (r->kind != READ_ABSENT)
		return path;
	return text_fmt(a, "%.*s%s%.*s", TEXT_ARG(path), path.n ? "." : "",
	    TEXT_ARG(r->key));
}

struct pos
reading_pos(const struct reading *r)
{
	return r->value->key.n && r->value->keypos.src ? r->value->keypos
						       : r->value->pos;
}
