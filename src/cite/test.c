#include "cite/extend.h"
#include "cite/number.h"
#include "cite/render.h"

/* Whether there is anything to print for a variable of any kind. */
static bool
has_var(const struct render *c, int var)
{
	const struct work *w = c->work;

	return render_var(c, var, false).n > 0
	    || (w->names[var] && w->names[var]->n > 0)
	    || date_given(w->dates[var]);
}

static bool
test_locator(const struct render *c, struct text label)
{
	if (!c->cite || !c->cite->locator.n)
		return false;
	struct text own = c->cite->label.n ? c->cite->label : TEXT("page");
	return label_eq(own, label);
}

/* CSL 1.0.2, "Choose", position: ibid-with-locator is also ibid, and each of
 * them, and near-note, also subsequent. */
static bool
test_position(const struct render *c, enum position want)
{
	if (!c->cite)
		return false;
	enum position is = c->cite->position;
	if (want == POSITION_NEAR_NOTE)
		return c->cite->near_note;
	if (want == POSITION_FIRST)
		return is == POSITION_FIRST;
	if (want == POSITION_SUBSEQUENT)
		return is != POSITION_FIRST;
	if (want == POSITION_IBID)
		return is == POSITION_IBID || is == POSITION_IBID_LOCATOR;
	return is == POSITION_IBID_LOCATOR;
}

/* CSL 1.0.2, "Disambiguation", method 3: tests come true one after the other,
 * as they are met, until the cite is told from others.  An entry of the
 * bibliography shows all that its cites show. */
static bool
test_disambiguate(struct render *c)
{
	unsigned before = c->asked++;

	return c->cite ? before < c->work->conditions : c->work->conditions > 0;
}

static bool
one(struct render *c, const struct test *t)
{
	switch ((enum test_kind)t->kind) {
	case TEST_TYPE:
		return c->work->type == t->var;
	case TEST_VARIABLE:
		return has_var(c, t->var);
	case TEST_NUMERIC:
		return number_is_numeric(render_var(c, t->var, false));
	case TEST_UNCERTAIN:
		return c->work->dates[t->var] && c->work->dates[t->var]->circa;
	case TEST_LOCATOR:
		return test_locator(c, t->value);
	case TEST_POSITION:
		return test_position(c, (enum position)t->position);
	case TEST_DISAMBIGUATE:
		return test_disambiguate(c) == (t->position == 1);
	case TEST_HOLDS:
	case TEST_HAS_SHORT:
		return extend_test(c, t);
	}
	return false;
}

bool
render_test(struct render *c, const struct rule *b)
{
	for (size_t i = 0; i < b->tests.n; i++) {
		bool holds = one(c, &b->tests.at[i]);
		if (b->match == MATCH_ANY && holds)
			return true;
		if (b->match == MATCH_ALL && !holds)
			return false;
		if (b->match == MATCH_NONE && holds)
			return false;
	}
	return b->match != MATCH_ANY || b->tests.n == 0;
}
