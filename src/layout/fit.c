/*
 * fit.c - where the lines of a paragraph end
 *
 * Knuth and Plass, "Breaking paragraphs into lines" (1981); The TeXbook,
 * chapter 14: of all ways to break, the one with the least sum of demerits,
 * by dynamic programming over active breaks, one for each class of fitness.
 * The caller tries harder and harder: without hyphens, with a strict tolerance,
 * with a loose one, and with lines that also stretch by an emergency amount.
 * Then a line is overfull only where nothing in it may be broken.  Integers
 * throughout.
 */
#include "layout/set.h"

enum {
	LINE_PENALTY = 10,
	ADJACENT = 10000,      /* demerits: a tight line by a loose one */
	DOUBLE_HYPHEN = 10000, /* two hyphens above one another */
	FINAL_HYPHEN = 5000,   /* in the last line but one */
	SHORT_LAST = 8000,     /* a last line shorter than the indent is */
	BAD = 10000,           /* as bad as it gets */
	OVERFULL = 1000000000,
	FITNESS = 4 /* tight, decent, loose, very loose */
};

struct brk {
	size_t at;                      /* the token at which a line ends */
	size_t from;                    /* the first token of the next line */
	int64_t width, stretch, shrink; /* sums up to `from` */
	int64_t demerits;
	unsigned fitness;
	bool hyphen, over; /* over: the line that ends here is overfull */
	const struct brk *back;
	struct brk *next; /* in the list of active ones */
};

struct fitter {
	struct arena *a;
	const struct tokens *t;
	mpt measure, first;
	bool ragged, hyphens;
	int tolerance;
	mpt emergency;
	bool desperate; /* keep a break although it is overfull */
	struct brk *active;
	int64_t width, stretch, shrink; /* sums up to the current token */
};

/* 100 times the cube of the ratio, TeX's badness; BAD when over. */
static int
badness(int64_t need, int64_t have)
{
	if (need == 0)
		return 0;
	if (have <= 0)
		return BAD;
	int64_t r = need * 297 / have; /* 297^3 is about 100 * 2^18 */
	if (r > 1290)
		return BAD;
	int64_t b = (r * r * r + (1 << 17)) >> 18;
	return b < BAD ? (int)b : BAD;
}

/* Past glue, and penalties that are not forced (The TeXbook, page 95). */
size_t
line_start(const struct tokens *t, size_t at)
{
	if (t->t.at[at].kind != TOKEN_GLUE)
		at++;
	while (at < t->t.n
	    && (t->t.at[at].kind == TOKEN_GLUE
		|| (t->t.at[at].kind == TOKEN_PENALTY
		    && t->t.at[at].penalty > PENALTY_FORCE)))
		at++;
	return at;
}

struct shape_of {
	int badness;
	unsigned fitness;
	bool over; /* too wide for any shrinking */
};

/* How the line from `n` to the current token would look. */
static struct shape_of
judge(const struct fitter *f, const struct brk *n, const struct token *end)
{
	int64_t natural = f->width - n->width;
	int64_t stretch = f->stretch - n->stretch;
	int64_t shrink = f->shrink - n->shrink;
	bool last = end->kind == TOKEN_END
	    || (end->kind == TOKEN_PENALTY && end->penalty == PENALTY_FORCE);

	if (end->kind == TOKEN_PENALTY)
		natural += end->width;
	if (!n->back)
		natural += f->first;
	int64_t room = f->measure - natural;
	if (room < 0) {
		int b = -room > shrink ? BAD : badness(-room, shrink);
		return (struct shape_of){b, b > 12 ? 0 : 1, -room > shrink};
	}
	if (last)
		return (struct shape_of){0, 1, false};
	if (f->ragged)
		stretch += f->measure / 6;
	int b = badness(room, stretch + f->emergency);
	return (struct shape_of){b, b <= 12 ? 1 : b <= 99 ? 2 : 3, false};
}

static int64_t
demerits(const struct fitter *f, const struct brk *n, const struct token *end,
    struct shape_of v)
{
	int64_t d = LINE_PENALTY + v.badness;
	bool last = end->kind == TOKEN_END;

	d *= d;
	if (end->kind == TOKEN_PENALTY && end->penalty > 0)
		d += (int64_t)end->penalty * end->penalty;
	if (end->hyphen && n->hyphen)
		d += DOUBLE_HYPHEN;
	if (last && n->hyphen)
		d += FINAL_HYPHEN;
	if (last && n->back && f->width - n->width < f->measure / 12)
		d += SHORT_LAST;
	if (v.fitness > n->fitness + 1 || n->fitness > v.fitness + 1)
		d += ADJACENT;
	return n->demerits + d;
}

/* The sums at the first token of the line that begins after `at`. */
static void
sums_after(const struct fitter *f, size_t at, struct brk *n)
{
	n->at = at;
	n->from = line_start(f->t, at);
	n->width = f->width;
	n->stretch = f->stretch;
	n->shrink = f->shrink;
	for (size_t i = at; i < n->from && i < f->t->t.n; i++) {
		const struct token *k = &f->t->t.at[i];
		if (k->kind != TOKEN_GLUE)
			continue;
		n->width += k->width;
		n->stretch += k->stretch;
		n->shrink += k->shrink;
	}
}

struct best {
	int64_t demerits;
	const struct brk *back;
	bool over;
};

static void
make_active(struct fitter *f, size_t at, const struct best best[FITNESS],
    struct brk ***tail)
{
	for (unsigned i = 0; i < FITNESS; i++) {
		if (!best[i].back)
			continue;
		struct brk *n = arena_make(f->a, struct brk);
		sums_after(f, at, n);
		n->demerits = best[i].demerits;
		n->fitness = i;
		n->hyphen = f->t->t.at[at].hyphen;
		n->back = best[i].back;
		n->over = best[i].over;
		**tail = n;
		*tail = &n->next;
	}
}

/*
 * A line may end at this token: try it from every active break.  Breaks from
 * which the line is already too wide are dropped; when none would be left, the
 * last of them is kept, overfull, if the fitter is desperate.
 */
static void
try_break(struct fitter *f, size_t at)
{
	const struct token *end = &f->t->t.at[at];
	struct best best[FITNESS] = {{0, NULL, false}};
	bool forced = end->kind == TOKEN_END
	    || (end->kind == TOKEN_PENALTY && end->penalty == PENALTY_FORCE);
	struct brk *kept = NULL, **keep = &kept, *next, *wide = NULL;

	for (struct brk *n = f->active; n; n = next) {
		next = n->next;
		if (at < n->from) { /* in what that line has dropped */
			*keep = n;
			keep = &n->next;
			continue;
		}
		struct shape_of v = judge(f, n, end);
		if (!v.over && v.badness <= f->tolerance) {
			int64_t d = demerits(f, n, end, v);
			struct best *b = &best[v.fitness];
			if (!b->back || d < b->demerits)
				*b = (struct best){d, n, false};
		}
		if (v.over)
			wide = n;
		if (v.over || forced)
			continue;
		*keep = n;
		keep = &n->next;
	}
	bool any = best[0].back || best[1].back || best[2].back || best[3].back;
	if (!any && !kept && wide && f->desperate)
		best[0] = (struct best){wide->demerits + OVERFULL, wide, true};
	make_active(f, at, best, &keep);
	*keep = NULL;
	f->active = kept;
}

static bool
legal(const struct fitter *f, size_t i)
{
	const struct tokens *t = f->t;
	const struct token *k = &t->t.at[i];

	if (k->kind == TOKEN_PENALTY)
		return k->penalty < PENALTY_NEVER && (f->hyphens || !k->hyphen);
	if (k->kind == TOKEN_END)
		return true;
	if (k->kind != TOKEN_GLUE || i == 0)
		return false;
	return t->t.at[i - 1].kind == TOKEN_BOX;
}

static const struct brk *
pass(struct fitter *f)
{
	struct brk *start = arena_make(f->a, struct brk);

	start->fitness = 1;
	f->active = start;
	f->width = f->stretch = f->shrink = 0;
	for (size_t i = 0; i < f->t->t.n && f->active; i++) {
		const struct token *k = &f->t->t.at[i];
		if (legal(f, i))
			try_break(f, i);
		if (k->kind == TOKEN_BOX || k->kind == TOKEN_GLUE) {
			f->width += k->width;
			f->stretch += k->stretch;
			f->shrink += k->shrink;
		}
	}
	const struct brk *best = NULL;
	for (const struct brk *n = f->active; n; n = n->next)
		if (!best || n->demerits < best->demerits)
			best = n;
	return best;
}

static void
collect(struct arena *a, const struct brk *best, struct ends *out)
{
	for (const struct brk *n = best; n && n->back; n = n->back) {
		array_push(a, &out->at, n->at);
		if (n->over)
			out->overfull = n->back->from;
	}
	for (size_t i = 0; i < out->at.n / 2; i++) {
		size_t other = out->at.n - 1 - i, x = out->at.at[i];
		out->at.at[i] = out->at.at[other];
		out->at.at[other] = x;
	}
}

struct ends
total_fit(struct arena *a, const struct tokens *t, const struct measure *m,
    enum effort effort)
{
	static const int tolerance[] = {100, 200, 1600, BAD};
	struct fitter f = {.a = a,
	    .t = t,
	    .measure = m->width,
	    .first = m->first,
	    .hyphens = effort != EFFORT_PLAIN,
	    .tolerance = tolerance[effort],
	    .desperate = effort == EFFORT_ANY};
	struct ends out = {{0}, 0, SIZE_MAX};

	f.ragged = (m->flags | m->type->flags) & (TYPE_RAGGED | TYPE_CENTRED);
	if (effort == EFFORT_ANY)
		f.emergency = m->width / 16;
	const struct brk *best = pass(&f);
	collect(a, best, &out);
	out.demerits = best ? best->demerits : 0;
	return out;
}
