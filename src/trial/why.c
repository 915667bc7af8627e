#include "trial/why.h"

#include "trial/facts.h"

enum { WHY_TRIPLES = 24, WHY_ROWS = 4 };

struct asker {
	struct arena *a;
	const struct trial *t;
	const int *classes;
};

/* Which choice a variant has. */
static unsigned
value(const struct trial *t, size_t variant, size_t factor)
{
	return t->values[variant * t->plan->factors.n + factor];
}

static bool
alike(const struct trial *t, size_t x, size_t y, const struct factor_set *s)
{
	for (size_t i = 0; i < s->at.n; i++)
		if (value(t, x, s->at.at[i]) != value(t, y, s->at.at[i]))
			return false;
	return true;
}

/* How many pairs of variants of different classes the set cannot part. */
static size_t
clashes(const struct asker *k, const struct factor_set *s)
{
	size_t n = 0, rows = k->t->cover.rows.n;

	for (size_t x = 0; x < rows; x++) {
		if (k->classes[x] == WHY_NONE)
			continue;
		for (size_t y = x + 1; y < rows; y++)
			n += k->classes[y] != WHY_NONE
			    && k->classes[x] != k->classes[y]
			    && alike(k->t, x, y, s);
	}
	return n;
}

/* One factor more, the one that helps most; false: none does. */
static bool
extend(struct asker *k, struct factor_set *s, const struct factor_set *from)
{
	size_t best = NO_FACTOR, least = clashes(k, s);

	for (size_t i = 0; i < from->at.n; i++) {
		struct factor_set with = {{0}};
		for (size_t m = 0; m < s->at.n; m++)
			array_push(k->a, &with.at, s->at.at[m]);
		array_push(k->a, &with.at, from->at.at[i]);
		size_t n = clashes(k, &with);
		if (n < least) {
			least = n;
			best = from->at.at[i];
		}
	}
	if (best == NO_FACTOR)
		return false;
	array_push(k->a, &s->at, best);
	return true;
}

/* Two that only together tell everything. */
static bool
couple(struct asker *k, struct factor_set *s, const struct factor_set *from)
{
	for (size_t i = 0; i < from->at.n && i < WHY_TRIPLES; i++) {
		for (size_t m = i + 1; m < from->at.n && m < WHY_TRIPLES; m++) {
			struct factor_set two = {{0}};
			array_push(k->a, &two.at, from->at.at[i]);
			array_push(k->a, &two.at, from->at.at[m]);
			if (clashes(k, &two) == 0) {
				*s = two;
				return true;
			}
		}
	}
	return false;
}

/* What was helpful at first may be needless in the end. */
static struct factor_set
needed_only(struct asker *k, const struct factor_set *set)
{
	struct factor_set s = *set;
	size_t least = clashes(k, &s);

	for (size_t i = 0; i < s.at.n;) {
		struct factor_set less = {{0}};
		for (size_t m = 0; m < s.at.n; m++)
			if (m != i)
				array_push(k->a, &less.at, s.at.at[m]);
		if (clashes(k, &less) == least)
			s = less;
		else
			i++;
	}
	return s;
}

struct factor_set
why_of(struct arena *a, const struct trial *t, const int *classes,
    const bool *on)
{
	struct asker k = {a, t, classes};
	struct factor_set all = {{0}}, s = {{0}}, two = {{0}};

	for (size_t i = 0; i < t->plan->factors.n; i++)
		if (on[i] && t->plan->factors.at[i].choices.n > 1)
			array_push(a, &all.at, i);
	while (clashes(&k, &s) > 0 && extend(&k, &s, &all))
		continue;
	if (s.at.n > 2 && couple(&k, &two, &all))
		return two;
	return needed_only(&k, &s);
}

bool
why_tells(const struct trial *t, const int *classes,
    const struct factor_set *set)
{
	struct asker k = {NULL, t, classes};

	return clashes(&k, set) == 0;
}

static bool
seen_before(const struct trial *t, const int *classes, size_t x,
    const struct factor_set *s)
{
	for (size_t y = 0; y < x; y++)
		if (classes[y] == classes[x] && alike(t, x, y, s))
			return true;
	return false;
}

/* Does the set part the class from all others? */
static bool
parts(const struct trial *t, const int *classes, int wanted,
    const struct factor_set *s)
{
	for (size_t x = 0; x < t->cover.rows.n; x++)
		for (size_t y = 0; y < t->cover.rows.n; y++)
			if (classes[x] == wanted && classes[y] != wanted
			    && classes[y] != WHY_NONE && alike(t, x, y, s))
				return false;
	return true;
}

/* The class was seen with several of the factor's values. */
static bool
makes_no_odds(const struct trial *t, const int *classes, int wanted,
    size_t factor)
{
	unsigned first = 0;
	bool any = false;

	for (size_t x = 0; x < t->cover.rows.n; x++) {
		unsigned v = value(t, x, factor);
		if (classes[x] != wanted)
			continue;
		if (any && v != first)
			return true;
		first = v;
		any = true;
	}
	return first == TRIAL_NONE;
}

static struct factor_set
fewer(struct arena *a, const struct trial *t, const int *classes, int wanted,
    const struct factor_set *set)
{
	struct factor_set s = *set;

	for (size_t i = 0; i < s.at.n && s.at.n > 1;) {
		struct factor_set less = {{0}};
		for (size_t k = 0; k < s.at.n; k++)
			if (k != i)
				array_push(a, &less.at, s.at.at[k]);
		if (makes_no_odds(t, classes, wanted, s.at.at[i])
		    && parts(t, classes, wanted, &less))
			s = less;
		else
			i++;
	}
	return s;
}

/* The values of a factor in the variants of a class, in the order of its
 * choices; the last of all says whether its fact is missing somewhere. */
static bool *
values_of(struct arena *a, const struct trial *t, const int *classes,
    int wanted, size_t factor)
{
	size_t n = t->plan->factors.at[factor].choices.n;
	bool *has = arena_alloc(a, n + 1);

	for (size_t x = 0; x < t->cover.rows.n; x++) {
		unsigned v = value(t, x, factor);
		if (classes[x] == wanted)
			has[v == TRIAL_NONE ? n : v] = true;
	}
	return has;
}

/* "nationality: Atlantean or Utopian". */
static void
say_values(struct buf *b, const struct trial *t, size_t factor, const bool *has)
{
	const struct factor *f = &t->plan->factors.at[factor];
	const struct factor *up =
	    f->parent == NO_FACTOR ? f : &t->plan->factors.at[f->parent];
	size_t said = 0;

	if (b->n)
		buf_add(b, TEXT("; "));
	for (size_t i = 0; i < f->choices.n; i++) {
		if (!has[i])
			continue;
		if (said++)
			buf_add(b, TEXT(" or "));
		else
			buf_fmt(b, "%.*s: ", TEXT_ARG(f->path));
		buf_add(b, f->choices.at[i].label);
	}
	if (has[f->choices.n])
		buf_fmt(b, "%sno %.*s", said ? ", or " : "",
		    TEXT_ARG(up->path));
}

/* Is every combination of the class's values one of the class?  Then they can
 * be said factor by factor. */
static bool
is_product(struct arena *a, const struct trial *t, const int *classes,
    int wanted, const struct factor_set *s)
{
	size_t rows = 0, product = 1;

	for (size_t x = 0; x < t->cover.rows.n; x++)
		rows += classes[x] == wanted && !seen_before(t, classes, x, s);
	for (size_t i = 0; i < s->at.n; i++) {
		size_t n = 0,
		       choices = t->plan->factors.at[s->at.at[i]].choices.n;
		const bool *has = values_of(a, t, classes, wanted, s->at.at[i]);
		for (size_t k = 0; k <= choices; k++)
			n += has[k];
		product *= n;
	}
	return product == rows;
}

struct text
why_words(struct arena *a, const struct trial *t, const int *classes,
    int wanted, const struct factor_set *set)
{
	struct factor_set s = fewer(a, t, classes, wanted, set);
	struct buf b = {.a = a};
	size_t n = 0;

	if (is_product(a, t, classes, wanted, &s)) {
		for (size_t i = 0; i < s.at.n; i++)
			say_values(&b, t, s.at.at[i],
			    values_of(a, t, classes, wanted, s.at.at[i]));
		return buf_text(&b);
	}
	for (size_t x = 0; x < t->cover.rows.n; x++) {
		if (classes[x] != wanted || seen_before(t, classes, x, &s))
			continue;
		if (++n > WHY_ROWS)
			continue;
		buf_add(&b, b.n ? TEXT(" | ") : TEXT(""));
		buf_add(&b, facts_label(a, t->plan, &t->cover.rows.at[x], &s));
	}
	if (n > WHY_ROWS)
		buf_fmt(&b, " | and %zu more", n - WHY_ROWS);
	return buf_text(&b);
}
