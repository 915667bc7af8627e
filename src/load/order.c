#include "load/order.h"

#include "load/day.h"

enum {
	SOFT = 1,  /* odd, and possible: a warning in a final report too */
	LATER = 2, /* the carets are at the later one's place, `late` */
	WITHIN = 4 /* `late` too is of the entry */
};

/* `early` may not be after `late`.  With a list, `early` is a key of each of
 * its entries; with LATER it is `late` that is. */
struct row {
	const char *list;
	const char *early, *late;
	unsigned flags;
	const char *says;
};

static const struct row rows[] = {
    {NULL, "instructions.letter", "report_date", 0,
	"the letter of instruction is dated after the report"},
    {NULL, "instructions.received", "report_date", 0,
	"the instructions were received after the date of the report"},
    {NULL, "instructions.letter", "instructions.received", LATER,
	"the letter of instruction was received before its date"},
    {"instructions.oral", "date", "report_date", 0,
	"this conversation is dated after the report"},
    {NULL, "method.from", "method.to", 0, "the search begins after it ends"},
    {NULL, "method.to", "report_date", 0,
	"the search ends after the date of the report"},
    {NULL, "method.cutoff", "report_date", 0,
	"the cut-off is after the date of the report"},
    {NULL, "method.cutoff", "method.to", SOFT,
	"the cut-off is after the end of the search"},
    {NULL, "report_date", "hearing.date", SOFT | LATER,
	"the hearing is before the date of the report"},
    {NULL, "report_date", "signed.on", LATER,
	"the report is signed before its date"},
    {NULL, "anonymity.made_on", "report_date", 0,
	"the order for anonymity is dated after the report"},
    {NULL, "permission.order_date", "report_date", 0,
	"the permission is dated after the report"},
    {NULL, "subject.born", "report_date", 0,
	"the subject was born after the date of the report"},
    {"facts", "subject.born", "date", SOFT | LATER,
	"this fact is dated before the subject was born"},
    {"facts", "date", "report_date", 0, "this fact is dated after the report"},
    {"documents", "date", "report_date", 0,
	"this document is dated after the report"},
    {"waivers", "when", "report_date", SOFT,
	"this waiver is dated after the report"},
    {"expert.posts", "from", "to", WITHIN, "this post ends before it begins"},
    {NULL, "expert.last_visit.date", "report_date", SOFT,
	"the expert's last visit is after the date of the report"},
};

struct orderer {
	const struct value *facts, *expert;
	enum level hard;
	struct diag *d;
};

/* A path of the case, or of the expert's file behind "expert.". */
static const struct value *
find(const struct orderer *o, const char *path)
{
	static const char expert[] = "expert.";

	if (strncmp(path, expert, sizeof(expert) - 1) == 0)
		return value_at(o->expert, path + sizeof(expert) - 1);
	return value_at(o->facts, path);
}

static bool
span_of(const struct value *v, struct day_span *out)
{
	return v && v->kind == VALUE_TEXT && day_span(v->text, out);
}

static void
compare(const struct orderer *o, const struct row *row,
    const struct value *early, const struct value *late)
{
	struct day_span a, b;

	if (!span_of(early, &a) || !span_of(late, &b) || a.from <= b.to)
		return;
	bool later = row->flags & LATER;
	const struct value *v = later ? late : early;
	const struct value *other = later ? early : late;
	struct finding *f =
	    diag(o->d, row->flags & SOFT ? LEVEL_WARNING : o->hard, "CASE-08",
		v->pos, "%s: %.*s", row->says, TEXT_ARG(v->text));
	if (!(row->flags & SOFT))
		finding_hint(o->d, f, "one of the two is wrong");
	finding_remark(o->d, f, "other", other->pos, "%.*s: %.*s",
	    TEXT_ARG(other->key), TEXT_ARG(other->text));
}

static void
check_list(const struct orderer *o, const struct row *row)
{
	const struct value *list = find(o, row->list);
	bool later = row->flags & LATER, within = row->flags & WITHIN;
	const struct value *early = later ? find(o, row->early) : NULL;
	const struct value *late = later || within ? NULL : find(o, row->late);

	for (const struct value *v = list ? list->child : NULL; v; v = v->next)
		compare(o, row, later ? early : value_at(v, row->early),
		    later || within ? value_at(v, row->late) : late);
}

void
order_check(const struct kase *k, struct diag *d)
{
	struct orderer o = {k->facts, k->expert,
	    k->final ? LEVEL_ERROR : LEVEL_WARNING, d};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		if (rows[i].list)
			check_list(&o, &rows[i]);
		else
			compare(&o, &rows[i], find(&o, rows[i].early),
			    find(&o, rows[i].late));
}

/* --- sections --- */

void
order_front(const struct template *t, struct diag *d)
{
	static const struct row row = {NULL, "cutoff", "reviewed", SOFT | LATER,
	    "the section was reviewed before its own cut-off"};
	struct orderer o = {t->front, NULL, LEVEL_WARNING, d};

	compare(&o, &row, find(&o, row.early), find(&o, row.late));
}

void
order_section(const struct kase *k, const struct section_use *use,
    const struct template *t, struct diag *d)
{
	const struct value *cutoff = value_at(t->front, "cutoff");
	const struct value *report = value_at(k->facts, "report_date");
	struct day_span a, b;

	if (!span_of(cutoff, &a) || !span_of(report, &b) || a.from <= b.to)
		return;
	struct finding *f = diag(d, LEVEL_WARNING, "CASE-08", use->pos,
	    "the cut-off of this section is after the date of the report: "
	    "%.*s",
	    TEXT_ARG(use->id));
	finding_remark(d, f, "other", cutoff->pos, "cutoff: %.*s",
	    TEXT_ARG(cutoff->text));
}
