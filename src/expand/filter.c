#include "expand/call.h"

static const struct filter *const tables[] = {filters_text, filters_list,
    filters_pick, filters_number, filters_grammar, filters_date};

enum { TABLES = sizeof(tables) / sizeof(tables[0]) };

const struct filter *
filter_at(struct text name)
{
	for (size_t i = 0; i < TABLES; i++)
		for (const struct filter *f = tables[i]; f->name; f++)
			if (text_is(name, f->name))
				return f;
	return NULL;
}

void
filter_offer(struct near *near)
{
	for (size_t i = 0; i < TABLES; i++)
		for (const struct filter *f = tables[i]; f->name; f++)
			near_offer(near, text_of(f->name));
}
