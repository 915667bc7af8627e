/*
 * Unit tests of trial/ and expand/asks: what a template asks for, and that
 * every pair of values that belongs together is tried.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "load/read.h"
#include "trial/facts.h"
#include "trial/sentence.h"

static const struct asks *
asks_in(struct arena *a, const char *words)
{
	struct source *src = arena_make(a, struct source);
	struct library *lib = arena_make(a, struct library);
	struct kase *kase = arena_make(a, struct kase);
	struct diag d = {.a = a};

	src->name = TEXT("x.md");
	src->body = text_of(words);
	struct template *t = template_of(a, src, &d);
	t->id = TEXT("x.md");
	map_put(a, &lib->templates, t->id, t);
	const struct asks *asks = asks_of(a, lib, kase, t, &d);
	assert_int_equal(d.found.n, 0);
	return asks;
}

static const struct plan *
plan_in(struct arena *a, const char *words)
{
	static const struct text none = TEXT_INIT("none");
	struct plan_given given = {.profiles = &none, .nprofiles = 1};

	return plan_of(a, asks_in(a, words), &given);
}

/* "path path ...", in the order in which they are come by. */
static struct text
paths(struct arena *a, const struct asks *asks)
{
	struct buf b = {.a = a};

	for (size_t i = 0; i < asks->at.n; i++) {
		buf_add(&b, i ? TEXT(" ") : TEXT(""));
		buf_add(&b, asks->at.at[i].path);
	}
	return buf_text(&b);
}

static void
names_are_followed_to_facts(void **state)
{
	static const struct {
		const char *words, *paths;
	} rows[] = {
	    {"{{ subject.name.full }}", "subject.name.full"},
	    {"{% set s = subject %}{{ s.born|age(report_date) }}",
		"report_date subject.born"},
	    {"{% for d in documents %}{{ d.title }}{% endfor %}",
		"documents documents[].title"},
	    {"{{ subject.They }} {{ subject|verb('is', 'are') }}",
		"subject.pronouns subject.pronouns"},
	    {"{{ extra.xs|verb('is', 'are') }}{{ extra.xs|length }}",
		"extra.xs"},
	    {"{% macro m(who) %}{{ who.name.short }}{% endmacro %}{{ "
	     "m(subject) }}",
		"subject.name.short"},
	    {"{{ (facts|first).date }}", "facts facts[].date"},
	    {"{{ subject['sex'] == 'f' }}", "subject.sex"},
	    {"{% with x = extra.a %}{{ x.b }}{% endwith %}", "extra.a.b"},
	    {"{% set x = 1 %}{{ x }}", ""},
	    {"{{ documents|map(attribute='title')|and_list }}",
		"documents documents[].title documents[].title[]"},
	};
	struct arena *a = arena_new();

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct text got = paths(a, asks_in(a, rows[i].words));
		if (!text_is(got, rows[i].paths))
			fail_msg("%s: %.*s", rows[i].words, TEXT_ARG(got));
	}
	arena_free(a);
}

/* A template that would double what it depends on, a hundred times over. */
static void
what_depends_on_itself_ends(void **state)
{
	struct arena *a = arena_new();
	struct buf b = {.a = a};

	(void)state;
	buf_add(&b, TEXT("{% set x = extra.a ~ extra.b %}"));
	for (int i = 0; i < 100; i++)
		buf_add(&b, TEXT("{% set x = x ~ x %}"));
	buf_add(&b, TEXT("{{ x }}"));
	const struct asks *asks = asks_in(a, text_cstr(a, buf_text(&b)));
	assert_int_equal(asks->at.n, 2);
	assert_int_equal(asks->spots.at[asks->spots.n - 1].asks.n, 2);
	arena_free(a);
}

static size_t
factor_at(const struct plan *p, const char *path)
{
	for (size_t i = 0; i < p->factors.n; i++)
		if (text_is(p->factors.at[i].path, path))
			return i;
	fail_msg("no such factor: %s", path);
	return 0;
}

/* "she he they" */
static void
expect_choices(struct arena *a, const struct plan *p, const char *path,
    const char *want)
{
	const struct factor *f = &p->factors.at[factor_at(p, path)];
	struct buf b = {.a = a};

	for (size_t i = 0; i < f->choices.n; i++) {
		buf_add(&b, i ? TEXT("|") : TEXT(""));
		buf_add(&b, f->choices.at[i].label);
	}
	if (!text_is(buf_text(&b), want))
		fail_msg("%s: %.*s", path, TEXT_ARG(buf_text(&b)));
}

static void
each_fact_has_the_values_of_its_kind(void **state)
{
	struct arena *a = arena_new();
	const struct plan *p = plan_in(a,
	    "{{ subject.They }}{{ subject.born }}{{ extra.n|plural('a', 'b') }}"
	    "{% if extra.yes %}x{% endif %}{% if extra.word == 'x' %}x{% endif "
	    "%}{% if documents|length > 4 %}x{% endif %}{{ extra.d|date_long }}"
	    "{% if subject.region is known %}x{% endif %}"
	    "{% if extra.none is none %}x{% endif %}"
	    "{% if anonymity.order %}x{% endif %}{{ status }}");

	(void)state;
	expect_choices(a, p, "subject.pronouns", "she|he|they");
	expect_choices(a, p, "subject.born",
	    "1991-03-14|1991-03|1991|c. 1991|absent");
	expect_choices(a, p, "extra.n", "2|1|12|absent");
	expect_choices(a, p, "extra.yes", "true|false|absent");
	expect_choices(a, p, "extra.word", "x|another word|absent");
	expect_choices(a, p, "documents", "2|1|3|0|4|5|absent");
	expect_choices(a, p, "extra.d",
	    "2020-08-11|2020-08|2020|c. 2020|absent");
	expect_choices(a, p, "subject.region",
	    "sample region|example region|unknown|absent");
	expect_choices(a, p, "extra.none",
	    "sample none|example none|empty|absent");
	expect_choices(a, p, "anonymity", "there|absent");
	expect_choices(a, p, "anonymity.order", "true|false|absent");
	expect_choices(a, p, "status", "draft|final");
	arena_free(a);
}

static const char paired[] =
    "{% if documents is defined and subject.sex == 'f' %}{{ subject.They }}"
    "{% for d in documents %}{{ d.note if d.note is defined }}{% endfor %}"
    "{% endif %}{{ extra.alone|ordinal }}";

static bool
tried(const struct plan *p, const struct cover *c, size_t x, unsigned vx,
    size_t y, unsigned vy)
{
	for (size_t i = 0; i < c->rows.n; i++) {
		const struct row *r = &c->rows.at[i];
		if (r->at[x] == vx && r->at[y] == vy && row_has(p, r, x)
		    && row_has(p, r, y))
			return true;
	}
	return false;
}

static void
every_pair_that_belongs_together_is_tried(void **state)
{
	static const char *const together[][2] = {
	    {"documents", "subject.sex"},
	    {"subject.sex", "subject.pronouns"},
	    {"documents", "subject.pronouns"},
	};
	struct arena *a = arena_new();
	const struct plan *p = plan_in(a, paired);
	struct cover c = cover_of(a, p, 1000);

	(void)state;
	assert_false(c.cut);
	for (size_t i = 0; i < 3; i++) {
		size_t x = factor_at(p, together[i][0]);
		size_t y = factor_at(p, together[i][1]);
		for (unsigned k = 0; k < p->factors.at[x].choices.n; k++)
			for (unsigned m = 0; m < p->factors.at[y].choices.n;
			     m++)
				if (!tried(p, &c, x, k, y, m))
					fail_msg("%s %u, %s %u", together[i][0],
					    k, together[i][1], m);
	}
	for (size_t x = 0; x < p->factors.n; x++)
		for (unsigned k = 0; k < p->factors.at[x].choices.n; k++)
			assert_true(tried(p, &c, x, k, x, k));
	/* Far fewer than all combinations. */
	size_t all = 1;
	for (size_t x = 0; x < p->factors.n; x++)
		all *= p->factors.at[x].choices.n;
	assert_true(c.rows.n * 10 < all);
	arena_free(a);
}

static void
the_limit_is_kept_and_said(void **state)
{
	struct arena *a = arena_new();
	const struct plan *p = plan_in(a, paired);
	struct cover c = cover_of(a, p, 3), whole = cover_of(a, p, 1000);

	(void)state;
	assert_true(c.cut);
	assert_int_equal(c.rows.n, 3);
	for (size_t i = 0; i < c.rows.n; i++)
		assert_memory_equal(c.rows.at[i].at, whole.rows.at[i].at,
		    p->factors.n * sizeof(unsigned));
	arena_free(a);
}

static void
a_row_is_written_as_a_case(void **state)
{
	struct arena *a = arena_new();
	const struct plan *p = plan_in(a, paired);
	struct cover c = cover_of(a, p, 1000);

	(void)state;
	for (size_t i = 0; i < c.rows.n; i++) {
		const struct row *r = &c.rows.at[i];
		const struct made_up *m = facts_of(a, p, r, TEXT("xx/one"));
		size_t f = factor_at(p, "documents");
		const struct choice *n = &p->factors.at[f].choices.at[r->at[f]];
		const struct value *v = value_at(m->kase.facts, "documents");
		assert_int_equal(v == NULL, choice_absent(n));
		assert_int_equal(v ? v->n : 0, n->count);
		const struct value *sex =
		    value_at(m->kase.facts, "subject.sex");
		f = factor_at(p, "subject.sex");
		if (sex)
			assert_int_equal(facts_factor(m, p, sex->pos), f);
		assert_int_equal(m->kase.sections.n, 1);
	}
	arena_free(a);
}

static void
sentences_end_where_a_capital_follows(void **state)
{
	struct arena *a = arena_new();
	struct text *at;

	(void)state;
	assert_int_equal(sentences(a, TEXT("One. Two? Three!"), &at), 3);
	assert_true(text_is(at[1], "Two?"));
	assert_int_equal(sentences(a, TEXT("At 5 a.m. they came."), &at), 1);
	assert_int_equal(sentences(a, TEXT(""), &at), 0);
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(names_are_followed_to_facts),
	    cmocka_unit_test(what_depends_on_itself_ends),
	    cmocka_unit_test(each_fact_has_the_values_of_its_kind),
	    cmocka_unit_test(every_pair_that_belongs_together_is_tried),
	    cmocka_unit_test(the_limit_is_kept_and_said),
	    cmocka_unit_test(a_row_is_written_as_a_case),
	    cmocka_unit_test(sentences_end_where_a_capital_follows),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
