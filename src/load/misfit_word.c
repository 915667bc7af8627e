#include "base/near.h"
#include "load/day.h"
#include "load/misfit.h"

enum { MANY = 12 }; /* words, more than which are listed only in need */

/* --- words --- */

void
misfit_word(struct checker *c, const struct value *v,
    const struct schema_field *f)
{
	struct text rest = text_of(f->words), word;
	struct near near = near_to(v->text);
	struct buf all = {.a = c->a};
	unsigned n = 0;

	while (schema_next_word(&rest, &word)) {
		n++;
		near_offer(&near, word);
		buf_fmt(&all, "%s%.*s", all.n ? ", " : "", TEXT_ARG(word));
	}
	struct text plain = misfit_plain(v->text);
	struct text best = schema_word(f->words, plain) ? plain
	    : f->near                                   ? f->near(v->text)
							: near.best;
	struct finding *found = misfit(c, "CASE-05", v->pos,
	    "not one of the words allowed: %.*s", TEXT_ARG(v->text));
	if (best.n)
		finding_hint(c->d, found, "did you mean %.*s?", TEXT_ARG(best));
	if (best.n && n > MANY)
		return;
	if (f->type == FIELD_CHOICE)
		buf_fmt(&all, ", or a map of keys");
	finding_remark(c->d, found, "allowed", (struct pos){0}, "%.*s",
	    TEXT_ARG(buf_text(&all)));
}

void
misfit_twice(struct checker *c, const struct value *id, struct pos first)
{
	struct finding *f = misfit(c, "CASE-06", id->pos,
	    "this id is there twice: %.*s", TEXT_ARG(id->text));

	finding_remark(c->d, f, "first", first, "%s", "");
}

void
misfit_id(struct checker *c, const struct value *v)
{
	struct finding *f = misfit(c, "CASE-03", v->pos,
	    "an id is one word, without brackets or quotes: %.*s",
	    TEXT_ARG(v->text));

	finding_hint(c->d, f, "letters, digits, - and _");
}

/* --- dates --- */

/* Why a date that was understood does not exist. */
static void
hint_month(struct checker *c, struct finding *f, struct day d)
{
	if (d.year >= 1 && d.month >= 1 && d.month <= 12)
		finding_hint(c->d, f, "%s %d has %d days",
		    day_month_name(d.month), d.year,
		    day_month_length(d.year, d.month));
	else
		finding_hint(c->d, f,
		    "year, month and day: the months are 01 to 12");
}

static void
hint_guess(struct checker *c, struct finding *f, const struct day_guess *g)
{
	struct text day = day_show(c->a, g->day);

	if (g->other.year)
		finding_hint(c->d, f, "write %.*s or %.*s, whichever is meant",
		    TEXT_ARG(day), TEXT_ARG(day_show(c->a, g->other)));
	else
		finding_hint(c->d, f, "write it as %.*s", TEXT_ARG(day));
}

void
misfit_date(struct checker *c, const struct value *v, bool partial)
{
	struct text plain = misfit_plain(v->text);
	struct day d;
	struct day_guess g;
	bool shape =
	    partial ? day_parse_partial(plain, &d) : day_parse(plain, &d);
	bool guessed = !shape && day_guess(plain, &g);
	struct day_span span;
	bool marked = shape && day_span(plain, &span);
	bool lost =
	    !marked && (shape || (guessed && g.day.day && !day_exists(g.day)));
	struct finding *f = misfit(c, "CASE-04", v->pos,
	    lost ? "there is no such day: %.*s" : "not a date: %.*s",
	    TEXT_ARG(v->text));

	if (marked)
		finding_hint(c->d, f,
		    "write it as %.*s, without the marks around it",
		    TEXT_ARG(plain));
	else if (lost)
		hint_month(c, f, shape ? d : g.day);
	else if (guessed && g.day.day)
		hint_guess(c, f, &g);
	else if (guessed && partial)
		finding_hint(c->d, f, "write it as %.*s",
		    TEXT_ARG(day_show(c->a, g.day)));
	else if (guessed || (plain.n == 4 && day_parse_partial(plain, &d)))
		finding_hint(c->d, f,
		    "the day is needed too; write it as 2026-11-20");
	else
		finding_hint(c->d, f, "write it as 2026-11-20");
}
