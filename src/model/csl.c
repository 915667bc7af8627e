#include "model/csl.h"

struct text
elem_attr(const struct elem *e, const char *name)
{
	struct text want = text_of(name);

	for (const struct xattr *at = e->attrs; at; at = at->next)
		if (text_eq(at->name, want))
			return at->value;
	return TEXT("");
}
