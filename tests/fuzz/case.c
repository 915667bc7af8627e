/*
 * A case, or any other file under a table of keys.  The properties: what does
 * not fit is said with a code, words and a place in the file; and the dates and
 * ids of a case are looked at whatever stands there.
 */
#include <stdlib.h>

#include "load/ids.h"
#include "load/order.h"
#include "load/schema.h"
#include "load/yaml.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
check_findings(const struct source *src, const struct diag *d)
{
	for (size_t i = 0; i < d->found.n; i++) {
		const struct finding *f = d->found.at[i];
		struct pos at = pos_file(f->at);
		if (!f->code || !f->text.n)
			abort();
		if (at.src
		    && (at.src != src || (size_t)at.off + at.len > src->body.n))
			abort();
	}
}

static void
check_case(struct arena *a, const struct value *facts, struct diag *d)
{
	struct kase k = {.path = TEXT("case.yaml"), .facts = facts};

	k.expert = value_at(facts, "expert");
	order_check(&k, d);
	ids_check(a, &k, d);
	ids_rules(a, value_at(facts, "rules"), d);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const struct schema *const schemas[] = {&case_schema,
	    &expert_schema, &section_schema, &part_schema, &profile_schema,
	    &sheet_schema, &source_schema};
	struct arena *a = arena_new();
	struct diag d = {.a = a};
	struct text body = {(const char *)data, size};
	struct source src = {.name = TEXT("fuzz"),
	    .body = text_dup(a, text_sub(body, 0, text_bad_utf8(body)))};
	const struct value *v = yaml_read(a, &src, 0, src.body.n, &d);

	for (size_t i = 0; v && i < sizeof(schemas) / sizeof(schemas[0]); i++)
		schema_check(a, v, schemas[i], &d);
	if (v && v->kind == VALUE_MAP)
		check_case(a, v, &d);
	check_findings(&src, &d);
	arena_free(a);
	return 0;
}
