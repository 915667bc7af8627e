/*
 * CSL.  The input is a style (or a locale) as XML; one work is cited by it,
 * first and again, and listed.  The property: what is printed is well-formed
 * UTF-8.
 */
#include <stdlib.h>

#include "cite/disamb.h"
#include "cite/entry.h"
#include "cite/sort.h"
#include "load/csl.h"

static void
print(struct process *p, const struct out *o)
{
	if (!o)
		return;
	struct flat f = flat_of(p->a, p->rules->terms, o);
	struct text t = flat_html(p->a, &f);
	if (text_bad_utf8(t) != t.n)
		abort();
}

static struct work *
invented(struct process *p)
{
	static const char *const fields[][2] = {{"title", "A <i>title</i>: B"},
	    {"page", "12-19"}, {"volume", "3"}, {"edition", "2"},
	    {"URL", "http://x.example"}, {"publisher", "P's \"House\"."}};
	struct reference *r = arena_make(p->a, struct reference);
	struct name *n = arena_alloc(p->a, 3 * sizeof(*n));
	struct date d = {.var = TEXT("issued"), .from = {2020, 2, 3, 0}};

	r->id = r->type = TEXT("book");
	for (size_t i = 0; i < sizeof(fields) / sizeof(*fields); i++) {
		struct field f = {text_of(fields[i][0]), text_of(fields[i][1]),
		    {0}};
		array_push(p->a, &r->fields, f);
	}
	n[0] = (struct name){.family = TEXT("Beck"), .given = TEXT("Jo-An B.")};
	n[1] = (struct name){.literal = TEXT("Institute")};
	n[2] =
	    (struct name){.family = TEXT("Gogh"), .nondropping = TEXT("van")};
	struct name_list l = {TEXT("author"), n, 3, {0}};
	array_push(p->a, &r->names, l);
	array_push(p->a, &r->dates, d);
	return work_new(p->a, p->rules, r);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = arena_new();
	struct diag d = {.a = a};
	struct source src = {.name = TEXT("fuzz"),
	    .body = {(const char *)data, size}};
	struct style style = {0};

	style.root = csl_parse(a, &src, &d);
	style.locale[0] = style.root;
	style.lang = TEXT("en-GB");
	style.note = true;
	if (style.root) {
		struct process p = {.a = a, .rules = rules_new(a, &style, &d)};
		struct work *w = invented(&p);
		array_push(a, &p.works, w);
		disamb(&p);
		for (unsigned i = 1; i < 4; i++) {
			struct cite_words c = {.work = w,
			    .locator = TEXT("4-7")};
			struct cluster k = {&c, 1, i, TEXT("note.1"), true};
			print(&p, process_cluster(&p, &k));
		}
		sort_works(&p);
		print(&p, entry_render(&p, w));
	}
	arena_free(a);
	return 0;
}
