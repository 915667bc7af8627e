/*
 * YAML.  The properties: every place lies within its source; every byte of a
 * text leads, through the map of its lines, to the file, and never backwards;
 * a text without a map is what the file has at its place; what cannot be read
 * is said.
 */
#include <stdlib.h>

#include "load/yaml.h"

static void
check_place(const struct source *src, struct pos at)
{
	if (at.src != src || (size_t)at.off + at.len > src->body.n)
		abort();
}

static void
check_lines(const struct source *src, const struct value *v)
{
	uint32_t last = 0;

	if (!text_eq(v->lines->body, v->text) || v->lines->nmap == 0)
		abort();
	for (size_t i = 0; i < v->text.n; i++) {
		struct pos at = {v->lines, (uint32_t)i, 0};
		at = pos_file(at);
		if (at.src != src || at.off > src->body.n || at.off < last)
			abort();
		last = at.off;
	}
}

static void
check_value(const struct source *src, const struct value *v, unsigned depth)
{
	size_t n = 0;

	if (depth > YAML_DEPTH)
		abort();
	check_place(src, v->pos);
	if (v->key.n)
		check_place(src, v->keypos);
	if (v->lines)
		check_lines(src, v);
	else if (v->kind == VALUE_TEXT
	    && !text_eq(v->text,
		text_sub(src->body, v->pos.off, v->pos.off + v->pos.len)))
		abort();
	for (const struct value *k = v->child; k; k = k->next, n++)
		check_value(src, k, depth + 1);
	if (n != v->n)
		abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = arena_new();
	struct diag d = {.a = a};
	struct text body = {(const char *)data, size};
	struct source src = {.name = TEXT("fuzz"),
	    .body = text_dup(a, text_sub(body, 0, text_bad_utf8(body)))};

	const struct value *v = yaml_read(a, &src, 0, src.body.n, &d);
	if (v)
		check_value(&src, v, 1);
	else if (d.found.n == 0)
		abort();
	for (size_t i = 0; i < d.found.n; i++)
		check_place(&src, d.found.at[i]->at);
	arena_free(a);
	return 0;
}
