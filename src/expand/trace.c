#include "expand/marker.h"

/* The first stretch that has to do with the byte `off`: those without length
 * come before the one that begins there. */
static size_t
first_at(const struct flow *f, size_t off)
{
	size_t lo = 0, hi = f->map.n;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;
		if (f->map.at[mid].off < off)
			lo = mid + 1;
		else
			hi = mid;
	}
	/* Or the one before, which may reach beyond it. */
	if (lo && (lo == f->map.n || f->map.at[lo].off > off))
		lo--;
	return lo;
}

static void
reach(struct trace *t, const struct flow *f, const struct stretch *s,
    size_t end)
{
	const struct source *src = t->last.src;

	if (src && src != s->pos.src)
		return;
	if (s->piece) {
		t->last = s->pos;
		return;
	}
	while (end > s->off && f->text.s[end - 1] == '\n')
		end--;
	if (end > s->off)
		t->last = pos_sub(s->pos, end - 1 - s->off, 1);
}

/* A condition at the ends, of which nothing would have joined the words. */
static bool
outside(const struct stretch *k, size_t lo, size_t hi, bool ends)
{
	if (k->off != lo && k->off != hi)
		return false;
	return !ends || k->of->apart || (k->off == lo && k->of->closed);
}

const struct trace *
trace_of(struct marker *m, const struct slice *s, size_t from, size_t to,
    bool ends)
{
	const struct flow *f = m->flow;
	struct trace *t = arena_make(m->a, struct trace);
	size_t lo = slice_flow(s, from);
	size_t hi = to > from ? slice_flow(s, to - 1) + 1 : lo;

	for (size_t i = first_at(f, lo); i < f->map.n; i++) {
		const struct stretch *k = &f->map.at[i];
		size_t end = i + 1 < f->map.n ? k[1].off : f->text.n;
		if (k->off > hi || (k->off == hi && end > k->off))
			break;
		if (end > k->off && end <= lo)
			continue;
		if (end == k->off && outside(k, lo, hi, ends))
			continue;
		t->words = reads_join(m->a, t->words, k->of->reads);
		t->control = reads_join(m->a, t->control, k->of->control);
		if (end > k->off)
			reach(t, f, k, end < hi ? end : hi);
	}
	if (m->o->prose)
		t->place = m->o->place;
	return t;
}
