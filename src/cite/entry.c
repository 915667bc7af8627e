#include "cite/entry.h"

/* The names that an entry begins with, behind its number at most.  Names
 * further on do not head it: the specification's "first cs:names rendered"
 * would make "Edited by ---" of them. */
static struct out *
heading(struct out *o, bool *over)
{
	if (o->tag == TAG_NAMES || o->tag == TAG_INSTEAD)
		return o;
	if (o->tag == TAG_NUMBER)
		return NULL;
	if (o->kind != OUT_GROUP && !out_empty(o))
		*over = true;
	for (struct out *c = o->child; c && !*over; c = c->next) {
		struct out *found = heading(c, over);
		if (found)
			return found;
	}
	return NULL;
}

/* The people's names below a cs:names, one after the other. */
struct people_of {
	struct arena *a;
	ARRAY(struct out *) person; /* TAG_NAME */
	ARRAY(struct out *) list;   /* TAG_PEOPLE */
};

static void
gather(struct people_of *p, struct out *o)
{
	if (o->tag == TAG_NAME) {
		array_push(p->a, &p->person, o);
		return;
	}
	if (o->tag == TAG_PEOPLE)
		array_push(p->a, &p->list, o);
	for (struct out *c = o->child; c; c = c->next)
		gather(p, c);
}

/* All that is to be equal for a complete match: what is printed of the people,
 * without their role. */
static struct text
who(struct process *p, const struct people_of *all, const struct out *names)
{
	struct buf b = {.a = p->pass};

	if (!all->list.n)
		return out_words(p->pass, names);
	for (size_t i = 0; i < all->list.n; i++)
		buf_fmt(&b, "%.*s|",
		    TEXT_ARG(out_words(p->pass, all->list.at[i])));
	return buf_text(&b);
}

/* How many people, from the first, are those of the entry before. */
static size_t
in_common(struct process *p, const struct people_of *all)
{
	size_t n = 0;

	while (n < all->person.n && n < p->last_people.n
	    && text_eq(out_words(p->pass, all->person.at[n]),
		p->last_people.at[n]))
		n++;
	return n;
}

static void
replace(struct process *p, struct out *o)
{
	process_empty(o);
	out_append(o, out_rich(p->pass, p->rules->bibliography.substitute));
}

/* complete-all: the whole list, but not the role beside it. */
static void
replace_lists(struct process *p, const struct people_of *all, struct out *names)
{
	for (size_t i = 1; i < all->list.n; i++)
		process_empty(all->list.at[i]);
	replace(p, all->list.n ? all->list.at[0] : names);
}

static void
remember(struct process *p, const struct people_of *all, struct text words)
{
	p->last_who = text_dup(p->a, words);
	p->last_people.n = 0;
	for (size_t i = 0; i < all->person.n; i++) {
		struct text t =
		    text_dup(p->a, out_words(p->pass, all->person.at[i]));
		array_push(p->a, &p->last_people, t);
	}
}

/* CSL 1.0.2, "Reference Grouping". */
static void
substitute_authors(struct process *p, struct out *o)
{
	struct text rule = p->rules->bibliography.substitute_rule;
	struct people_of all = {.a = p->pass};
	bool over = false;
	struct out *names = heading(o, &over);

	if (!names) {
		entry_restart(p);
		return;
	}
	gather(&all, names);
	struct text words = who(p, &all, names);
	bool same = words.n && text_eq(words, p->last_who);
	size_t n = in_common(p, &all);
	remember(p, &all, words);
	if (text_starts(rule, TEXT("partial")) && all.person.n) {
		if (n > 1 && text_is(rule, "partial-first"))
			n = 1;
	} else if (same && text_is(rule, "complete-each") && all.person.n) {
		n = all.person.n;
	} else {
		n = 0;
		if (same)
			replace_lists(p, &all, names);
	}
	for (size_t i = 0; i < n; i++)
		replace(p, all.person.at[i]);
}

struct out *
entry_render(struct process *p, struct work *w)
{
	const struct area *area = &p->rules->bibliography;
	struct render r = process_render(p, area, w, NULL);
	struct out *o = render_layout(&r, &area->layout);

	if (!o)
		return NULL;
	if (area->has_substitute)
		substitute_authors(p, o);
	return out_entry(p->pass, area, o);
}

void
entry_restart(struct process *p)
{
	p->last_who = TEXT("");
	p->last_people.n = 0;
}
