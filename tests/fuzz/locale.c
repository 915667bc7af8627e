/*
 * A locale's XML, with a style that asks for what locales hold: terms, labels,
 * ordinals, quotation marks, dates.  The properties: what is printed is
 * well-formed UTF-8, and whatever the locale says, the work's title is in it.
 */
#include "works.h"

static const char style_xml[] =
    "<style xmlns='http://purl.org/net/xbiblio/csl' class='note' "
    "version='1.0'><citation><layout delimiter='; '>"
    "<text variable='title'/><text term='page' form='short' plural='true'/>"
    "<names variable='author' delimiter=', '><name and='text' "
    "delimiter-precedes-last='always'/><et-al/><label form='verb-short'/>"
    "</names><date variable='issued' form='text'/>"
    "<date variable='issued' form='numeric' date-parts='year-month'/>"
    "<label variable='locator' form='short' plural='contextual'/>"
    "<text variable='locator'/><number variable='edition' form='ordinal'/>"
    "<number variable='volume' form='long-ordinal'/>"
    "<text variable='page' quotes='true'/></layout></citation><bibliography>"
    "<sort><key variable='issued'/></sort><layout>"
    "<text variable='title' quotes='true'/><text term='and others'/>"
    "</layout></bibliography></style>";

static struct reference *
invented(struct arena *a)
{
	static const char *const fields[][2] = {{"title", "Tiitle"},
	    {"page", "12-19"}, {"volume", "3"}, {"edition", "22"}};
	struct reference *r = arena_make(a, struct reference);
	struct name *n = arena_alloc(a, 2 * sizeof(*n));

	r->id = r->type = TEXT("book");
	for (size_t i = 0; i < sizeof(fields) / sizeof(*fields); i++) {
		struct field f = {text_of(fields[i][0]), text_of(fields[i][1]),
		    {0}};
		array_push(a, &r->fields, f);
	}
	n[0] = (struct name){.family = TEXT("Beck"), .given = TEXT("Jo-An B.")};
	n[1] = (struct name){.literal = TEXT("Institute")};
	struct name_list l = {TEXT("author"), n, 2, {0}};
	array_push(a, &r->names, l);
	struct date d = {.var = TEXT("issued"),
	    .from = {-20, 2, 1, 0},
	    .to = {2021, 12, 31, 0},
	    .range = true};
	array_push(a, &r->dates, d);
	return r;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = arena_new(), *pass = arena_new();
	struct diag d = {.a = a};
	struct source src = {.name = TEXT("locale"),
	    .body = {(const char *)data, size}};
	struct source own = {.name = TEXT("style"), .body = TEXT(style_xml)};
	struct style style = {.lang = TEXT("en-GB"), .note = true};
	struct references refs = {0};
	struct buf all = {.a = a};

	style.locale[0] = csl_parse(a, &src, &d);
	works_faults(&d);
	if (style.locale[0]) {
		array_push(a, &refs.all, invented(a));
		style.root = csl_parse(a, &own, &d);
		struct process p = {.a = a, .pass = pass};
		p.rules = rules_new(a, &style, &d);
		works_cite(&p, &refs, &all);
		struct text words = buf_text(&all);
		if (text_find(words, 0, TEXT("Tiitle")) == words.n)
			abort();
	}
	arena_free(pass);
	arena_free(a);
	return 0;
}
