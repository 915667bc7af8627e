#include <stdlib.h>
#include <string.h>

#include "base/diag_format.h"

static struct text
name_of(const struct place *p)
{
	return p->at.src ? p->at.src->name : TEXT("");
}

static int
spot_cmp(const struct place *x, const struct place *y)
{
	int c = text_cmp(name_of(x), name_of(y));

	return c ? c : (x->at.off > y->at.off) - (x->at.off < y->at.off);
}

static int
serial_cmp(const struct place *x, const struct place *y)
{
	return (x->f->serial > y->f->serial) - (x->f->serial < y->f->serial);
}

/* 0: the same was found twice. */
static int
same_cmp(const struct place *x, const struct place *y)
{
	int c = spot_cmp(x, y);

	if (c == 0)
		c = strcmp(x->f->code, y->f->code);
	return c ? c : text_cmp(x->f->text, y->f->text);
}

static int
by_sameness(const void *a, const void *b)
{
	int c = same_cmp(a, b);

	return c ? c : serial_cmp(a, b);
}

static int
by_place(const void *a, const void *b)
{
	int c = spot_cmp(a, b);

	return c ? c : serial_cmp(a, b);
}

/* Of what was found twice the first stays; d has the rest no longer. */
static void
tidy(struct diag *d, struct report *r)
{
	r->at = arena_alloc(r->a, (d->found.n + 1) * sizeof(*r->at));
	for (size_t i = 0; i < d->found.n; i++) {
		r->at[i].f = d->found.at[i];
		r->at[i].at = pos_file(d->found.at[i]->at);
	}
	if (d->found.n)
		qsort(r->at, d->found.n, sizeof(*r->at), by_sameness);
	for (size_t i = 0; i < d->found.n; i++)
		if (!r->n || same_cmp(&r->at[r->n - 1], &r->at[i]) != 0)
			r->at[r->n++] = r->at[i];
	if (r->n)
		qsort(r->at, r->n, sizeof(*r->at), by_place);
	for (size_t i = 0; i < r->n; i++)
		r->count[r->at[i].f->level]++;
}

static void
keep(struct diag *d, const struct report *r)
{
	for (size_t i = 0; i < r->n; i++) {
		d->found.at[i] = r->at[i].f;
		d->found.at[i]->serial = (unsigned)i;
	}
	d->found.n = r->n;
	memcpy(d->count, r->count, sizeof(d->count));
}

/* The worst `most` of them stay, in the order of their places. */
static void
cap(struct report *r, unsigned most)
{
	unsigned room[LEVEL_COUNT] = {0}, left = most;
	size_t n = 0;

	if (!most || r->n <= most)
		return;
	for (int i = LEVEL_COUNT - 1; i >= 0; i--) {
		room[i] = r->count[i] < left ? r->count[i] : left;
		r->hidden[i] = r->count[i] - room[i];
		left -= room[i];
	}
	for (size_t i = 0; i < r->n; i++)
		if (room[r->at[i].f->level]) {
			room[r->at[i].f->level]--;
			r->at[n++] = r->at[i];
		}
	r->n = n;
}

struct region
region_of(struct line_cursor *c, struct pos at)
{
	struct line_place p = cursor_at(c, at);
	struct region r = {p.line, p.col, (unsigned)(p.off - p.start) + 1, 0, 0,
	    0, p.start};
	struct line_cursor on = {{p}, 1};
	struct text body = at.src->body;
	size_t end = p.off;

	if (at.len)
		end += at.len;
	else if (end < body.n && body.s[end] != '\n' && body.s[end] != '\r')
		text_next(body, &end);
	at.off = (uint32_t)(end < body.n ? end : body.n);
	p = cursor_at(&on, at);
	r.end_line = p.line;
	r.end_col = p.col;
	r.end_byte = (unsigned)(p.off - p.start) + 1;
	return r;
}

bool
place_up(struct pos *at)
{
	struct pos up = at->src ? at->src->from : (struct pos){0};

	*at = pos_file(up);
	return at->src != NULL;
}

void
diag_show(struct diag *d, FILE *out, const struct diag_look *look)
{
	static void (*const formats[DIAG_FORMATS])(
	    const struct report *r) = {diag_human, diag_short, diag_json,
	    diag_jsonl, diag_sarif, diag_github};
	struct line_cursor cursor = {0};
	struct report r = {.out = out,
	    .a = arena_new(),
	    .look = look,
	    .cursor = &cursor};

	tidy(d, &r);
	keep(d, &r);
	cap(&r, look->most);
	/* In order, so that lines are counted once, however many faults. */
	for (size_t i = 0; i < r.n; i++)
		if (r.at[i].at.src)
			r.at[i].r = region_of(&cursor, r.at[i].at);
	formats[look->format](&r);
	arena_free(r.a);
}

void
diag_print(struct diag *d, FILE *out, enum diag_format format)
{
	diag_show(d, out, &(struct diag_look){.format = format});
}
