#include "base/quote.h"
#include "cli/provenance.h"

enum {
	SHOWN_WORDS = 300, /* bytes of the paragraph's own words */
	SHOWN_WIDTH = 72,  /* of its lines */
	SHOWN_VALUE = 60,  /* bytes of a fact's */
	SHOWN_LIKE = 3     /* facts of one kind */
};

/* --- where things stand --- */

static struct text
file_of(struct pos at)
{
	at = pos_file(at);
	return at.src ? at.src->name : TEXT("");
}

static unsigned
line_of(struct pos at)
{
	unsigned line = 0, col;

	at = pos_file(at);
	if (at.src)
		pos_linecol(at, &line, &col);
	return line;
}

/* The last byte may stand in another file than the first: then the first. */
static unsigned
last_line(const struct entry *e)
{
	unsigned first = line_of(e->pos), last = line_of(e->last);

	if (!text_eq(file_of(e->pos), file_of(e->last)) || last < first)
		return first;
	return last;
}

/* What is read of it. */
static const char *
kind_of(const struct reading *r)
{
	if (r->kind == READ_ABSENT)
		return "absence";
	if (r->kind == READ_VALUE)
		return "value";
	return r->value->kind == VALUE_MAP ? "keys" : "elements";
}

static struct text
value_of(struct arena *a, const struct reading *r)
{
	const struct value *v = r->value;

	if (r->kind == READ_ABSENT)
		return TEXT("not there");
	if (r->kind == READ_SHAPE)
		return text_fmt(a, "%zu %s%s", v->n,
		    v->kind == VALUE_MAP ? "key" : "element",
		    v->n == 1 ? "" : "s");
	if (v->kind == VALUE_NULL)
		return TEXT("empty");
	if (v->kind == VALUE_UNKNOWN)
		return text_fmt(a, "!unknown %.*s", TEXT_ARG(v->text));
	return v->text;
}

static struct text
path_of(struct arena *a, const struct provenance *p, const struct reading *r)
{
	struct text path = paths_reading(a, p->paths, r);

	return path.n ? path : TEXT("the case");
}

/* --- for people --- */

/* On one line, cut at a blank, or where a character begins. */
static struct text
brief(struct arena *a, struct text t, size_t most)
{
	struct buf b = {.a = a};
	size_t n = most;

	t = text_trim(t);
	if (t.n > most) {
		while (n && t.s[n] != ' ' && t.s[n] != '\n')
			n--;
		for (n = n ? n : most; n && (t.s[n] & 0xc0) == 0x80;)
			n--;
	}
	struct text kept = text_trim(text_sub(t, 0, t.n > most ? n : t.n));
	for (size_t i = 0; i < kept.n; i++)
		buf_addc(&b, kept.s[i] == '\n' ? ' ' : kept.s[i]);
	if (t.n > most)
		buf_add(&b, TEXT(" \u2026"));
	return buf_text(&b);
}

static void
show_place(const struct entry *e, FILE *out)
{
	unsigned first = line_of(e->pos), last = last_line(e);
	struct text file = file_of(e->pos);

	if (!file.n)
		return;
	fprintf(out, "\n  written in    %.*s:%u", TEXT_ARG(file), first);
	if (last > first)
		fprintf(out, "-%u", last);
	putc('\n', out);
	for (struct pos at = e->place; at.src; at = at.src->from) {
		file = file_of(at);
		bool fact = e->place.src == at.src && !e->template.n;
		fprintf(out, "  %s %.*s:%u\n",
		    fact ? "printed by   " : "included from", TEXT_ARG(file),
		    line_of(at));
	}
}

/* "documents[2].id" is one of "documents[*].id". */
static struct text
pattern_of(struct arena *a, struct text path)
{
	size_t open = path.n, close;

	while (open && path.s[open - 1] != '[')
		open--;
	close = text_findc(path, open, ']');
	if (!open)
		return path;
	return text_fmt(a, "%.*s*%.*s", TEXT_ARG(text_sub(path, 0, open)),
	    TEXT_ARG(text_sub(path, close, path.n)));
}

struct fact_row {
	const struct reading *r;
	struct text path, pattern;
	size_t
	    like; /* how many have that pattern, if it is the first of them */
};

struct fact_rows {
	ARRAY(struct fact_row) at;
};

static struct fact_rows
rows_of(struct arena *a, const struct provenance *p, const struct entry *e,
    bool words)
{
	struct fact_rows rows = {{0}};

	for (size_t i = 0; i < e->facts.at.n; i++) {
		const struct reading *r = &e->facts.at.at[i];
		struct fact_row row = {.r = r, .path = path_of(a, p, r)};
		if (r->words != words)
			continue;
		row.pattern = pattern_of(a, row.path);
		row.like = 1;
		for (size_t k = 0; row.like && k < rows.at.n; k++) {
			struct fact_row *other = &rows.at.at[k];
			if (!text_eq(other->pattern, row.pattern))
				continue;
			other->like += other->like > 0;
			row.like = 0;
		}
		array_push(a, &rows.at, row);
	}
	return rows;
}

static void
show_row(struct arena *a, const struct fact_rows *rows, size_t n, FILE *out)
{
	const struct fact_row *row = &rows->at.at[n], *last = row;
	struct pos at = reading_pos(row->r);

	for (size_t i = n; i < rows->at.n; i++)
		if (text_eq(rows->at.at[i].pattern, row->pattern))
			last = &rows->at.at[i];
	if (row->like > SHOWN_LIKE) {
		fprintf(out, "    %-28.*s %.*s:%u-%u  %zu values\n",
		    TEXT_ARG(row->pattern), TEXT_ARG(file_of(at)), line_of(at),
		    line_of(reading_pos(last->r)), row->like);
		return;
	}
	struct text value = brief(a, value_of(a, row->r), SHOWN_VALUE);
	fprintf(out, "    %-28.*s %.*s:%u  %.*s\n", TEXT_ARG(row->path),
	    TEXT_ARG(file_of(at)), line_of(at), TEXT_ARG(value));
}

/* Many that differ in a number alone are shown as one. */
static void
show_facts(struct arena *a, const struct provenance *p, const struct entry *e,
    bool words, FILE *out)
{
	struct fact_rows rows = rows_of(a, p, e, words);

	if (rows.at.n)
		fprintf(out, "\n  %s\n",
		    words ? "facts in its words"
			  : "facts that decide whether it stands here");
	for (size_t i = 0; i < rows.at.n; i++) {
		size_t like = rows.at.at[i].like;
		for (size_t k = 0; !like && k < i; k++)
			if (text_eq(rows.at.at[k].pattern,
				rows.at.at[i].pattern)
			    && rows.at.at[k].like)
				like = rows.at.at[k].like > SHOWN_LIKE ? 0 : 1;
		if (like)
			show_row(a, &rows, i, out);
	}
}

static void
show_works(struct arena *a, const struct entry *e, FILE *out)
{
	if (e->works.n)
		fputs("\n  sources\n", out);
	for (size_t i = 0; i < e->works.n; i++) {
		const struct cited_work *w = &e->works.at[i];
		struct text what = w->key;
		if (w->locator.n)
			what = text_fmt(a, "%.*s, %.*s", TEXT_ARG(w->key),
			    TEXT_ARG(w->locator));
		fprintf(out, "    %-28.*s ", TEXT_ARG(what));
		if (w->ref)
			fprintf(out, "%.*s:%u\n",
			    TEXT_ARG(file_of(w->ref->pos)),
			    line_of(w->ref->pos));
		else
			fputs("in no list of sources\n", out);
	}
}

static void
show_words(struct text words, FILE *out)
{
	struct text one;
	size_t column = 0;

	while (text_split(&words, ' ', &one)) {
		if (column && column + 1 + one.n > SHOWN_WIDTH) {
			putc('\n', out);
			column = 0;
		}
		fprintf(out, "%s%.*s", column ? " " : "    ", TEXT_ARG(one));
		column += 1 + one.n;
	}
	putc('\n', out);
}

void
provenance_show(const struct provenance *p, const struct entry *e, FILE *out)
{
	struct arena *a = arena_new();
	struct text words = node_words(a, e->node);

	fprintf(out, "%s", e->kind);
	if (e->number.n)
		fprintf(out, " %.*s", TEXT_ARG(e->number));
	if (e->label.n)
		fprintf(out, " (%.*s)", TEXT_ARG(e->label));
	if (e->heading.n && e->node->kind != NODE_HEADING)
		fprintf(out, ", under \u201c%.*s\u201d", TEXT_ARG(e->heading));
	fputs("\n\n", out);
	show_words(brief(a, words, SHOWN_WORDS), out);
	show_place(e, out);
	show_facts(a, p, e, true, out);
	show_facts(a, p, e, false, out);
	show_works(a, e, out);
	arena_free(a);
}

/* --- JSON --- */

static void
member(struct buf *b, const char *name, struct text value)
{
	if (b->at[b->n - 1] != '{')
		buf_add(b, TEXT(", "));
	quote_json(b, text_of(name));
	buf_add(b, TEXT(": "));
	if (value.n)
		quote_json(b, value);
	else
		buf_add(b, TEXT("null"));
}

static void
json_place(struct buf *b, struct pos at)
{
	member(b, "file", file_of(at));
	buf_fmt(b, ", \"line\": %u", line_of(at));
}

static void
json_chain(struct buf *b, const struct entry *e)
{
	const char *sep = "";

	buf_add(b, TEXT(", \"from\": ["));
	for (struct pos at = e->place; at.src; at = at.src->from) {
		buf_fmt(b, "%s{", sep);
		json_place(b, at);
		buf_addc(b, '}');
		sep = ", ";
	}
	buf_addc(b, ']');
}

static void
json_facts(struct buf *b, const struct provenance *p, const struct entry *e)
{
	buf_add(b, TEXT(", \"facts\": ["));
	for (size_t i = 0; i < e->facts.at.n; i++) {
		const struct reading *r = &e->facts.at.at[i];
		buf_add(b, i ? TEXT(",\n  {") : TEXT("\n  {"));
		member(b, "path", paths_reading(b->a, p->paths, r));
		json_place(b, reading_pos(r));
		member(b, "reads", text_of(kind_of(r)));
		member(b, "for", r->words ? TEXT("words") : TEXT("condition"));
		buf_addc(b, '}');
	}
	buf_addc(b, ']');
}

static void
json_works(struct buf *b, const struct entry *e)
{
	buf_add(b, TEXT(", \"sources\": ["));
	for (size_t i = 0; i < e->works.n; i++) {
		const struct cited_work *w = &e->works.at[i];
		buf_add(b, i ? TEXT(",\n  {") : TEXT("\n  {"));
		member(b, "key", w->key);
		member(b, "locator", w->locator);
		if (w->ref)
			json_place(b, w->ref->pos);
		buf_addc(b, '}');
	}
	buf_addc(b, ']');
}

/* The id of a country section, and not what is known by its path. */
static struct text
section_of(const struct entry *e)
{
	return text_ends(e->template, TEXT(".md")) ? TEXT("") : e->template;
}

void
provenance_json_entry(struct buf *b, const struct provenance *p,
    const struct entry *e)
{
	buf_addc(b, '{');
	member(b, "kind", text_of(e->kind));
	member(b, "number", e->number);
	member(b, "label", e->label);
	member(b, "heading", e->heading);
	member(b, "section", section_of(e));
	member(b, "file", file_of(e->pos));
	buf_fmt(b, ", \"lines\": [%u, %u]", line_of(e->pos), last_line(e));
	json_chain(b, e);
	json_facts(b, p, e);
	json_works(b, e);
	buf_addc(b, '}');
}

void
provenance_json(struct buf *b, const struct provenance *p)
{
	buf_add(b, TEXT("{\"schema\": 1"));
	member(b, "case", p->kase->path);
	buf_add(b, TEXT(", \"paragraphs\": [\n"));
	for (size_t i = 0; i < p->entries.n; i++) {
		provenance_json_entry(b, p, &p->entries.at[i]);
		buf_add(b, i + 1 < p->entries.n ? TEXT(",\n") : TEXT("\n"));
	}
	buf_add(b, TEXT("]}\n"));
}
