/*
 * CSL-YAML: lists of references, which are read and then cited.  The properties
 * stand in works.h.
 */
#include "works.h"

#include "load/read.h"

static const char style_xml[] =
    "<style xmlns='http://purl.org/net/xbiblio/csl' class='in-text' "
    "version='1.0'><citation><layout><names variable='author editor'/>"
    "<date variable='issued' form='text'/><text variable='title' "
    "text-case='title' quotes='true'/><number variable='volume' "
    "form='ordinal'/><text variable='page'/></layout></citation>"
    "<bibliography><sort><key variable='author'/><key variable='issued'/>"
    "</sort><layout><names variable='author'><name name-as-sort-order='all' "
    "initialize-with='.'/></names><date variable='issued' form='numeric'/>"
    "<text variable='title' text-case='sentence'/><text variable='note'/>"
    "</layout></bibliography></style>";

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = arena_new(), *pass = arena_new();
	struct diag d = {.a = a};
	struct text body = {(const char *)data, size};
	struct source own = {.name = TEXT("style"), .body = TEXT(style_xml)};
	struct source src = {.name = TEXT("fuzz"),
	    .body = text_dup(a, text_sub(body, 0, text_bad_utf8(body)))};
	struct references refs = {0};

	references_read(a, &src, false, &refs, &d);
	works_faults(&d);
	for (size_t i = 0; i < refs.all.n; i++)
		works_check(refs.all.at[i]);
	struct style style = {.root = csl_parse(a, &own, &d),
	    .lang = TEXT("en-GB")};
	struct process p = {.a = a,
	    .pass = pass,
	    .rules = rules_new(a, &style, &d)};
	works_cite(&p, &refs, NULL);
	arena_free(pass);
	arena_free(a);
	return 0;
}
