#include "cli/source_check.h"

#include "base/near.h"
#include "check/audit.h"
#include "check/lookalike.h"
#include "load/edtf.h"

struct finding *
sources_missing(const struct census *c, struct text key, struct pos at,
    struct diag *d)
{
	struct near near = near_to(key);
	struct text as = lookalike_ascii(d->a, key);
	const struct record *same = as.n ? census_at(c, as) : NULL;
	struct finding *f = diag(d, LEVEL_ERROR, "SRC-10", at,
	    "there is no such source: %.*s", TEXT_ARG(key));

	for (size_t i = 0; i < c->all.n; i++)
		near_offer(&near, c->all.at[i]->key);
	if (same && same->ref)
		finding_hint(d, f,
		    "a letter of another alphabet? there is %.*s",
		    TEXT_ARG(as));
	else if (near.best.n)
		finding_hint(d, f, "did you mean %.*s?", TEXT_ARG(near.best));
	return f;
}

static struct text
where_used(struct arena *a, const struct census *c, const struct record *r)
{
	if (c->kase && r->places)
		return r->cites.at[0].unit;
	if (!r->places)
		return c->whole ? TEXT("not used") : TEXT("");
	return text_fmt(a, "used in %zu file%s", r->places,
	    r->places == 1 ? "" : "s");
}

/* A case answers for what it cites, and for what it brings along. */
static void
check_records(const struct census *c, struct date_point today, bool all,
    struct diag *d)
{
	struct audit_entry *at =
	    arena_alloc(d->a, (c->all.n + 1) * sizeof(*at));
	struct audit w = {.a = d->a,
	    .at = at,
	    .today = today,
	    .profile = c->profile,
	    .all = all,
	    .d = d};
	struct date report = {0};

	for (size_t i = 0; i < c->all.n; i++) {
		const struct record *r = c->all.at[i];
		if (!c->kase || r->own || r->cites.n)
			at[w.n++] = (struct audit_entry){r->ref,
			    where_used(d->a, c, r)};
	}
	if (c->kase
	    && edtf_parse(value_text(c->kase->facts, "report_date"), &report))
		w.report = report.from;
	audit(&w);
}

static void
check_strays(const struct census *c, struct diag *d)
{
	for (size_t i = 0; c->whole && i < c->strays.n; i++) {
		const struct record *r = c->strays.at[i];
		struct finding *f =
		    sources_missing(c, r->key, r->cites.at[0].pos, d);
		for (size_t k = 1; k < r->cites.n; k++)
			finding_remark(d, f, "again", r->cites.at[k].pos, "%s",
			    "");
	}
}

void
sources_check(const struct census *c, struct date_point today, bool all,
    struct diag *d)
{
	check_records(c, today, all, d);
	check_strays(c, d);
}
