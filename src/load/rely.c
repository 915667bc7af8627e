/*
 * Circles are found in one walk over the graph, depth first, with a stack of
 * our own: however long a chain is, each key is followed once.
 */
#include "load/rely.h"

#include "base/near.h"

enum {
	GUESSES = 20, /* keys that are unknown and looked for among all */
	STEPS = 12    /* of a circle that are written out */
};

struct vertex;

struct edge {
	struct vertex *to;
	struct pos pos; /* of the key, as written */
};

struct vertex {
	const struct reference *ref;
	ARRAY(struct edge) on;
	size_t next;  /* of `on`, to be followed */
	size_t place; /* on the stack, from 1 */
	bool done;
};

struct graph {
	struct arena *a;
	struct diag *d;
	struct map by_id; /* id -> struct vertex */
	ARRAY(struct vertex *) all;
	ARRAY(struct vertex *) stack;
	unsigned guessed;
};

/* --- the graph --- */

static void
add_vertices(struct graph *g, const struct references *refs)
{
	for (size_t i = 0; refs && i < refs->all.n; i++) {
		const struct reference *ref = refs->all.at[i];
		if (map_at(&refs->by_id, ref->id) != ref
		    || map_at(&g->by_id, ref->id))
			continue; /* a later one, or the case's, counts */
		struct vertex *v = arena_make(g->a, struct vertex);
		v->ref = ref;
		map_put(g->a, &g->by_id, ref->id, v);
		array_push(g->a, &g->all, v);
	}
}

static void
unknown(struct graph *g, const struct value *key)
{
	struct near near = near_to(key->text);
	struct finding *f = diag(g->d, LEVEL_WARNING, "REF-10", key->pos,
	    "relies on a source that is not there: %.*s", TEXT_ARG(key->text));

	if (g->guessed++ >= GUESSES)
		return;
	for (size_t i = 0; i < g->all.n; i++)
		near_offer(&near, g->all.at[i]->ref->id);
	if (near.best.n)
		finding_hint(g->d, f, "did you mean %.*s?",
		    TEXT_ARG(near.best));
}

static void
add_edge(struct graph *g, struct vertex *v, const struct value *key)
{
	if (key->kind != VALUE_TEXT && key->kind != VALUE_BOOL) {
		diag(g->d, LEVEL_WARNING, "REF-11", key->pos,
		    "the key of a source belongs here, not a %s",
		    value_kind_name(key->kind));
		return;
	}
	struct edge e = {map_at(&g->by_id, key->text), key->pos};
	if (e.to)
		array_push(g->a, &v->on, e);
	else
		unknown(g, key);
}

static void
add_edges(struct graph *g, struct vertex *v)
{
	const struct value *on = value_at(v->ref->custom, "relies_on");

	if (!on || on->kind == VALUE_NULL)
		return;
	if (on->kind != VALUE_LIST) {
		add_edge(g, v, on);
		return;
	}
	for (const struct value *k = on->child; k; k = k->next)
		add_edge(g, v, k);
}

/* --- circles --- */

/* The last of the stack relies on one that stands further down in it. */
static void
circle(struct graph *g, const struct edge *back)
{
	struct text id = back->to->ref->id;
	const struct vertex *last = g->stack.at[g->stack.n - 1];
	size_t from = back->to->place, n = g->stack.n - from;
	struct finding *f = diag(g->d, LEVEL_ERROR, "REF-09", back->pos,
	    n ? "these sources rely on each other in a circle: %.*s"
	      : "a source cannot rely on itself: %.*s",
	    TEXT_ARG(id));

	if (n)
		finding_hint(g->d, f, "%.*s relies on %.*s",
		    TEXT_ARG(last->ref->id), TEXT_ARG(id));
	for (size_t i = from; i < g->stack.n; i++) {
		const struct vertex *v = g->stack.at[i - 1];
		if (i == from + STEPS) {
			finding_remark(g->d, f, "circle", (struct pos){0},
			    "and %zu more", g->stack.n - i);
			return;
		}
		finding_remark(g->d, f, "circle", v->on.at[v->next - 1].pos,
		    "%.*s relies on %.*s", TEXT_ARG(v->ref->id),
		    TEXT_ARG(g->stack.at[i]->ref->id));
	}
}

static void
push(struct graph *g, struct vertex *v)
{
	array_push(g->a, &g->stack, v);
	v->place = g->stack.n;
}

static void
walk(struct graph *g, struct vertex *root)
{
	if (!root->done)
		push(g, root);
	while (g->stack.n) {
		struct vertex *v = g->stack.at[g->stack.n - 1];
		if (v->next == v->on.n) {
			v->done = true;
			v->place = 0;
			g->stack.n--;
			continue;
		}
		const struct edge *e = &v->on.at[v->next++];
		if (e->to->place)
			circle(g, e);
		else if (!e->to->done)
			push(g, e->to);
	}
}

/* --- both lists --- */

static void
say_doubles(const struct references *lib, const struct references *own,
    struct diag *d)
{
	for (size_t i = 0; i < own->all.n; i++) {
		const struct reference *ref = own->all.at[i];
		const struct reference *old = map_at(&lib->by_id, ref->id);
		if (!old || map_at(&own->by_id, ref->id) != ref)
			continue;
		struct finding *f = diag(d, LEVEL_WARNING, "REF-02", ref->pos,
		    "this id is in the library too, the case's own counts: "
		    "%.*s",
		    TEXT_ARG(ref->id));
		finding_remark(d, f, "library", old->pos, "%s", "");
	}
}

void
rely_check(const struct references *lib, const struct references *own,
    struct diag *d)
{
	struct arena *scratch = arena_new();
	struct graph g = {.a = scratch, .d = d};

	if (own)
		say_doubles(lib, own, d);
	add_vertices(&g, own);
	add_vertices(&g, lib);
	for (size_t i = 0; i < g.all.n; i++)
		add_edges(&g, g.all.at[i]);
	for (size_t i = 0; i < g.all.n; i++)
		walk(&g, g.all.at[i]);
	arena_free(scratch);
}
