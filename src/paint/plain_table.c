#include <string.h>

#include "paint/plain.h"

enum { BETWEEN = 2 }; /* blanks between two columns */

/* Columns of one table, in characters. */
struct columns {
	size_t n;
	size_t *width;
	const struct col *cols; /* alignment, or NULL */
};

/* One cell of the row being printed. */
struct part {
	struct words words;
	size_t width;
	char align;
};

static size_t
span_of(const struct node *cell, const struct columns *c, size_t at)
{
	size_t span = cell->ncols ? cell->ncols : 1;

	return span < c->n - at ? span : c->n - at;
}

static size_t
widest(struct plain *p, const struct node *cell)
{
	struct words w = plain_wrap(p->a, plain_words(p, cell), SIZE_MAX);
	size_t most = 0;

	for (size_t i = 0; i < w.line.n; i++)
		if (plain_width(w.line.at[i]) > most)
			most = plain_width(w.line.at[i]);
	return most;
}

static size_t
count_columns(const struct node *table)
{
	size_t most = table->ncols;

	for (const struct node *row = table->child; row; row = row->next) {
		size_t n = 0;
		if (row->kind != NODE_ROW)
			continue;
		for (const struct node *c = row->child; c; c = c->next)
			n += c->ncols ? c->ncols : 1;
		if (n > most)
			most = n;
	}
	return most;
}

/* What each column would like to have.  The notes met here are met again when
 * the cells are printed, so the list is put back. */
static void
natural_widths(struct plain *p, const struct node *table, struct columns *c)
{
	size_t notes = p->notes.n;

	for (const struct node *row = table->child; row; row = row->next) {
		size_t at = 0;
		if (row->kind != NODE_ROW)
			continue;
		for (const struct node *cell = row->child; cell && at < c->n;
		     cell = cell->next) {
			size_t span = span_of(cell, c, at);
			size_t want = span == 1 ? widest(p, cell) : 0;
			if (want > c->width[at])
				c->width[at] = want;
			at += span;
		}
	}
	p->notes.n = notes;
}

/* Columns that want no more than an equal share get what they want; the
 * others share what is left. */
static void
fit_widths(struct columns *c, size_t room)
{
	size_t left = room, open = c->n;
	bool changed = true;
	bool done[64] = {false};

	while (changed && open) {
		size_t share = left / open;
		changed = false;
		for (size_t i = 0; i < c->n; i++) {
			if (done[i] || c->width[i] > share)
				continue;
			done[i] = changed = true;
			left -= c->width[i];
			open--;
		}
	}
	for (size_t i = 0; i < c->n; i++)
		if (!done[i])
			c->width[i] = left / open > 4 ? left / open : 4;
}

static void
pad(struct buf *b, size_t n)
{
	while (n--)
		buf_addc(b, ' ');
}

static void
add_part(struct buf *b, const struct part *part, size_t line)
{
	struct text t =
	    line < part->words.line.n ? part->words.line.at[line] : TEXT("");
	size_t used = plain_width(t);
	size_t over = part->width > used ? part->width - used : 0;
	size_t before = part->align == 'r' ? over
	    : part->align == 'c'           ? over / 2
					   : 0;

	pad(b, before);
	buf_add(b, t);
	pad(b, over - before);
}

static void
print_line(struct plain *p, struct buf *b)
{
	while (b->n && b->at[b->n - 1] == ' ')
		b->n--;
	plain_line(p, text_dup(p->a, buf_text(b)));
	b->n = 0;
}

/* True if a cell took more than one line. */
static bool
print_row(struct plain *p, const struct node *row, const struct columns *c)
{
	struct part part[64] = {0};
	struct buf b = {.a = p->a};
	size_t n = 0, at = 0, most = 1;

	for (const struct node *cell = row->child; cell && at < c->n;
	     cell = cell->next, n++) {
		size_t span = span_of(cell, c, at);
		part[n].align = c->cols ? c->cols[at].align : 'l';
		part[n].width = BETWEEN * (span - 1);
		while (span--)
			part[n].width += c->width[at++];
		part[n].words =
		    plain_wrap(p->a, plain_words(p, cell), part[n].width);
		if (part[n].words.line.n > most)
			most = part[n].words.line.n;
	}
	for (size_t i = 0; i < most; i++) {
		for (size_t k = 0; k < n; k++) {
			pad(&b, k ? BETWEEN : 0);
			add_part(&b, &part[k], i);
		}
		print_line(p, &b);
	}
	return most > 1;
}

static void
print_dashes(struct plain *p, const struct columns *c)
{
	struct buf b = {.a = p->a};

	for (size_t i = 0; i < c->n; i++) {
		pad(&b, i ? BETWEEN : 0);
		for (size_t k = 0; k < c->width[i]; k++)
			buf_addc(&b, '-');
	}
	print_line(p, &b);
}

void
plain_table(struct plain *p, const struct node *table)
{
	struct columns c = {.n = count_columns(table)};
	size_t room = PLAIN_COLUMNS > p->indent ? PLAIN_COLUMNS - p->indent : 0;
	bool tall = false;

	if (!c.n)
		return;
	if (c.n > 64)
		c.n = 64;
	c.cols = table->ncols >= c.n ? table->cols : NULL;
	c.width = arena_alloc(p->a, c.n * sizeof(*c.width));
	natural_widths(p, table, &c);
	size_t gaps = BETWEEN * (c.n - 1);
	fit_widths(&c, room > gaps ? room - gaps : 0);
	for (const struct node *row = table->child; row; row = row->next) {
		if (row->kind != NODE_ROW)
			continue;
		p->gap = p->gap || tall;
		tall = print_row(p, row, &c);
		if ((row->flags & NODE_HEAD)
		    && !(row->next && (row->next->flags & NODE_HEAD))) {
			print_dashes(p, &c);
			tall = false;
		}
	}
}
