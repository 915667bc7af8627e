#include "model/csl.h"

struct text
elem_attr(const struct elem *e, const char *name)
{
	for (const struct xattr *at = e->attrs; at; at = at->next)
		if (text_is(at->name, name))
			return at->value;
	return TEXT("");
}
