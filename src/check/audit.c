#include "check/audit.h"

#include "check/audit_twin.h"
#include "check/lookalike.h"

enum { SHOWN = 3 }; /* records of a finding that stands for many */

/* What is wrong with one record: where, and words for what is not plain. */
struct fault {
	struct pos at;
	struct text detail; /* or "" */
	const struct audit_entry *of;
};

struct auditor {
	const struct audit *w;
	struct twins twins;
	ARRAY(struct fault) faults; /* of the kind in hand */
};

struct kind {
	const char *code;
	enum level level;
	const char *one;  /* ... and the record's id */
	const char *many; /* "3 of 12 sources" ... */
	const char *hint;
	bool (*concerns)(const struct reference *r); /* NULL: all */
	bool (*wrong)(struct auditor *c, const struct reference *r,
	    struct fault *f);
};

static const struct field *
field_at(const struct reference *r, const char *var)
{
	for (size_t i = 0; i < r->fields.n; i++)
		if (text_is(r->fields.at[i].var, var)
		    && text_trim(r->fields.at[i].text).n)
			return &r->fields.at[i];
	return NULL;
}

static bool
has_url(const struct reference *r)
{
	return field_at(r, "URL") != NULL;
}

static bool
not_opened(struct auditor *c, const struct reference *r, struct fault *f)
{
	(void)c;
	f->at = field_at(r, "URL")->pos;
	return !reference_date(r, "accessed");
}

static bool
not_archived(struct auditor *c, const struct reference *r, struct fault *f)
{
	const struct value *v = value_at(r->custom, "archived");

	(void)c;
	f->at = field_at(r, "URL")->pos;
	return !v || v->kind == VALUE_NULL
	    || (v->kind == VALUE_TEXT && !text_trim(v->text).n);
}

static bool
not_verified(struct auditor *c, const struct reference *r, struct fault *f)
{
	(void)c;
	f->detail = text_of(verification_name(r->verification));
	return r->verification != VERIFY_CHECKED;
}

/* What was said to somebody has no title. */
static bool
is_titled(const struct reference *r)
{
	return !text_is(r->type, "interview")
	    && !text_is(r->type, "personal_communication");
}

static bool
no_title(struct auditor *c, const struct reference *r, struct fault *f)
{
	(void)c;
	(void)f;
	return !field_at(r, "title");
}

static bool
not_issued(struct auditor *c, const struct reference *r, struct fault *f)
{
	(void)c;
	(void)f;
	return !reference_date(r, "issued");
}

/* Whether all of p lies after `than`: "2026" is not after "2026-11-20". */
static bool
later(const struct date_point *p, const struct date_point *than)
{
	if (p->year != than->year)
		return p->year > than->year;
	if (!p->month || !than->month || p->month != than->month)
		return than->month && p->month > than->month;
	return than->day && p->day > than->day;
}

/* A day to come may well be announced; nothing can be read before it is
 * published. */
static const struct date *
date_after(const struct reference *r, const struct date_point *than)
{
	for (size_t i = 0; i < r->dates.n; i++) {
		const struct date *d = &r->dates.at[i];
		const struct date_point *end =
		    d->range && !d->open ? &d->to : &d->from;
		if (text_is(d->var, "event-date")
		    || text_is(d->var, "available-date"))
			continue;
		if (end->year && later(end, than))
			return d;
	}
	return NULL;
}

static bool
dated_after(struct auditor *c, const struct date *d, struct fault *f)
{
	if (!d)
		return false;
	f->at = d->pos;
	f->detail = text_fmt(c->w->a, "%.*s %.*s", TEXT_ARG(d->var),
	    TEXT_ARG(date_show(c->w->a, d)));
	return true;
}

static bool
after_report(struct auditor *c, const struct reference *r, struct fault *f)
{
	if (!c->w->report.year)
		return false;
	return dated_after(c, date_after(r, &c->w->report), f);
}

/* What is after the report's date has been said. */
static bool
in_future(struct auditor *c, const struct reference *r, struct fault *f)
{
	const struct audit *w = c->w;

	if (w->report.year && date_after(r, &w->report))
		return false;
	return dated_after(c, date_after(r, &w->today), f);
}

static bool
is_twin(struct auditor *c, const struct reference *r, struct fault *f)
{
	const char *why;
	const struct reference *other = twins_find(&c->twins, r, &why);

	if (!other)
		return false;
	f->detail = text_fmt(c->w->a, "%s as %.*s, %.*s", why,
	    TEXT_ARG(other->id), TEXT_ARG(pos_show(c->w->a, other->pos)));
	return true;
}

static bool
looks_like(struct auditor *c, const struct reference *r, struct fault *f)
{
	struct text as = lookalike_ascii(c->w->a, r->id);

	f->detail = text_fmt(c->w->a, "it reads as %.*s", TEXT_ARG(as));
	return as.n > 0;
}

static const struct kind kinds[] = {
    {"SRC-01", LEVEL_WARNING, "no day on which its URL was opened",
	"with a URL lack the day on which it was opened",
	"open it, then add accessed: and the day", has_url, not_opened},
    {"SRC-02", LEVEL_WARNING, "no archived copy of its URL",
	"with a URL lack an archived copy",
	"add custom.archived: and the copy's address", has_url, not_archived},
    {"SRC-03", LEVEL_WARNING, "no record that a person opened this source",
	"lack a record that a person opened them",
	"open each, then add custom.verified: {by, on, how}", NULL,
	not_verified},
    {"SRC-04", LEVEL_WARNING, "no title", "have no title",
	"add title:", is_titled, no_title},
    {"SRC-05", LEVEL_WARNING, "no date of issue", "have no date of issue",
	"add issued:, if the document has a date", NULL, not_issued},
    {"SRC-06", LEVEL_ERROR, "a date in the future", "have a date in the future",
	"", NULL, in_future},
    {"SRC-07", LEVEL_ERROR, "a date after the report's",
	"have a date after the report's", "", NULL, after_report},
    {"SRC-08", LEVEL_WARNING, "this source may be there twice",
	"may be there twice", "leave one, and cite it everywhere", NULL,
	is_twin},
    {"SRC-09", LEVEL_ERROR, "a key with letters of another alphabet",
	"have a key with letters of another alphabet",
	"write it with the letters of the keyboard", NULL, looks_like},
};

/* "issued 2031, paragraph 4", or either alone. */
static struct text
describe(struct arena *a, const struct fault *f)
{
	struct text where = f->of->where;

	return text_fmt(a, "%.*s%s%.*s", TEXT_ARG(f->detail),
	    f->detail.n && where.n ? ", " : "", TEXT_ARG(where));
}

static void
say_one(const struct audit *w, const struct kind *k, enum level level,
    const struct fault *f)
{
	struct text words = describe(w->a, f);
	struct finding *said = diag(w->d, level, k->code, f->at, "%s: %.*s",
	    k->one, TEXT_ARG(f->of->ref->id));

	if (*k->hint)
		finding_hint(w->d, said, "%s", k->hint);
	if (words.n)
		finding_remark(w->d, said, "note", (struct pos){0}, "%.*s",
		    TEXT_ARG(words));
}

static void
list_fault(const struct audit *w, struct finding *said, const struct fault *f)
{
	struct text words = describe(w->a, f);

	finding_remark(w->d, said, "source", f->at, "%.*s%s%.*s",
	    TEXT_ARG(f->of->ref->id), words.n ? ": " : "", TEXT_ARG(words));
}

static void
say_many(const struct auditor *c, const struct kind *k, enum level level,
    size_t concerned)
{
	const struct audit *w = c->w;
	size_t n = c->faults.n, shown = n > SHOWN + 1 ? SHOWN : n;
	struct finding *said = diag(w->d, level, k->code, c->faults.at[0].at,
	    "%zu of %zu sources %s", n, concerned, k->many);

	if (*k->hint)
		finding_hint(w->d, said, "%s", k->hint);
	for (size_t i = 0; i < shown; i++)
		list_fault(w, said, &c->faults.at[i]);
	if (shown < n)
		finding_remark(w->d, said, "note", (struct pos){0},
		    "and %zu more, which --all shows", n - shown);
}

static void
run_kind(struct auditor *c, const struct kind *k, enum level level)
{
	size_t concerned = 0;

	c->faults.n = 0;
	for (size_t i = 0; i < c->w->n; i++) {
		const struct audit_entry *e = &c->w->at[i];
		struct fault f = {e->ref->pos, TEXT(""), e};
		if (k->concerns && !k->concerns(e->ref))
			continue;
		concerned++;
		if (k->wrong(c, e->ref, &f))
			array_push(c->w->a, &c->faults, f);
	}
	if (c->faults.n > 1 && !c->w->all) {
		say_many(c, k, level, concerned);
		return;
	}
	for (size_t i = 0; i < c->faults.n; i++)
		say_one(c->w, k, level, &c->faults.at[i]);
}

void
audit(const struct audit *w)
{
	struct auditor c = {.w = w, .twins.a = w->a};
	enum level level;

	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
		level = kinds[i].level;
		if (!w->profile
		    || profile_level(w->profile, kinds[i].code, level, &level))
			run_kind(&c, &kinds[i], level);
	}
}
