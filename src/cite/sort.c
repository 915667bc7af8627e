/*
 * A key is made when two works are first compared by it, which most never are
 * beyond the first or second; then the locale's collation decides.
 */
#include "cite/sort.h"
#include "cite/collate.h"
#include "cite/trigraph.h"

#include <stdlib.h>

struct key {
	bool made;
	struct text text;
};

struct sortable {
	struct process *p;
	struct work *work;
	struct cite_words *cite; /* of a citation, or NULL */
	const struct area *area;
	struct key *keys;
	size_t serial;
};

/* CSL 1.0.2, "Sorting Variables": names in full, dates as digits, numbers as
 * numbers, and other texts without markup. */
static struct text
variable_key(struct render *r, int var)
{
	const struct work *w = r->work;

	if (w->names[var])
		return render_names_key(r, w->names[var]);
	if (w->dates[var])
		return date_key(r->a, w->dates[var]);
	if (var == r->rules->citation_number)
		return text_fmt(r->a, "%09u", w->citation_number);
	struct text words = out_words(r->a, out_rich(r->a, w->var[var]));
	return rules_is_number(r->rules, var) ? collate_number(r->a, words)
					      : words;
}

static struct text
sort_text(const struct process *p, const struct area *area, struct work *w,
    const struct sort_key *k)
{
	struct render r = process_render(p, area, w, NULL);
	struct rule layout = {.kind = RULE_GROUP};

	r.sorting = true;
	r.key = &k->names;
	if (k->var >= 0)
		return variable_key(&r, k->var);
	if (!k->macro)
		return TEXT("");
	layout.child = k->macro->child;
	return out_words(p->pass, render_layout(&r, &layout));
}

static struct text
key_of(const struct sortable *s, size_t i)
{
	struct key *k = &s->keys[i];

	if (!k->made) {
		k->made = true;
		k->text = collate_key(s->p->pass,
		    sort_text(s->p, s->area, s->work, &s->area->sort.at[i]));
	}
	return k->text;
}

/* CSL 1.0.2, "Sorting": empty values go last, whatever the direction. */
static int
compare(const void *x, const void *y)
{
	const struct sortable *a = x, *b = y;

	for (size_t i = 0; i < a->area->sort.n; i++) {
		struct text s = key_of(a, i), t = key_of(b, i);
		if (!s.n != !t.n)
			return s.n ? -1 : 1;
		int c = collator_cmp(a->p->collator, s, t);
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
	if (n < 2 || area->sort.n == 0)
		return;
	if (!p->collator)
		p->collator = collator_open(p->a, p->rules->style->lang);
	for (size_t i = 0; i < n; i++) {
		struct sortable *s = &all[i];
		s->p = p;
		s->area = area;
		s->serial = i;
		s->keys = arena_alloc(p->pass, area->sort.n * sizeof(*s->keys));
	}
	qsort(all, n, sizeof(*all), compare);
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

/* Until it is sorted a work's number is its place in the order of citing. */
void
sort_works(struct process *p)
{
	struct sortable *all =
	    arena_alloc(p->pass, (p->works.n + 1) * sizeof(*all));

	for (size_t i = 0; i < p->works.n; i++) {
		all[i].work = p->works.at[i];
		all[i].work->citation_number = (unsigned)i + 1;
	}
	sort_all(p, &p->rules->bibliography, all, p->works.n);
	for (size_t i = 0; i < p->works.n; i++) {
		p->works.at[i] = all[i].work;
		all[i].work->citation_number = (unsigned)i + 1;
	}
}

void
sort_end(struct process *p)
{
	collator_close(p->collator);
	p->collator = NULL;
}
