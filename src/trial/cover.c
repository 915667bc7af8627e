#include "trial/cover.h"

/* Sets of more factors are not paired: they are whole reports, in which most
 * facts have nothing to do with one another. */
enum { COVER_SET = 24 };

/* Values of two factors that are to meet; of one, if x is y. */
struct pair {
	size_t x, y;
	unsigned vx, vy;
	bool done;
};

struct coverer {
	struct arena *a;
	const struct plan *p;
	ARRAY(struct pair) pairs;
	size_t *first; /* by factor: its pairs in `of` */
	ARRAY(size_t) * of;
	unsigned *set; /* of the row being made; UNSET */
	size_t left;
};

#define UNSET (~0u)

static bool
is_there(const struct choice *c)
{
	return !choice_absent(c) && !(text_is(c->yaml, "[]") && !c->count)
	    && !text_starts(c->yaml, TEXT("!")) && !text_is(c->yaml, "null");
}

bool
row_has(const struct plan *p, const struct row *r, size_t factor)
{
	size_t up = p->factors.at[factor].parent;

	for (; up != NO_FACTOR; up = p->factors.at[up].parent)
		if (!is_there(&p->factors.at[up].choices.at[r->at[up]]))
			return false;
	return true;
}

/* A value of a thing that is not there is no value. */
static bool
is_moot(const struct coverer *c, size_t above, unsigned value, size_t below)
{
	const struct plan *p = c->p;
	size_t up = p->factors.at[below].parent;

	for (; up != NO_FACTOR; up = p->factors.at[up].parent)
		if (up == above)
			return !is_there(
			    &p->factors.at[above].choices.at[value]);
	return false;
}

static void
want(struct coverer *c, struct pair p)
{
	if (is_moot(c, p.x, p.vx, p.y) || is_moot(c, p.y, p.vy, p.x))
		return;
	array_push(c->a, &c->pairs, p);
	c->left++;
}

static void
want_both(struct coverer *c, size_t x, size_t y)
{
	const struct factor *fx = &c->p->factors.at[x];
	const struct factor *fy = &c->p->factors.at[y];

	for (unsigned i = 0; i < fx->choices.n; i++)
		for (unsigned k = 0; k < fy->choices.n; k++)
			want(c, (struct pair){x, y, i, k, false});
}

static void
want_singles(struct coverer *c)
{
	for (size_t i = 0; i < c->p->factors.n; i++)
		for (unsigned k = 0; k < c->p->factors.at[i].choices.n; k++)
			want(c, (struct pair){i, i, k, k, false});
}

static void
want_pairs(struct coverer *c)
{
	size_t n = c->p->factors.n;
	bool *seen = arena_alloc(c->a, n * n + 1);

	for (size_t i = 0; i < c->p->asks->spots.n; i++) {
		const struct ask_spot *s = &c->p->asks->spots.at[i];
		struct factor_set set = {{0}};
		for (size_t k = 0; k < s->asks.n; k++)
			plan_factors(c->p, s->asks.at[k], &set);
		for (size_t x = 0; set.at.n <= COVER_SET && x < set.at.n; x++) {
			for (size_t y = x + 1; y < set.at.n; y++) {
				size_t low = set.at.at[x], high = set.at.at[y];
				if (low > high) {
					low = set.at.at[y];
					high = set.at.at[x];
				}
				if (!seen[low * n + high])
					want_both(c, low, high);
				seen[low * n + high] = true;
			}
		}
	}
}

static void
index_pairs(struct coverer *c)
{
	c->of = arena_alloc(c->a, (c->p->factors.n + 1) * sizeof(*c->of));
	for (size_t i = 0; i < c->pairs.n; i++) {
		const struct pair *p = &c->pairs.at[i];
		array_push(c->a, &c->of[p->x], i);
		if (p->x != p->y)
			array_push(c->a, &c->of[p->y], i);
	}
}

/* Fix a value, and make its fact be there. */
static void
fix(struct coverer *c, size_t factor, unsigned value)
{
	size_t up = c->p->factors.at[factor].parent;

	c->set[factor] = value;
	for (; up != NO_FACTOR; up = c->p->factors.at[up].parent)
		if (c->set[up] == UNSET)
			c->set[up] = 0; /* the base is there */
}

/* How many wanted pairs the value would settle with what is fixed. */
static size_t
gain(const struct coverer *c, size_t factor, unsigned value)
{
	size_t n = 0;

	for (size_t i = 0; i < c->of[factor].n; i++) {
		const struct pair *p = &c->pairs.at[c->of[factor].at[i]];
		size_t other = p->x == factor ? p->y : p->x;
		unsigned mine = p->x == factor ? p->vx : p->vy;
		unsigned its = p->x == factor ? p->vy : p->vx;
		if (!p->done && mine == value
		    && (other == factor || c->set[other] == its))
			n++;
	}
	return n;
}

static void
fill(struct coverer *c)
{
	for (size_t i = 0; i < c->p->factors.n; i++) {
		size_t best = 0, most = 0;
		if (c->set[i] != UNSET)
			continue;
		for (unsigned k = 0; k < c->p->factors.at[i].choices.n; k++) {
			size_t n = gain(c, i, k);
			if (n > most) {
				most = n;
				best = k;
			}
		}
		c->set[i] = (unsigned)best;
	}
}

static void
settle(struct coverer *c, const struct row *r)
{
	for (size_t i = 0; i < c->pairs.n; i++) {
		struct pair *p = &c->pairs.at[i];
		if (p->done || r->at[p->x] != p->vx || r->at[p->y] != p->vy
		    || !row_has(c->p, r, p->x) || !row_has(c->p, r, p->y))
			continue;
		p->done = true;
		c->left--;
	}
}

static void
add_row(struct coverer *c, struct cover *out)
{
	struct row r = {c->set};

	array_push(c->a, &out->rows, r);
	settle(c, &r);
}

static void
start(struct coverer *c)
{
	c->set = arena_alloc(c->a, (c->p->factors.n + 1) * sizeof(unsigned));
	for (size_t i = 0; i < c->p->factors.n; i++)
		c->set[i] = UNSET;
}

struct cover
cover_of(struct arena *a, const struct plan *p, size_t limit)
{
	struct coverer c = {.a = a, .p = p};
	struct cover out = {.cut = false};

	want_singles(&c);
	want_pairs(&c);
	index_pairs(&c);
	c.set = arena_alloc(a, (p->factors.n + 1) * sizeof(unsigned));
	add_row(&c, &out);
	for (size_t i = 0; i < c.pairs.n && !out.cut; i++) {
		struct pair *wanted = &c.pairs.at[i];
		if (wanted->done)
			continue;
		out.cut = out.rows.n >= limit;
		if (out.cut)
			break;
		start(&c);
		fix(&c, wanted->x, wanted->vx);
		fix(&c, wanted->y, wanted->vy);
		fill(&c);
		add_row(&c, &out);
		wanted->done = true; /* what cannot be had is not asked twice */
	}
	return out;
}
