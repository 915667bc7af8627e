/*
 * pagebreak.c - the page breaker against exhaustive search, and its promises
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "layout/pagebreak.h"

enum { MOST = 12, ROOM = PT(100) };

/* A list under construction. */
struct list {
	struct vbox box[64];
	struct vnote note[256];
	struct vlist v;
};

static void
list_init(struct list *l)
{
	*l = (struct list){0};
	l->v = (struct vlist){.box = l->box,
	    .note = l->note,
	    .room = {ROOM, PT(60)},
	    .note_gap = PT(5)};
}

static struct vbox *
add(struct list *l, int skip, int height, int32_t penalty)
{
	struct vbox *b = &l->box[l->v.n++];

	*b = (struct vbox){.skip = PT(skip),
	    .height = PT(height),
	    .penalty = penalty,
	    .notes = l->v.nnotes};
	return b;
}

/* A note of `lines` lines, marked in the last box. */
static void
add_note(struct list *l, int lines)
{
	for (int i = 0; i < lines; i++)
		l->note[l->v.nnotes++] =
		    (struct vnote){i == 0 ? PT(1) : 0, PT(8), i == 0};
	l->box[l->v.n - 1].notes = l->v.nnotes;
}

/* The cheapest of all ways, tried one by one. */
static int64_t
try_all(const struct vlist *v, size_t from, size_t note_from)
{
	int64_t best = INT64_MAX;

	if (from == v->n)
		return 0;
	for (size_t to = from + 1; to <= v->n; to++) {
		size_t note_to;
		int64_t cost = pagebreak_cost(v, from, to, note_from, &note_to);
		if (cost == INT64_MAX)
			continue;
		int64_t rest = try_all(v, to, note_to);
		if (rest != INT64_MAX && cost + rest < best)
			best = cost + rest;
	}
	return best;
}

/* Every box once, in order; every line of a note once, in order. */
static void
check_whole(const struct vlist *v, const struct vpages *p)
{
	size_t box = 0, note = 0;

	for (size_t i = 0; i < p->page.n; i++) {
		assert_int_equal(p->page.at[i].from, box);
		assert_int_equal(p->page.at[i].note_from, note);
		assert_true(
		    p->page.at[i].to > box || p->page.at[i].note_to > note);
		box = p->page.at[i].to;
		note = p->page.at[i].note_to;
	}
	assert_int_equal(box, v->n);
	assert_int_equal(note, v->nnotes);
}

/* The same numbers on every machine. */
static uint32_t
next(uint32_t *seed, uint32_t below)
{
	*seed = *seed * 1664525u + 1013904223u;
	return (*seed >> 8) % below;
}

static int32_t
random_penalty(uint32_t *seed)
{
	static const int32_t penalty[] = {0, 0, 0, 0, 500, PENALTY_AVOID,
	    PENALTY_FORBID, PENALTY_FORBID, PENALTY_KEEP, PENALTY_FORCE};

	return penalty[next(seed, 10)];
}

static void
random_list(struct list *l, uint32_t *seed)
{
	list_init(l);
	for (size_t i = 0, n = 1 + next(seed, MOST); i < n; i++) {
		struct vbox *b = add(l, (int)next(seed, 12),
		    5 + (int)next(seed, 40), random_penalty(seed));
		if (next(seed, 6) == 0)
			b->above = PT(9);
	}
}

static void
cheapest_of_all(void **state)
{
	uint32_t seed = 7;

	(void)state;
	for (int i = 0; i < 2000; i++) {
		struct arena *a = arena_new();
		struct list l;
		random_list(&l, &seed);
		struct vpages p = pagebreak(a, &l.v);
		check_whole(&l.v, &p);
		assert_int_equal(p.cost, try_all(&l.v, 0, 0));
		arena_free(a);
	}
}

/* With notes that all fit nothing is split, and the search stays exact. */
static void
notes_are_whole(void **state)
{
	uint32_t seed = 11;

	(void)state;
	for (int i = 0; i < 1000; i++) {
		struct arena *a = arena_new();
		struct list l;
		list_init(&l);
		for (size_t k = 0, n = 1 + next(&seed, MOST); k < n; k++) {
			add(&l, 0, 10, 0);
			if (next(&seed, 3) == 0)
				add_note(&l, 1 + (int)next(&seed, 4));
		}
		struct vpages p = pagebreak(a, &l.v);
		check_whole(&l.v, &p);
		assert_int_equal(p.cost, try_all(&l.v, 0, 0));
		for (size_t k = 0; k < p.page.n; k++) {
			const struct vpage *page = &p.page.at[k];
			assert_false(page->split);
			assert_int_equal(page->note_to,
			    l.box[page->to - 1].notes);
		}
		arena_free(a);
	}
}

/* A note longer than a page goes on, and begins where its mark is. */
static void
note_longer_than_a_page(void **state)
{
	struct arena *a = arena_new();
	struct list l;

	(void)state;
	list_init(&l);
	add(&l, 0, 10, 0);
	add(&l, 0, 10, 0);
	add_note(&l, 40);
	add(&l, 0, 10, 0);
	struct vpages p = pagebreak(a, &l.v);
	check_whole(&l.v, &p);
	assert_true(p.page.n >= 4);
	assert_true(p.page.at[0].split);
	assert_true(p.page.at[0].note_to >= 2);
	arena_free(a);
}

static void
forced_and_forbidden(void **state)
{
	struct arena *a = arena_new();
	struct list l;

	(void)state;
	list_init(&l);
	add(&l, 0, 30, 0);
	add(&l, 0, 30, PENALTY_FORCE);
	add(&l, 0, 30, 0);
	add(&l, 0, 30, 0);
	add(&l, 0, 30, PENALTY_FORBID);
	struct vpages p = pagebreak(a, &l.v);
	assert_int_equal(p.page.n, 3);
	assert_int_equal(p.page.at[0].to, 1);
	assert_int_equal(p.page.at[1].to, 3);
	arena_free(a);
}

/* What cannot be kept is parted, and what cannot fit stands alone. */
static void
too_high(void **state)
{
	struct arena *a = arena_new();
	struct list l;

	(void)state;
	list_init(&l);
	add(&l, 0, 60, 0);
	add(&l, 0, 60, PENALTY_FORBID);
	add(&l, 0, 150, 0);
	add(&l, 0, 10, 0);
	struct vpages p = pagebreak(a, &l.v);
	check_whole(&l.v, &p);
	assert_int_equal(p.page.n, 4);
	assert_true(p.page.at[0].forbidden);
	assert_true(p.page.at[2].overfull);
	arena_free(a);
}

/* Skips vanish at the top of a page; a repeated head takes room there. */
static void
tops(void **state)
{
	struct arena *a = arena_new();
	struct list l;

	(void)state;
	list_init(&l);
	add(&l, 50, 100, 0);
	add(&l, 50, 90, 0)->above = PT(10);
	add(&l, 50, 91, 0)->above = PT(10);
	struct vpages p = pagebreak(a, &l.v);
	assert_int_equal(p.page.n, 3);
	assert_false(p.page.at[0].overfull);
	assert_false(p.page.at[1].overfull);
	assert_true(p.page.at[2].overfull);
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(cheapest_of_all),
	    cmocka_unit_test(notes_are_whole),
	    cmocka_unit_test(note_longer_than_a_page),
	    cmocka_unit_test(forced_and_forbidden),
	    cmocka_unit_test(too_high),
	    cmocka_unit_test(tops),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
