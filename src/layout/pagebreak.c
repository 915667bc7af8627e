/*
 * pagebreak.c - the cheapest way to cut a vertical list into pages
 *
 * TeX breaks pages one at a time, as lines once were broken; a page that is a
 * little short now may save a bad break on the next.  The list of a whole
 * report is only a few thousand boxes, so we do for pages what Knuth and Plass
 * (1981) do for lines: for every box, the cheapest way to begin a page there.
 * A page holds at most some sixty boxes, so this is linear in the report.
 *
 * Nothing is impossible, only dear: a break at a forbidden place, or a page
 * that holds one box higher than itself, costs more than all else together.
 * So every list has a solution, and one search finds it.
 *
 * Where notes are split, how many of their lines are carried over belongs to
 * the state of the search.  Keeping one state for each box, the best one, is
 * not exact then; but a split costs more than any short page, so the states
 * that we drop hardly ever matter.
 */
#include "layout/pagebreak.h"

#define COST_PAGE 100000         /* each page: fewer pages are better */
#define COST_SPLIT 2000000       /* a note goes on overleaf */
#define COST_CARRIED 50000       /* each of its lines that does */
#define COST_OVERFULL 1000000000 /* the page's only box does not fit */
#define COST_STUB 400000         /* a part ends in next to nothing */
#define STUB 90                  /* thousandths of a page that are so little */

/* Sums from the start of the list, to get any stretch by one subtraction. */
struct sums {
	const struct vlist *v;
	int64_t *box, *note;
};

struct state {
	int64_t cost;   /* of all pages before; INT64_MAX: not reached */
	size_t from;    /* where the page before begins */
	size_t note_to; /* how far the notes have got */
	bool split, overfull;
};

/* A page being weighed. */
struct trial {
	size_t from, to, note_from, note_to;
	bool split, overfull;
};

static struct sums
sums_of(struct arena *a, const struct vlist *v)
{
	struct sums s = {.v = v};

	s.box = arena_alloc(a, (v->n + 1) * sizeof(*s.box));
	s.note = arena_alloc(a, (v->nnotes + 1) * sizeof(*s.note));
	for (size_t i = 0; i < v->n; i++)
		s.box[i + 1] = s.box[i] + v->box[i].skip + v->box[i].height;
	for (size_t i = 0; i < v->nnotes; i++)
		s.note[i + 1] = s.note[i] + v->note[i].skip + v->note[i].height;
	return s;
}

static int64_t
boxes_height(const struct sums *s, size_t from, size_t to)
{
	const struct vbox *first = &s->v->box[from];

	return s->box[to] - s->box[from] - first->skip + first->above;
}

static int64_t
notes_height(const struct sums *s, size_t from, size_t to)
{
	if (from >= to)
		return 0;
	return s->v->note_gap + s->note[to] - s->note[from]
	    - s->v->note[from].skip;
}

/* The end of the last note that these boxes call. */
static size_t
notes_end(const struct sums *s, size_t to, size_t note_from)
{
	size_t end = to ? s->v->box[to - 1].notes : 0;

	return end > note_from ? end : note_from;
}

/* How many lines of notes fit into `room`; `end` at most. */
static size_t
notes_fit(const struct sums *s, size_t from, size_t end, int64_t room)
{
	size_t k = from;

	while (k < end && notes_height(s, from, k + 1) <= room)
		k++;
	return k;
}

/* Every note begins on the page of its mark, with two lines if it has them. */
static bool
split_is_good(const struct sums *s, const struct trial *t, size_t end)
{
	size_t begin = end;

	while (begin > t->note_from && !s->v->note[begin - 1].first)
		begin--;
	if (begin == t->note_from) /* what was carried over goes on */
		return t->note_to > t->note_from;
	begin--;
	return t->note_to >= begin + 2 || t->note_to == end;
}

static bool
forced(const struct vlist *v, size_t at)
{
	return at == v->n || v->box[at].penalty == PENALTY_FORCE;
}

/* A page that is short by r thousandths costs r squared: nobody sees a line,
 * and everybody half a page.  The end of a part is as long as it is, but for a
 * last page that holds next to nothing. */
static int64_t
shortfall(const struct vlist *v, const struct trial *t, int64_t left)
{
	mpt room = v->room[v->box[t->from].paper];
	int64_t r = left > 0 && room > 0 ? left * 1000 / room : 0;

	if (!forced(v, t->to) || t->split)
		return r * r;
	return r > 1000 - STUB ? COST_STUB : 0;
}

/* Fills in t->note_to and what is wrong; false: cannot be set so. */
static bool
weigh(const struct sums *s, struct trial *t, int64_t *cost)
{
	const struct vlist *v = s->v;
	int64_t room = v->room[v->box[t->from].paper];
	int64_t left = room - boxes_height(s, t->from, t->to);
	size_t end = notes_end(s, t->to, t->note_from);
	bool only = t->to == t->from + 1;

	*cost = COST_PAGE;
	t->note_to = notes_fit(s, t->note_from, end, left);
	if (t->note_to + 1 == end && t->note_to > t->note_from + 2)
		t->note_to--; /* not one line alone overleaf */
	t->split = t->note_to < end;
	t->overfull = left < 0;
	if ((t->overfull || (t->split && !split_is_good(s, t, end))) && !only)
		return false;
	left -= notes_height(s, t->note_from, t->note_to);
	if (t->overfull)
		*cost += COST_OVERFULL;
	if (t->split)
		*cost +=
		    COST_SPLIT + COST_CARRIED * (int64_t)(end - t->note_to);
	*cost += shortfall(v, t, left);
	if (!forced(v, t->to))
		*cost += v->box[t->to].penalty;
	return true;
}

/* All pages that can begin at `from`. */
static void
extend(const struct sums *s, struct state *at, size_t from)
{
	const struct vlist *v = s->v;
	int64_t room = v->room[v->box[from].paper];
	int64_t cost;

	for (size_t to = from + 1; to <= v->n; to++) {
		struct trial t = {from, to, at[from].note_to, 0, 0, 0};
		bool fits = boxes_height(s, from, to) <= room;
		if (!fits && to > from + 1)
			return;
		if (weigh(s, &t, &cost) && at[from].cost + cost < at[to].cost)
			at[to] = (struct state){at[from].cost + cost, from,
			    t.note_to, t.split, t.overfull};
		if (to < v->n
		    && (forced(v, to)
			|| v->box[to].paper != v->box[from].paper))
			return;
	}
}

/* What is left of the notes goes on pages of its own, a line at least each. */
static void
push_rest(struct arena *a, const struct sums *s, struct vpages *out)
{
	const struct vlist *v = s->v;
	size_t at = out->page.n ? out->page.at[out->page.n - 1].note_to : 0;

	while (at < v->nnotes) {
		size_t to = notes_fit(s, at, v->nnotes, v->room[0]);
		struct vpage p = {v->n, v->n, at, to, 0, 0, 0};
		if (to == at)
			p.note_to = at + 1, p.overfull = true;
		p.split = p.note_to < v->nnotes;
		array_push(a, &out->page, p);
		at = p.note_to;
	}
}

static void
push_pages(struct arena *a, const struct sums *s, const struct state *at,
    struct vpages *out)
{
	const struct vlist *v = s->v;
	size_t n = 0, *ends = arena_alloc(a, (v->n + 1) * sizeof(*ends));

	for (size_t to = v->n; to > 0; to = at[to].from)
		ends[n++] = to;
	while (n > 0) {
		size_t to = ends[--n];
		const struct state *st = &at[to];
		struct vpage p = {st->from, to, at[st->from].note_to,
		    st->note_to, st->split, st->overfull, false};
		p.forbidden = to < v->n && v->box[to].penalty >= PENALTY_KEEP;
		array_push(a, &out->page, p);
	}
}

int64_t
pagebreak_cost(const struct vlist *v, size_t from, size_t to, size_t note_from,
    size_t *note_to)
{
	struct arena *scratch = arena_new();
	struct sums s = sums_of(scratch, v);
	struct trial t = {from, to, note_from, 0, 0, 0};
	int64_t cost = 0;
	bool ok = weigh(&s, &t, &cost);

	for (size_t i = from + 1; i < to; i++)
		if (forced(v, i) || v->box[i].paper != v->box[from].paper)
			ok = false;
	*note_to = t.note_to;
	arena_free(scratch);
	return ok ? cost : INT64_MAX;
}

struct vpages
pagebreak(struct arena *a, const struct vlist *v)
{
	struct arena *scratch = arena_new();
	struct sums s = sums_of(scratch, v);
	struct state *at = arena_alloc(scratch, (v->n + 1) * sizeof(*at));
	struct vpages out = {0};

	for (size_t i = 1; i <= v->n; i++)
		at[i].cost = INT64_MAX;
	for (size_t i = 0; i < v->n; i++)
		if (at[i].cost != INT64_MAX)
			extend(&s, at, i);
	push_pages(a, &s, at, &out);
	out.cost = at[v->n].cost;
	push_rest(a, &s, &out);
	arena_free(scratch);
	return out;
}
