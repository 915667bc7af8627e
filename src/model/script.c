#include "model/script.h"

struct text
script_text(struct arena *a, const struct script *s)
{
	struct buf b = {.a = a};

	for (size_t i = 0; i < s->passages.n; i++) {
		const struct passage *p = &s->passages.at[i];
		if (p->kind == PASSAGE_MISSING)
			buf_fmt(&b, "[MISSING %.*s]", TEXT_ARG(p->text));
		else
			buf_add(&b, p->text);
	}
	return buf_text(&b);
}
