/*
 * Keys are made once for each work, then compared by the locale's collation.
 */
#include "cite/sort.h"
#include "cite/collate.h"
#include "cite/trigraph.h"

#include <stdlib.h>

struct sortable {
	struct work *work;
	struct cite_words *cite; /* of a citation, or NULL */
	const struct area *area;
	const struct collator *collator;
	struct text *keys;
	size_t serial;
};

static struct text
names_key(struct arena *a, const struct name_list *l)
{
	struct buf b = {.a = a};

	for (size_t i = 0; i < l->n; i++)
		buf_fmt(&b, "%.*s%.*s %.*s, ", TEXT_ARG(l->at[i].family),
		    TEXT_ARG(l->at[i].literal), TEXT_ARG(l->at[i].given));
	return buf_text(&b);
}

static struct text
sort_text(const struct process *p, const struct area *area, struct work *w,
    const struct sort_key *k)
{
	struct render r = process_render(p, area, w, NULL);

	r.sorting = true;
	r.key = &k->names;
	if (k->macro) {
		struct rule layout = {.kind = RULE_GROUP};
		layout.child = k->macro->child;
		return out_words(p->pass, render_layout(&r, &layout));
	}
	if (k->var < 0)
		return TEXT("");
	if (w->names[k->var])
		return names_key(p->pass, w->names[k->var]);
	if (w->dates[k->var])
		return date_key(p->pass, w->dates[k->var]);
	if (k->var == p->rules->citation_number)
		return text_fmt(p->pass, "%09u", w->citation_number);
	if (k->var == p->rules->citation_label)
		return trigraph_of(p->a, p->rules, w);
	return out_words(p->pass, out_rich(p->pass, w->var[k->var]));
}

/* CSL 1.0.2, "Sorting": empty values go last, whatever the direction. */
static int
compare(const void *x, const void *y)
{
	const struct sortable *a = x, *b = y;

	for (size_t i = 0; i < a->area->sort.n; i++) {
		struct text s = a->keys[i], t = b->keys[i];
		if (!s.n != !t.n)
			return s.n ? -1 : 1;
		int c = collator_cmp(a->collator, s, t);
		if (c)
			return a->area->sort.at[i].descending ? -c : c;
	}
	return a->serial < b->serial ? -1 : a->serial > b->serial;
}

/* Sorts `all`, whose works are filled in, by the keys of an area. */
static void
sort_all(struct process *p, const struct area *area, struct sortable *all,
    size_t n)
{
	struct collator *collator =
	    collator_open(p->pass, p->rules->style->lang);

	for (size_t i = 0; i < n; i++) {
		struct sortable *s = &all[i];
		s->area = area;
		s->collator = collator;
		s->serial = i;
		s->keys =
		    arena_alloc(p->pass, (area->sort.n + 1) * sizeof(*s->keys));
		for (size_t k = 0; k < area->sort.n; k++)
			s->keys[k] =
			    sort_text(p, area, s->work, &area->sort.at[k]);
	}
	if (n)
		qsort(all, n, sizeof(*all), compare);
	collator_close(collator);
}

void
sort_cites(struct process *p, struct cluster *k)
{
	const struct area *area = &p->rules->citation;
	struct sortable *all = arena_alloc(p->pass, (k->n + 1) * sizeof(*all));
	struct cite_words *sorted =
	    arena_alloc(p->pass, (k->n + 1) * sizeof(*sorted));

	if (area->sort.n == 0 || k->n < 2)
		return;
	for (size_t i = 0; i < k->n; i++) {
		all[i].work = k->cites[i].work;
		all[i].cite = &k->cites[i];
	}
	sort_all(p, area, all, k->n);
	for (size_t i = 0; i < k->n; i++)
		sorted[i] = *all[i].cite;
	k->cites = sorted;
}

void
sort_works(struct process *p)
{
	struct sortable *all =
	    arena_alloc(p->pass, (p->works.n + 1) * sizeof(*all));

	for (size_t i = 0; i < p->works.n; i++)
		all[i].work = p->works.at[i];
	sort_all(p, &p->rules->bibliography, all, p->works.n);
	for (size_t i = 0; i < p->works.n; i++) {
		p->works.at[i] = all[i].work;
		all[i].work->citation_number = (unsigned)i + 1;
	}
}
