/*
 * CSL.  The input is a style (or a locale) as XML; one work is cited by it,
 * first and again, and listed.  The property: what is printed is well-formed
 * UTF-8.
 */
#include "works.h"

static struct reference *
invented(struct arena *a)
{
	static const char *const fields[][2] = {{"title", "A <i>title</i>: B"},
	    {"page", "12-19"}, {"volume", "3"}, {"edition", "2"},
	    {"URL", "http://x.example"}, {"publisher", "P's \"House\"."}};
	struct reference *r = arena_make(a, struct reference);
	struct name *n = arena_alloc(a, 3 * sizeof(*n));
	struct date d = {.var = TEXT("issued"), .from = {2020, 2, 3, 0}};

	r->id = r->type = TEXT("book");
	for (size_t i = 0; i < sizeof(fields) / sizeof(*fields); i++) {
		struct field f = {text_of(fields[i][0]), text_of(fields[i][1]),
		    {0}};
		array_push(a, &r->fields, f);
	}
	n[0] = (struct name){.family = TEXT("Beck"), .given = TEXT("Jo-An B.")};
	n[1] = (struct name){.literal = TEXT("Institute")};
	n[2] =
	    (struct name){.family = TEXT("Gogh"), .nondropping = TEXT("van")};
	struct name_list l = {TEXT("author"), n, 3, {0}};
	array_push(a, &r->names, l);
	array_push(a, &r->dates, d);
	return r;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = arena_new(), *pass = arena_new();
	struct diag d = {.a = a};
	struct source src = {.name = TEXT("fuzz"),
	    .body = {(const char *)data, size}};
	struct style style = {0};

	style.root = csl_parse(a, &src, &d);
	style.locale[0] = style.root;
	style.lang = TEXT("en-GB");
	style.note = true;
	works_faults(&d);
	if (style.root) {
		struct references refs = {0};
		struct process p = {.a = a,
		    .pass = pass,
		    .rules = rules_new(a, &style, &d)};
		array_push(a, &refs.all, invented(a));
		works_cite(&p, &refs, NULL);
	}
	arena_free(pass);
	arena_free(a);
	return 0;
}
