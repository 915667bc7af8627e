#include "model/reference.h"

const struct reference *
reference_at(const struct references *r, struct text id)
{
	return r ? map_at(&r->by_id, id) : NULL;
}

struct text
reference_text(const struct reference *r, const char *var)
{
	for (size_t i = 0; i < r->fields.n; i++)
		if (text_is(r->fields.at[i].var, var))
			return r->fields.at[i].text;
	return TEXT("");
}

const struct date *
reference_date(const struct reference *r, const char *var)
{
	for (size_t i = 0; i < r->dates.n; i++)
		if (text_is(r->dates.at[i].var, var))
			return &r->dates.at[i];
	return NULL;
}

const struct name_list *
reference_names(const struct reference *r, const char *var)
{
	for (size_t i = 0; i < r->names.n; i++)
		if (text_is(r->names.at[i].var, var))
			return &r->names.at[i];
	return NULL;
}

/* --- dump --- */

struct dump {
	struct line_cursor cursor;
	FILE *f;
};

static void
place(struct dump *d, struct pos at)
{
	unsigned line = 0, col = 0;

	at = pos_file(at);
	if (at.src)
		cursor_linecol(&d->cursor, at, &line, &col);
	fprintf(d->f, " @%u:%u\n", line, col);
}

static void
dump_part(struct dump *d, const char *what, struct text t)
{
	if (t.n)
		fprintf(d->f, " %s \"%.*s\"", what, TEXT_ARG(t));
}

static void
dump_name(struct dump *d, const struct name *n)
{
	dump_part(d, "literal", n->literal);
	dump_part(d, "family", n->family);
	dump_part(d, "given", n->given);
	dump_part(d, "dropping", n->dropping);
	dump_part(d, "non-dropping", n->nondropping);
	dump_part(d, "suffix", n->suffix);
	fputs(n->comma_suffix ? " comma-suffix" : "", d->f);
	fputs(n->static_ordering ? " static-ordering" : "", d->f);
}

static void
dump_point(struct dump *d, const struct date_point *p)
{
	fprintf(d->f, " %d", p->year);
	if (p->month)
		fprintf(d->f, "-%02d", p->month);
	if (p->day)
		fprintf(d->f, "-%02d", p->day);
	if (p->season)
		fprintf(d->f, " season %d", p->season);
}

static void
dump_date(struct dump *d, const struct date *t)
{
	fprintf(d->f, "  %.*s: date", TEXT_ARG(t->var));
	if (t->from.year || t->from.month || t->from.season || t->range)
		dump_point(d, &t->from);
	if (t->range) {
		fputs(" to", d->f);
		if (t->open)
			fputs(" open", d->f);
		else
			dump_point(d, &t->to);
	}
	fputs(t->circa ? " circa" : "", d->f);
	dump_part(d, "literal", t->literal);
	place(d, t->pos);
}

static void
dump_reference(struct dump *d, const struct reference *r)
{
	static const char *const verified[] = {" uncertain", "", " seen",
	    " checked"};

	fprintf(d->f, "%.*s: %.*s%s", TEXT_ARG(r->id),
	    TEXT_ARG(r->type.n ? r->type : TEXT("(no type)")),
	    verified[r->verification]);
	place(d, r->pos);
	for (size_t i = 0; i < r->fields.n; i++) {
		const struct field *f = &r->fields.at[i];
		fprintf(d->f, "  %.*s: \"%.*s\"", TEXT_ARG(f->var),
		    TEXT_ARG(f->text));
		place(d, f->pos);
	}
	for (size_t i = 0; i < r->names.n; i++) {
		const struct name_list *l = &r->names.at[i];
		for (size_t k = 0; k < l->n; k++) {
			fprintf(d->f, "  %.*s: name", TEXT_ARG(l->var));
			dump_name(d, &l->at[k]);
			place(d, l->pos);
		}
	}
	for (size_t i = 0; i < r->dates.n; i++)
		dump_date(d, &r->dates.at[i]);
}

void
references_dump(const struct references *r, FILE *f)
{
	struct dump d = {.f = f};

	for (size_t i = 0; r && i < r->all.n; i++)
		dump_reference(&d, r->all.at[i]);
}
