/*
 * cs:date: CSL 1.0.2, "Date", "Date-part" and "Localized Date Formats".
 */
#include "cite/rule_read.h"

static void
parts_read(const struct elem *e, struct date_rule *r)
{
	static const char *const names[] = {"year", "month", "day", NULL};
	static const char *const forms[] = {"long", "short", "numeric",
	    "numeric-leading-zeros", "ordinal", NULL};

	for (const struct elem *x = e->child; x; x = x->next) {
		uint8_t name = attr_pick(x, "name", names);
		if (!text_is(x->name, "date-part") || !name || r->nparts == 3)
			continue;
		r->part[r->nparts++] = (struct date_part){(uint8_t)(name - 1),
		    attr_pick(x, "form", forms),
		    elem_attr(x, "range-delimiter"), format_read(x),
		    elem_attr(x, "prefix"), elem_attr(x, "suffix")};
	}
}

/* What the style says of a part, over what the locale says; affixes are the
 * locale's own. */
static struct date_part
part_over(const struct date_part *own, const struct date_part *locale)
{
	struct date_part p = *locale;

	if (own->form)
		p.form = own->form;
	if (own->range.n)
		p.range = own->range;
	p.format = format_over(own->format, p.format);
	return p;
}

/* The locale's parts in the locale's order, as far as date-parts goes. */
static void
localize(struct date_rule *r, const struct elem *format, uint8_t most)
{
	struct date_rule own = *r, locale = {0};

	parts_read(format, &locale);
	r->localized = true;
	r->delimiter = elem_attr(format, "delimiter");
	r->format = format_read(format);
	r->nparts = 0;
	for (size_t i = 0; i < locale.nparts; i++) {
		struct date_part p = locale.part[i];
		if (p.name >= most)
			continue;
		for (size_t k = 0; k < own.nparts; k++)
			if (own.part[k].name == p.name)
				p = part_over(&own.part[k], &p);
		r->part[r->nparts++] = p;
	}
}

void
date_read(struct compiler *c, const struct elem *e, struct rule *r)
{
	static const char *const parts[] = {"year", "year-month",
	    "year-month-day", NULL};
	struct text form;
	uint8_t most = attr_pick(e, "date-parts", parts);

	r->date = arena_make(c->a, struct date_rule);
	r->var = rules_var(c->a, c->rules, elem_attr(e, "variable"));
	r->date->delimiter = r->delimiter;
	parts_read(e, r->date);
	if (!attr_get(e, "form", &form))
		return;
	const struct elem *format =
	    c->rules->terms->date[text_is(form, "numeric")];
	if (format)
		localize(r->date, format, most ? most : 3);
}
