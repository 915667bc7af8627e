/*
 * length.c - the forum's page limit, on the pages as they were laid out
 *
 * Whether a CV and appendices count is not settled in what we read, so all
 * pages count, and both figures are shown.
 */
#include "check/rule.h"

/* A permission to exceed: permission: {limit: 30, order_date: 2026-10-01}. */
static int
limit_of(const struct checker *c)
{
	int limit, cap = c->profile->page_cap;
	struct text given = value_text(c->kase->facts, "permission.limit");

	return text_int(given, &limit) && limit > cap ? limit : cap;
}

void
check_length(struct checker *c)
{
	int cap = limit_of(c), n = (int)c->pages->pages.n;
	int body = (int)c->pages->body;

	if (c->profile->page_cap == 0)
		return;
	if (n > cap) {
		struct finding *f = rule_found(c, TEXT(""), c->place,
		    "the report has %d pages (%d without appendices); the "
		    "limit is %d",
		    n, body, cap);
		finding_hint(c->d, f,
		    "leave sections out, or record permission: {limit, "
		    "order_date}");
	} else if (c->profile->page_warn && n >= c->profile->page_warn) {
		enum level level = c->level;
		if (c->level > LEVEL_WARNING)
			c->level = LEVEL_WARNING;
		rule_found(c, TEXT(""), c->place,
		    "the report has %d page%s; the limit is %d", n,
		    n == 1 ? "" : "s", cap);
		c->level = level;
	}
}
