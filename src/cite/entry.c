#include "cite/entry.h"

/* CSL 1.0.2, "Reference Grouping": authors who are those of the entry before
 * are replaced as a whole (complete-all). */
static void
substitute_authors(struct process *p, const struct area *area, struct out *o)
{
	struct out *names = process_names(o, false);
	struct text words = names ? out_words(p->pass, names) : TEXT("");
	bool same = words.n && text_eq(words, p->last_who);

	p->last_who = text_dup(p->a, words);
	if (!same || !area->has_substitute)
		return;
	process_empty(names);
	out_append(names, out_text(p->pass, area->substitute));
}

struct out *
entry_render(struct process *p, struct work *w)
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

void
entry_restart(struct process *p)
{
	p->last_who = TEXT("");
	p->last_people.n = 0;
}
