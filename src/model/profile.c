#include "model/profile.h"

const struct constant *
profile_constant(const struct profile *p, struct text id)
{
	for (size_t i = 0; i < p->constants.n; i++)
		if (text_eq(p->constants.at[i].id, id))
			return &p->constants.at[i];
	return NULL;
}

const struct bib_section *
bibliography_at(const struct bibliography *b, struct text id)
{
	for (size_t i = 0; i < b->sections.n; i++)
		if (text_eq(b->sections.at[i].id, id))
			return &b->sections.at[i];
	return NULL;
}

bool
profile_level(const struct profile *p, const char *code, enum level standard,
    enum level *out)
{
	*out = standard;
	for (size_t i = 0; i < p->rules.n; i++) {
		if (!text_is(p->rules.at[i].code, code))
			continue;
		*out = p->rules.at[i].level;
		return !p->rules.at[i].off;
	}
	return true;
}
