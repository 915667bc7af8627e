#include "model/reads.h"

enum { DEEPEST = 64 }; /* as load/yaml.h has it */

const struct reads *
reads_of(struct arena *a, enum read_kind kind, const struct value *v)
{
	struct reads *r = arena_make(a, struct reads);

	r->kind = kind;
	r->value = v;
	return r;
}

const struct reads *
reads_absent(struct arena *a, const struct value *v, struct text key)
{
	struct reads *r = arena_make(a, struct reads);

	r->kind = READ_ABSENT;
	r->value = v;
	r->key = key;
	return r;
}

const struct reads *
reads_join(struct arena *a, const struct reads *x, const struct reads *y)
{
	if (!x || x == y)
		return y;
	if (!y)
		return x;
	struct reads *r = arena_make(a, struct reads);
	r->a = x;
	r->b = y;
	return r;
}

const struct reads *
reads_if(struct arena *a, const struct reads *x)
{
	if (!x || x->kind == READ_IF)
		return x;
	struct reads *r = arena_make(a, struct reads);
	r->kind = READ_IF;
	r->a = x;
	return r;
}

/* --- what is in a set --- */

/* What was met already: nodes of the rope, which may be shared and would
 * otherwise be walked once for each way to them, and readings. */
struct seen {
	const void **at;
	size_t n, cap; /* cap is 0 or a power of two */
};

struct lister {
	struct arena *a, *tmp;
	struct seen nodes, values, shapes;
	struct readings out;
	ARRAY(const struct reads *) later; /* met among words: conditions */
	bool words;
};

static size_t
hash(const void *p)
{
	uint64_t h = (uint64_t)(uintptr_t)p * UINT64_C(0x9e3779b97f4a7c15);

	return (size_t)(h >> 20);
}

/* Whether it is new; it no longer is. */
static bool
seen_add(struct arena *a, struct seen *s, const void *p)
{
	if (2 * s->n >= s->cap) {
		struct seen big = {.cap = s->cap ? 2 * s->cap : 64};
		big.at = arena_alloc(a, big.cap * sizeof(*big.at));
		for (size_t i = 0; i < s->cap; i++)
			if (s->at[i])
				seen_add(a, &big, s->at[i]);
		*s = big;
	}
	size_t i = hash(p) & (s->cap - 1);
	for (; s->at[i]; i = (i + 1) & (s->cap - 1))
		if (s->at[i] == p)
			return false;
	s->at[i] = p;
	s->n++;
	return true;
}

static void
absent(struct lister *l, const struct reads *r)
{
	struct reading one = {READ_ABSENT, r->value, r->key, l->words};

	for (size_t i = 0; i < l->out.at.n; i++)
		if (l->out.at.at[i].kind == READ_ABSENT
		    && l->out.at.at[i].value == r->value
		    && text_eq(l->out.at.at[i].key, r->key))
			return;
	array_push(l->a, &l->out.at, one);
}

static void
add(struct lister *l, enum read_kind kind, const struct value *v)
{
	struct seen *s = kind == READ_VALUE ? &l->values : &l->shapes;
	struct reading one = {.kind = kind, .value = v, .words = l->words};

	if (seen_add(l->tmp, s, v))
		array_push(l->a, &l->out.at, one);
}

static void
all(struct lister *l, const struct value *v, unsigned depth)
{
	bool many = v->kind == VALUE_LIST || v->kind == VALUE_MAP;

	add(l, many ? READ_SHAPE : READ_VALUE, v);
	for (const struct value *c = v->child; c && depth < DEEPEST;
	     c = c->next)
		all(l, c, depth + 1);
}

static void
add_reading(struct lister *l, const struct reads *r)
{
	if (r->kind == READ_ABSENT)
		absent(l, r);
	else if (r->kind == READ_ALL)
		all(l, r->value, 0);
	else
		add(l, r->kind, r->value);
}

/* A rope may be as long as a template has steps, so no recursion. */
static void
walk(struct lister *l, const struct reads *r)
{
	ARRAY(const struct reads *) open = {0};

	array_push(l->tmp, &open, r);
	while (open.n) {
		r = open.at[--open.n];
		if (!r || !seen_add(l->tmp, &l->nodes, r))
			continue;
		if (r->kind == READ_BOTH) {
			array_push(l->tmp, &open, r->b);
			array_push(l->tmp, &open, r->a);
		} else if (r->kind != READ_IF) {
			add_reading(l, r);
		} else if (l->words) {
			array_push(l->tmp, &l->later, r->a);
		} else {
			array_push(l->tmp, &open, r->a);
		}
	}
}

struct readings
reads_list(struct arena *a, const struct reads *words,
    const struct reads *control)
{
	struct lister l = {.a = a, .tmp = arena_new(), .words = true};

	walk(&l, words);
	l.words = false;
	walk(&l, control);
	for (size_t i = 0; i < l.later.n; i++)
		walk(&l, l.later.at[i]);
	arena_free(l.tmp);
	return l.out;
}
