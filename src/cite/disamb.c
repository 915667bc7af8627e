#include "cite/disamb.h"

#include "cite/expand.h"

/* Method 1 where given names serve cites alone, and method 2. */
static void
by_names(struct reader *r)
{
	const struct area *area = &r->p->rules->citation;
	bool by_cite =
	    !area->given_rule.n || text_is(area->given_rule, "by-cite");
	bool all_names = text_starts(area->given_rule, TEXT("all-names"));
	struct alike works = alike_all(r);
	struct alikes parts = alike_split(r, &works);

	for (size_t i = 0; i < parts.at.n; i++) {
		struct alike *c = &parts.at.at[i];
		if (c->at.n < 2)
			continue;
		struct alikes left = {0};
		if (area->add_given && by_cite)
			left = expand_given(r, c);
		else
			array_push(r->a, &left.at, *c);
		for (size_t k = 0; area->add_names && k < left.at.n; k++)
			expand_names(r, &left.at.at[k],
			    area->add_given && (by_cite || all_names));
	}
}

/* Method 3: one test after the other comes true for a class, until it parts or
 * no further one is asked. */
static void
by_condition(struct reader *r, const struct alike *works)
{
	struct alikes todo = alike_split(r, works);

	while (todo.at.n) {
		struct alike c = todo.at.at[--todo.at.n];
		bool more = false;
		if (c.at.n < 2)
			continue;
		for (size_t i = 0; i < c.at.n; i++) {
			struct reading *x = &c.at.at[i];
			if (x->asked <= x->work->conditions)
				continue;
			x->work->conditions++;
			more = true;
		}
		struct alikes parts = {0};
		if (more)
			parts = alike_split(r, &c);
		for (size_t i = 0; i < parts.at.n; i++)
			array_push(r->a, &todo.at, parts.at.at[i]);
	}
}

/* 1 is "a", 26 "z", 27 "aa". */
static struct text
letters(struct arena *a, unsigned n)
{
	char s[8];
	size_t at = sizeof(s);

	for (; n && at; n = (n - 1) / 26)
		s[--at] = (char)('a' + (n - 1) % 26);
	return text_dup(a, (struct text){s + at, sizeof(s) - at});
}

/* Method 4, which always succeeds: in the order of the bibliography. */
static void
by_suffix(struct reader *r, const struct alike *works)
{
	struct alikes parts = alike_split(r, works);

	for (size_t i = 0; i < parts.at.n; i++) {
		const struct alike *c = &parts.at.at[i];
		for (size_t k = 0; c->at.n > 1 && k < c->at.n; k++) {
			struct work *w = c->at.at[k].work;
			w->suffix_number = (unsigned)k + 1;
			w->suffix = letters(r->p->a, w->suffix_number);
		}
	}
}

void
disamb(struct process *p)
{
	const struct area *area = &p->rules->citation;
	struct reader r = {.p = p};
	bool names = area->add_given || area->add_names;

	if (!names && !area->year_suffix && !p->rules->asks_ambiguous)
		return;
	r.a = arena_new();
	r.scrap = arena_new();
	if (area->add_given && area->given_rule.n
	    && !text_is(area->given_rule, "by-cite"))
		expand_everywhere(&r);
	if (names)
		by_names(&r);
	struct alike works = alike_all(&r);
	if (p->rules->asks_ambiguous)
		by_condition(&r, &works);
	if (area->year_suffix)
		by_suffix(&r, &works);
	arena_free(r.a);
	arena_free(r.scrap);
}
