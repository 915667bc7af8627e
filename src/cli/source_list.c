#include "cli/source_list.h"

#include "base/quote.h"
#include "base/uni.h"

enum { COLUMNS = 6, TITLE_LENGTH = 60 };

struct row {
	struct text at[COLUMNS];
};

struct sheaf {
	struct arena *a;
	struct buf b;
	ARRAY(struct row) rows;
	size_t width[COLUMNS];
};

static struct text
title_of(struct arena *a, const struct reference *ref)
{
	struct text t = reference_text(ref, "title-short");

	return reference_words(a, t.n ? t : reference_text(ref, "title"));
}

/* Not longer than a line has room for, cut before a word. */
static struct text
cut_title(struct arena *a, struct text t)
{
	size_t at = 0, blank = 0;

	if (uni_length(t) <= TITLE_LENGTH)
		return t;
	for (size_t n = 0; n < TITLE_LENGTH && at < t.n; n++) {
		if (t.s[at] == ' ')
			blank = at;
		text_next(t, &at);
	}
	t = text_sub(t, 0, blank ? blank : at);
	return text_join(a, t, TEXT("…"));
}

static void
add_row(struct sheaf *s, const struct record *r)
{
	const struct reference *ref = r->ref;
	struct text issued = date_show(s->a, reference_date(ref, "issued"));
	struct row row = {{ref->id, ref->type, issued,
	    text_of(verification_name(ref->verification)),
	    text_fmt(s->a, "%zu", r->places),
	    cut_title(s->a, title_of(s->a, ref))}};

	for (size_t i = 0; i < COLUMNS; i++) {
		if (!row.at[i].n)
			row.at[i] = TEXT("-");
		size_t n = uni_length(row.at[i]);
		if (n > s->width[i])
			s->width[i] = n;
	}
	array_push(s->a, &s->rows, row);
}

static void
add_columns(struct sheaf *s)
{
	for (size_t i = 0; i < s->rows.n; i++) {
		const struct text *at = s->rows.at[i].at;
		for (size_t k = 0; k < COLUMNS; k++) {
			size_t pad = s->width[k] - uni_length(at[k]);
			bool last = k + 1 == COLUMNS;
			buf_add(&s->b, at[k]);
			for (size_t n = last ? 0 : pad + 2; n; n--)
				buf_addc(&s->b, ' ');
		}
		buf_addc(&s->b, '\n');
	}
}

static void
add_string(struct buf *b, const char *before, struct text t)
{
	buf_add(b, text_of(before));
	quote_json(b, t);
}

static void
add_object(struct sheaf *s, const struct record *r, const char *sep)
{
	const struct reference *ref = r->ref;

	buf_add(&s->b, text_of(sep));
	add_string(&s->b, "  {\"id\": ", ref->id);
	add_string(&s->b, ", \"type\": ", ref->type);
	add_string(&s->b, ", \"title\": ", title_of(s->a, ref));
	add_string(&s->b,
	    ", \"issued\": ", date_show(s->a, reference_date(ref, "issued")));
	add_string(&s->b, ", \"verification\": ",
	    text_of(verification_name(ref->verification)));
	buf_fmt(&s->b, ", \"used\": %zu}", r->places);
}

void
sources_list(const struct census *c, bool unused, enum list_format format,
    FILE *out)
{
	struct arena *a = arena_new();
	struct sheaf s = {.a = a, .b = {.a = a}};
	const char *sep = "[\n";

	for (size_t i = 0; i < c->all.n; i++) {
		const struct record *r = c->all.at[i];
		if (unused && r->cites.n)
			continue;
		if (format == LIST_TEXT)
			add_row(&s, r);
		else
			add_object(&s, r, sep);
		sep = ",\n";
	}
	if (format == LIST_TEXT)
		add_columns(&s);
	else
		buf_add(&s.b, *sep == '[' ? TEXT("[]\n") : TEXT("\n]\n"));
	if (s.b.n)
		fwrite(s.b.at, 1, s.b.n, out);
	arena_free(a);
}

/* place := "paragraph 12" ["," "note 7"] | "note 7" | heading */
static struct text
place_of(struct arena *a, const struct citation *c)
{
	if (c->para.n && c->note.n)
		return text_fmt(a, "paragraph %.*s, note %.*s",
		    TEXT_ARG(c->para), TEXT_ARG(c->note));
	if (c->para.n)
		return text_fmt(a, "paragraph %.*s", TEXT_ARG(c->para));
	if (c->note.n)
		return text_fmt(a, "note %.*s", TEXT_ARG(c->note));
	return c->heading;
}

static void
add_place(struct buf *b, const struct citation *c, const char *sep)
{
	unsigned line, col;

	pos_linecol(c->pos, &line, &col);
	buf_add(b, text_of(sep));
	add_string(b, "  {\"file\": ", c->pos.src->name);
	buf_fmt(b, ", \"line\": %u", line);
	add_string(b, ", \"paragraph\": ", c->para);
	add_string(b, ", \"note\": ", c->note);
	add_string(b, ", \"heading\": ", c->heading);
	buf_addc(b, '}');
}

void
sources_usage(const struct record *r, enum list_format format, FILE *out)
{
	struct arena *a = arena_new();
	struct buf b = {.a = a};
	const char *sep = "[\n";

	for (size_t i = 0; i < r->cites.n; i++) {
		const struct citation *c = &r->cites.at[i];
		if (format == LIST_JSON) {
			add_place(&b, c, sep);
			sep = ",\n";
			continue;
		}
		struct text place = place_of(a, c);
		buf_fmt(&b, "%.*s%s%.*s\n", TEXT_ARG(pos_show(a, c->pos)),
		    place.n ? "  " : "", TEXT_ARG(place));
	}
	if (format == LIST_JSON)
		buf_add(&b, *sep == '[' ? TEXT("[]\n") : TEXT("\n]\n"));
	if (b.n)
		fwrite(b.at, 1, b.n, out);
	arena_free(a);
}
