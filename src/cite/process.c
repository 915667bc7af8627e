#include "cite/process.h"

#include "cite/sort.h"

struct render
process_render(const struct process *p, const struct area *area, struct work *w,
    const struct cite_words *cite)
{
	return (struct render){.a = p->pass,
	    .keep = p->a,
	    .rules = p->rules,
	    .area = area,
	    .work = w,
	    .cite = cite};
}

/* CSL 1.0.2, "Choose", position: ibid needs the cite right before, in the same
 * citation or alone in the note before.  A locator that vanishes is no ibid. */
static enum position
position_of(const struct process *p, const struct cite_words *c, unsigned note)
{
	bool beside = note == p->last_note
	    || (note == p->last_note + 1 && p->in_last_note == 1);

	if (!c->work->cited)
		return POSITION_FIRST;
	if (p->last != c->work || !beside)
		return POSITION_SUBSEQUENT;
	if (text_eq(c->locator, p->last_locator)
	    && (!c->locator.n || text_eq(c->label, p->last_label)))
		return POSITION_IBID;
	return c->locator.n ? POSITION_IBID_LOCATOR : POSITION_SUBSEQUENT;
}

static void
place(struct process *p, struct cite_words *c, const struct cluster *k)
{
	struct work *w = c->work;

	if (!c->forced)
		c->position = position_of(p, c, k->note);
	if (w->cited && k->note && w->last_note)
		c->near_note = k->note - w->last_note
		    <= (unsigned)p->rules->citation.near_distance;
	if (!w->cited) {
		w->first_note = k->note;
		w->first_label = k->note_label;
	}
	w->cited = true;
	w->last_note = k->note;
	p->in_last_note = k->note == p->last_note ? p->in_last_note + 1 : 1;
	p->last_note = k->note;
	p->last = w;
	p->last_locator = c->locator;
	p->last_label = c->label;
}

/* The author's names, for suppress-author and author-only: the first names
 * that the style prints. */
static struct out *
first_names(struct out *o)
{
	if (o->tag == TAG_NAMES)
		return o;
	for (struct out *c = o->child; c; c = c->next) {
		struct out *found = first_names(c);
		if (found)
			return found;
	}
	return NULL;
}

static bool
has_locator(const struct out *o)
{
	if (o->tag == TAG_LOCATOR)
		return true;
	for (const struct out *c = o->child; c; c = c->next)
		if (has_locator(c))
			return true;
	return false;
}

static void
drop(struct out *o)
{
	o->kind = OUT_GROUP;
	o->child = o->last = NULL;
	o->text = TEXT("");
}

static struct out *
one_cite(struct process *p, struct cite_words *c)
{
	const struct area *area = &p->rules->citation;
	struct render r = process_render(p, area, c->work, c);
	struct out *o = render_layout(&r, &area->layout);
	struct out *all = out_group(p->pass);
	struct out *names = o ? first_names(o) : NULL;

	c->lost = c->locator.n && c->position != POSITION_IBID
	    && !(o && has_locator(o));
	if (c->author_only && names) {
		*all = *names; /* without what follows it in the cite */
		all->next = NULL;
		return all;
	}
	if (c->suppress_author && names)
		drop(names);
	if (!o || out_empty(o))
		o = out_text(p->pass, c->work->ref->id);
	if (c->prefix) {
		struct out *pre = out_group(p->pass);
		*pre = *c->prefix;
		pre->next = NULL;
		out_append(all, pre);
	}
	out_append(all, o);
	if (c->suffix) {
		struct out *suf = out_group(p->pass);
		*suf = *c->suffix;
		suf->next = NULL;
		out_append(all, suf);
	}
	return all;
}

struct out *
process_cluster(struct process *p, struct cluster *k)
{
	const struct rule *layout = &p->rules->citation.layout;
	struct out *o = out_group(p->pass), *whole = out_group(p->pass);
	bool names_only = k->n == 1 && k->cites[0].author_only;

	o->delimiter = layout->delimiter;
	sort_cites(p, k);
	for (size_t i = 0; i < k->n; i++) {
		if (!names_only)
			place(p, &k->cites[i], k);
		out_append(o, one_cite(p, &k->cites[i]));
	}
	if (out_empty(o))
		return NULL;
	if (names_only)
		return o;
	if (!p->rules->style->note || !k->note || k->ends) {
		out_append(whole, out_text(p->pass, layout->prefix));
		out_append(whole, o);
		out_append(whole, out_text(p->pass, layout->suffix));
	} else {
		out_append(whole, o);
	}
	whole->format = layout->format;
	return whole;
}

/* What a later cite of the work would say, without its locator. */
static struct text
short_words(struct process *p, struct work *w)
{
	struct cite_words c = {.work = w,
	    .position =
		p->rules->style->note ? POSITION_SUBSEQUENT : POSITION_FIRST};
	struct render r = process_render(p, &p->rules->citation, w, &c);

	return out_words(p->pass,
	    render_layout(&r, &p->rules->citation.layout));
}

/* Hand each work that reads like an earlier one to `meet`. */
static void
each_alike(struct process *p,
    void (*meet)(struct process *p, struct work *first, struct work *w))
{
	struct map seen = {0};

	for (size_t i = 0; i < p->works.n; i++) {
		struct work *w = p->works.at[i];
		struct text words = short_words(p, w);
		if (!words.n)
			continue;
		void **slot = map_slot(p->pass, &seen, words);
		if (*slot)
			meet(p, *slot, w);
		else
			*slot = w;
	}
}

static void
mark_ambiguous(struct process *p, struct work *first, struct work *w)
{
	(void)p;
	first->ambiguous = w->ambiguous = true;
}

/* a .. z, aa .. zz */
static struct text
letters(struct arena *a, unsigned n)
{
	char s[2] = {(char)('a' + (n / 26 - 1) % 26), (char)('a' + n % 26)};

	return text_dup(a,
	    n < 26 ? (struct text){s + 1, 1} : (struct text){s, 2});
}

static void
count_suffix(struct process *p, struct work *first, struct work *w)
{
	(void)p;
	if (!first->alike)
		first->alike = 1;
	w->alike = ++first->alike;
	first->first_alike = true;
}

/* CSL 1.0.2, "Disambiguation": first the style's own condition, then letters
 * at the year, in the order of the bibliography. */
void
process_ambiguous(struct process *p)
{
	if (p->rules->asks_ambiguous)
		each_alike(p, mark_ambiguous);
	if (!p->rules->citation.year_suffix)
		return;
	each_alike(p, count_suffix);
	for (size_t i = 0; i < p->works.n; i++) {
		struct work *w = p->works.at[i];
		if (w->alike)
			w->suffix =
			    letters(p->a, w->first_alike ? 0 : w->alike - 1);
	}
}

/* CSL 1.0.2, "Reference Grouping": authors who are those of the entry before
 * are replaced as a whole (complete-all). */
static void
substitute_authors(struct process *p, const struct area *area, struct out *o)
{
	struct out *names = first_names(o);
	struct text words = names ? out_words(p->pass, names) : TEXT("");
	bool same = words.n && text_eq(words, p->last_names);

	p->last_names = text_dup(p->a, words);
	if (!same || !area->has_substitute)
		return;
	drop(names);
	out_append(names, out_text(p->pass, area->substitute));
}

struct out *
process_entry(struct process *p, struct work *w)
{
	const struct area *area = &p->rules->bibliography;
	struct render r = process_render(p, area, w, NULL);
	struct out *o = render_layout(&r, &area->layout);
	struct out *whole = out_group(p->pass);

	if (!o)
		return NULL;
	substitute_authors(p, area, o);
	out_append(whole, out_text(p->pass, area->layout.prefix));
	out_append(whole, o);
	out_append(whole, out_text(p->pass, area->layout.suffix));
	whole->format = area->layout.format;
	return whole;
}
