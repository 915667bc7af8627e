/*
 * The specification lets "ibid" refer to the one cite of the citation before,
 * wherever that stands (IBID_LOOSE).  We ask more, as lawyers do: it has to
 * stand in this note or the one right before, hand-written ones counted, and a
 * note before may hold no other cite and no words that may name a source, or
 * nobody could tell which of them is meant.
 */
#include "cite/position.h"

/* Whether the cite before this one is one that "ibid" may point to. */
static bool
follows(enum ibid_policy policy, const struct trail *t, const struct cluster *k,
    size_t i)
{
	if (i > 0)
		return policy != IBID_OFF;
	if (t->in_citation != 1 || policy == IBID_OFF)
		return false;
	if (!k->note || t->note == k->note || policy == IBID_LOOSE)
		return true;
	return t->note + 1 == k->note && t->in_note == 1 && !t->mixed;
}

/* CSL 1.0.2, "Choose", position: a locator that vanishes is no ibid. */
static enum position
position_of(const struct process *p, const struct cluster *k, size_t i)
{
	const struct trail *t = &p->trail[k->note > 0];
	const struct cite_words *c = &k->cites[i];
	bool cited = p->rules->style->note && k->note ? c->work->first_note > 0
						      : c->work->cited;

	if (!cited)
		return POSITION_FIRST;
	if (t->work != c->work || !follows(p->ibid, t, k, i))
		return POSITION_SUBSEQUENT;
	if (text_eq(c->locator, t->locator) && text_eq(c->rest, t->rest)
	    && (!c->locator.n || text_eq(c->label, t->label)))
		return POSITION_IBID;
	return c->locator.n ? POSITION_IBID_LOCATOR : POSITION_SUBSEQUENT;
}

void
position_place(struct process *p, const struct cluster *k, size_t i)
{
	struct trail *t = &p->trail[k->note > 0];
	struct cite_words *c = &k->cites[i];
	struct work *w = c->work;

	if (!c->forced) {
		c->position = position_of(p, k, i);
		c->near_note = k->note && w->last_note
		    && k->note >= w->last_note
		    && k->note - w->last_note
			<= (unsigned)p->rules->citation.near_distance;
	}
	if (!w->first_note && k->note) {
		w->first_note = k->note;
		w->first_label = k->note_label;
	}
	w->cited = true;
	if (k->note)
		w->last_note = k->note;
	t->in_note = t->work && t->note == k->note ? t->in_note + 1 : 1;
	t->in_citation = k->n;
	t->mixed = k->mixed;
	t->note = k->note;
	t->work = w;
	t->locator = c->locator;
	t->label = c->label;
	t->rest = c->rest;
}
