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

/* The length of a tag of CSL's markup at t[i], or 0: a "<" of the words. */
static size_t
tag_at(struct text t, size_t i)
{
	static const char *const names[] = {"i", "b", "sup", "sub", "sc",
	    "span"};
	size_t close = text_findc(t, i, '>');
	struct text name = text_sub(t, i + 1, close);

	if (close == t.n)
		return 0;
	if (name.n && name.s[0] == '/')
		name = text_sub(name, 1, name.n);
	name = text_sub(name, 0, text_findc(name, 0, ' '));
	for (size_t k = 0; k < sizeof(names) / sizeof(names[0]); k++)
		if (text_is(name, names[k]))
			return close + 1 - i;
	return 0;
}

struct text
reference_words(struct arena *a, struct text rich)
{
	struct buf b = {.a = a};

	for (size_t i = 0; i < rich.n;) {
		size_t tag = rich.s[i] == '<' ? tag_at(rich, i) : 0;
		if (!tag)
			buf_addc(&b, rich.s[i++]);
		i += tag;
	}
	return buf_text(&b);
}

/* point := year ["-" month ["-" day]] | year "-" season, which is 21 to 24 */
static void
show_point(struct buf *b, const struct date_point *p)
{
	/* CSL's 44 BC is the year -43 of ISO 8601. */
	int year = p->year < 0 ? p->year + 1 : p->year;

	buf_fmt(b, "%s%04d", year < 0 ? "-" : "", year < 0 ? -year : year);
	if (p->season)
		buf_fmt(b, "-%02d", p->season + 20);
	else if (p->month)
		buf_fmt(b, "-%02d", p->month);
	if (p->month && p->day)
		buf_fmt(b, "-%02d", p->day);
}

struct text
date_show(struct arena *a, const struct date *d)
{
	struct buf b = {.a = a};

	if (!d)
		return TEXT("");
	if (!d->from.year && !d->range)
		return d->literal;
	if (d->from.year)
		show_point(&b, &d->from);
	else
		buf_add(&b, TEXT(".."));
	if (d->range)
		buf_addc(&b, '/');
	if (d->range && d->open)
		buf_add(&b, TEXT(".."));
	else if (d->range)
		show_point(&b, &d->to);
	if (d->circa)
		buf_addc(&b, '~');
	return buf_text(&b);
}

const char *
verification_name(enum verification v)
{
	static const char *const names[] = {"uncertain", "known", "seen",
	    "checked"};

	return names[v];
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
	bool plain = r->verification == VERIFY_KNOWN;

	fprintf(d->f, "%.*s: %.*s%s%s", TEXT_ARG(r->id),
	    TEXT_ARG(r->type.n ? r->type : TEXT("(no type)")), plain ? "" : " ",
	    plain ? "" : verification_name(r->verification));
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
