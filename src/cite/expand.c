#include "cite/expand.h"

/* "J. J." and "J.J." are one person. */
static bool
same_but_blanks(struct text x, struct text y)
{
	size_t i = 0, k = 0;

	for (;;) {
		while (i < x.n && x.s[i] == ' ')
			i++;
		while (k < y.n && y.s[k] == ' ')
			k++;
		if (i == x.n || k == y.n)
			return i == x.n && k == y.n;
		if (x.s[i++] != y.s[k++])
			return false;
	}
}

static bool
same_person(const struct name *x, const struct name *y)
{
	return text_eq(x->family, y->family)
	    && same_but_blanks(x->given, y->given)
	    && text_eq(x->nondropping, y->nondropping)
	    && text_eq(x->dropping, y->dropping)
	    && text_eq(x->suffix, y->suffix) && text_eq(x->literal, y->literal);
}

static enum given
most(const struct reader *r)
{
	return r->p->rules->citation.initials_only ? GIVEN_INITIALS
						   : GIVEN_FULL;
}

/* Given names at work in one class. */
struct trial {
	struct alike c;
	size_t person;    /* the one that is looked at */
	enum given level; /* to be tried next */
	uint8_t *before;  /* by work: the level that has proved its worth */
};

struct trials {
	ARRAY(struct trial) at;
};

static const struct name *
person_of(const struct reading *x, size_t i)
{
	return i < x->people.n ? x->people.at[i] : NULL;
}

/* CSL 1.0.2, "by-cite": only names that are not the same in all cites of the
 * class are of use. */
static bool
differ(const struct alike *c, size_t person)
{
	const struct name *first = NULL;

	for (size_t i = 0; i < c->at.n; i++) {
		const struct name *n = person_of(&c->at.at[i], person);
		if (!n)
			continue;
		if (first && !same_person(first, n))
			return true;
		first = n;
	}
	return false;
}

static size_t
most_people(const struct alike *c)
{
	size_t n = 0;

	for (size_t i = 0; i < c->at.n; i++)
		if (c->at.at[i].people.n > n)
			n = c->at.at[i].people.n;
	return n;
}

static void
remember(struct reader *r, struct trial *t)
{
	t->before = arena_alloc(r->a, t->c.at.n + 1);
	for (size_t i = 0; i < t->c.at.n; i++) {
		const struct reading *x = &t->c.at.at[i];
		const struct name *n = person_of(x, t->person);
		if (n)
			t->before[i] =
			    (uint8_t)work_given(x->work, r->p->rules, n);
	}
}

static void
raise(struct reader *r, const struct trial *t)
{
	for (size_t i = 0; i < t->c.at.n; i++) {
		const struct reading *x = &t->c.at.at[i];
		const struct name *n = person_of(x, t->person);
		if (n && t->before[i] < t->level)
			work_raise(r->p->a, x->work, r->p->rules, n, t->level);
	}
}

static void
take_back(struct reader *r, const struct trial *t)
{
	for (size_t i = 0; i < t->c.at.n; i++) {
		const struct reading *x = &t->c.at.at[i];
		const struct name *n = person_of(x, t->person);
		if (n)
			work_raise(r->p->a, x->work, r->p->rules, n,
			    (enum given)t->before[i]);
	}
}

/* The next step for a class that is still alike at t->person, t->level. */
static struct trial
next_step(const struct reader *r, const struct trial *t)
{
	struct trial n = *t;

	n.level = t->level + 1;
	if (n.level > most(r)) {
		n.level = GIVEN_INITIALS;
		n.person++;
		n.before = NULL;
	}
	return n;
}

/* One step: what is parted is looked at again from the same person on. */
static void
try_given(struct reader *r, struct trial t, struct trials *todo)
{
	if (!t.before)
		remember(r, &t);
	raise(r, &t);
	struct alikes parts = alike_split(r, &t.c);
	struct trial next = next_step(r, &t);
	if (parts.at.n == 1) {
		if (next.person > t.person)
			take_back(r, &t);
		array_push(r->a, &todo->at, next);
		return;
	}
	for (size_t i = 0; i < parts.at.n; i++) {
		next.c = parts.at.at[i];
		next.before = NULL;
		if (next.c.at.n > 1)
			array_push(r->a, &todo->at, next);
	}
}

struct alikes
expand_given(struct reader *r, const struct alike *c)
{
	struct trials todo = {0};
	struct alikes left = {0};
	struct trial t = {.c = *c, .level = GIVEN_INITIALS};

	array_push(r->a, &todo.at, t);
	while (todo.at.n) {
		t = todo.at.at[--todo.at.n];
		size_t n = most_people(&t.c);
		while (t.person < n && !differ(&t.c, t.person)) {
			t.person++;
			t.level = GIVEN_INITIALS;
			t.before = NULL;
		}
		if (t.person < n)
			try_given(r, t, &todo);
		else
			array_push(r->a, &left.at, t.c);
	}
	return left;
}

/* The variable whose names a cite shows first; NULL: none. */
static const struct name_list *
list_of(const struct reader *r, const struct reading *x)
{
	const struct name *n = person_of(x, 0);

	for (size_t var = 0; n && var < r->p->rules->var_names.n; var++) {
		const struct name_list *l = x->work->names[var];
		if (l && n >= l->at && n < l->at + l->n)
			return l;
	}
	return NULL;
}

/* How many of its first list a cite shows. */
static size_t
shown(const struct reading *x, const struct name_list *l)
{
	size_t n = 0;

	for (size_t i = 0; i < x->people.n; i++)
		n += x->people.at[i] >= l->at && x->people.at[i] < l->at + l->n;
	return n;
}

/* The least number of names, above `from`, at which works of the class can
 * part: where their lists differ, or one ends; 0: nowhere. */
static size_t
next_number(const struct reader *r, const struct alike *c, size_t from)
{
	const struct name_list *first = list_of(r, &c->at.at[0]);

	for (size_t k = from; first && k < first->n; k++)
		for (size_t i = 1; i < c->at.n; i++) {
			const struct name_list *l = list_of(r, &c->at.at[i]);
			if (!l || l->n == k
			    || (l->n > k && k + 1 == first->n
				&& l->n > first->n))
				return k + 1;
			if (l->n > k && !same_person(&l->at[k], &first->at[k]))
				return k + 1;
		}
	return 0;
}

static void
show(const struct alike *c, size_t names)
{
	for (size_t i = 0; i < c->at.n; i++)
		c->at.at[i].work->more_names = names;
}

/* A class at work: names shown beyond et al. that have parted something, and
 * the number reached since. */
struct hidden {
	struct alike c;
	size_t good, reached;
};

struct all_hidden {
	ARRAY(struct hidden) at;
};

/* Shows so many names of the class; the classes left, expanded if `given`. */
static struct alikes
show_and_expand(struct reader *r, struct hidden *h, bool given)
{
	struct alikes left = {0}, parts;

	show(&h->c, h->reached);
	parts = alike_split(r, &h->c);
	for (size_t i = 0; i < parts.at.n; i++) {
		struct alike *c = &parts.at.at[i];
		if (c->at.n < 2)
			continue;
		if (!given) {
			array_push(r->a, &left.at, *c);
			continue;
		}
		struct alikes more = expand_given(r, c);
		for (size_t k = 0; k < more.at.n; k++)
			array_push(r->a, &left.at, more.at.at[k]);
	}
	return left;
}

struct alikes
expand_names(struct reader *r, const struct alike *c, bool given)
{
	struct all_hidden todo = {0};
	struct alikes left = {0};
	const struct name_list *l = list_of(r, &c->at.at[0]);
	struct hidden h = {.c = *c, .good = c->at.at[0].work->more_names};

	h.reached = l ? shown(&c->at.at[0], l) : 0;
	array_push(r->a, &todo.at, h);
	while (todo.at.n) {
		h = todo.at.at[--todo.at.n];
		h.reached = next_number(r, &h.c, h.reached);
		if (!h.reached) {
			show(&h.c, h.good);
			array_push(r->a, &left.at, h.c);
			continue;
		}
		struct alikes parts = show_and_expand(r, &h, given);
		bool whole = parts.at.n == 1 && parts.at.at[0].at.n == h.c.at.n;
		if (!whole)
			h.good = h.reached;
		for (size_t i = 0; i < parts.at.n; i++) {
			h.c = parts.at.at[i];
			array_push(r->a, &todo.at, h);
		}
	}
	return left;
}
