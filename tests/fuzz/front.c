/*
 * Front matter.  The properties: the front matter is a map or is not there, the
 * body begins behind it and is of the file, every place lies within the file,
 * and what cannot be read is said.
 */
#include <stdlib.h>

#include "load/read.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
check_places(const struct source *src, const struct value *v, unsigned depth)
{
	if (depth > 1000)
		abort(); /* a tree that later stages could not walk */
	for (; v; v = v->next) {
		if (v->pos.src != src
		    || (size_t)v->pos.off + v->pos.len > src->body.n)
			abort();
		check_places(src, v->child, depth + 1);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = arena_new();
	struct diag d = {.a = a};
	struct source src = {.name = TEXT("section.md"),
	    .body = {(const char *)data, size}};

	src.body = text_dup(a, src.body);
	const struct template *t = template_of(a, &src, &d);
	if (t->src != &src || t->body > src.body.n)
		abort();
	if (t->front)
		check_places(&src, t->front, 0);
	bool fenced = text_starts(src.body, TEXT("---\n"));
	if (fenced && !t->front && d.found.n == 0)
		abort();
	for (size_t i = 0; i < d.found.n; i++) {
		struct pos at = pos_file(d.found.at[i]->at);
		if (at.src && (size_t)at.off + at.len > src.body.n)
			abort();
	}
	arena_free(a);
	return 0;
}
