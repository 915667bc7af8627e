#include "model/reference.h"

const struct reference *
reference_at(const struct references *r, struct text id)
{
	return r ? map_at(&r->by_id, id) : NULL;
}

struct text
reference_text(const struct reference *r, const char *var)
{
	for (size_t i = 0; i < r->fields.n; i++)
		if (text_is(r->fields.at[i].var, var))
			return r->fields.at[i].text;
	return TEXT("");
}

const struct date *
reference_date(const struct reference *r, const char *var)
{
	for (size_t i = 0; i < r->dates.n; i++)
		if (text_is(r->dates.at[i].var, var))
			return &r->dates.at[i];
	return NULL;
}

const struct name_list *
reference_names(const struct reference *r, const char *var)
{
	for (size_t i = 0; i < r->names.n; i++)
		if (text_is(r->names.at[i].var, var))
			return &r->names.at[i];
	return NULL;
}
