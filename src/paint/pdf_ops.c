#include "paint/pdf_ops.h"

#include <string.h>

/* The most bytes that one glyph can need: a rise, an adjustment, a code. */
enum { GLYPH_ROOM = 48 };

/* Room for n more bytes; whoever writes them advances b->n. */
static char *
room(struct buf *b, size_t n)
{
	if (b->n + n > b->cap) {
		size_t cap = 2 * (b->n + n);
		char *wider = arena_alloc(b->a, cap);
		if (b->n)
			memcpy(wider, b->at, b->n);
		b->at = wider;
		b->cap = cap;
	}
	return b->at + b->n;
}

static char *
put_int(char *p, uint64_t v)
{
	char digits[20];
	size_t n = 0;

	do
		digits[n++] = (char)('0' + v % 10);
	while (v /= 10);
	while (n)
		*p++ = digits[--n];
	return p;
}

static char *
put_number(char *p, int64_t v)
{
	uint64_t m = v < 0 ? 0 - (uint64_t)v : (uint64_t)v;
	unsigned part = (unsigned)(m % 1000);

	if (v < 0)
		*p++ = '-';
	if (m >= 1000 || !part)
		p = put_int(p, m / 1000);
	if (!part)
		return p;
	*p++ = '.';
	for (unsigned place = 100; part; place /= 10) {
		*p++ = (char)('0' + part / place);
		part %= place;
	}
	return p;
}

/* ISO 32000-1, 7.3.4.2: a bare CR would be read as LF. */
static char *
put_byte(char *p, unsigned byte)
{
	if (byte == '(' || byte == ')' || byte == '\\') {
		*p++ = '\\';
	} else if (byte == '\r') {
		*p++ = '\\';
		byte = 'r';
	}
	*p++ = (char)byte;
	return p;
}

static char *
put_code(char *p, uint16_t code)
{
	return put_byte(put_byte(p, code >> 8), code & 0xff);
}

void
ops_number(struct buf *b, int64_t v)
{
	b->n = (size_t)(put_number(room(b, 32), v) - b->at);
}

void
ops_code(struct buf *b, uint16_t code)
{
	b->n = (size_t)(put_code(room(b, 4), code) - b->at);
}

static void
numbers(struct ops *o, const int64_t *v, size_t n, const char *operator)
{
	for (size_t i = 0; i < n; i++) {
		ops_number(&o->out, v[i]);
		buf_addc(&o->out, ' ');
	}
	buf_add(&o->out, text_of(operator));
}

void
ops_end_text(struct ops *o)
{
	if (o->text)
		buf_add(&o->out, TEXT("ET\n"));
	o->text = false;
}

void
ops_mark(struct ops *o, struct text how)
{
	ops_end_text(o);
	buf_add(&o->out, how);
	buf_addc(&o->out, '\n');
}

void
ops_unmark(struct ops *o)
{
	ops_end_text(o);
	buf_add(&o->out, TEXT("EMC\n"));
}

/* A page begins in black. */
static void
set_colour(struct ops *o, uint32_t colour)
{
	int64_t rgb[3];

	if (o->colour == colour)
		return;
	o->colour = colour;
	for (size_t i = 0; i < 3; i++)
		rgb[i] = ((colour >> (16 - 8 * i) & 0xff) * 2000 + 255) / 510;
	if (rgb[0] == rgb[1] && rgb[1] == rgb[2])
		numbers(o, rgb, 1, "g\n");
	else
		numbers(o, rgb, 3, "rg\n");
}

void
ops_rule(struct ops *o, const struct item *it)
{
	int64_t box[4] = {it->x, o->height - it->y - it->h, it->w, it->h};

	ops_end_text(o);
	set_colour(o, it->colour);
	numbers(o, box, 4, "re f\n");
}

static void
set_rise(struct ops *o, mpt rise)
{
	int64_t v = rise;

	if (o->rise == rise)
		return;
	o->rise = rise;
	numbers(o, &v, 1, "Ts\n");
}

/* Ready to show glyphs of `face` at (x, y).  Face, size and rise outlive ET;
 * the place does not. */
static void
set_text(struct ops *o, const struct run *run, const struct pdf_face *face,
    mpt x, mpt y)
{
	set_colour(o, run->colour);
	if (!o->text) {
		buf_add(&o->out, TEXT("BT\n"));
		o->text = true;
		o->x = o->y = 0;
	}
	if (o->face != face->name || o->size != run->size) {
		int64_t size = run->size;
		buf_fmt(&o->out, "/F%u ", face->name);
		numbers(o, &size, 1, "Tf\n");
		o->face = face->name;
		o->size = run->size;
	}
	int64_t step[2] = {x - o->x, y - o->y};
	numbers(o, step, 2, "Td\n");
	o->x = x;
	o->y = y;
}

static int64_t
div_round(int64_t v, int64_t by)
{
	return (v >= 0 ? v + by / 2 : v - by / 2) / by;
}

/*
 * One TJ array of glyphs on one rise.  The pen stands where the reader has
 * got to, in millionths of a point from the run's origin: a width or
 * adjustment of 1 (a thousandth of an em) at `size` mpt is `size` of these.
 * Above 20 pt a whole unit would be coarser than 0.01 pt: tenths are written.
 * A glyph that is off by less than `slack` is left there: adjusting at half a
 * unit would add a number wherever layout's own rounding tips the balance.
 */
static size_t
show(struct ops *o, const struct run *run, const struct pdf_face *face,
    int64_t *pen, const size_t range[2])
{
	const struct glyph *g = run->glyphs;
	int64_t size = run->size, tenths = size > PT(20) ? 10 : 1;
	int64_t slack = size * 4 / 5 < 9500 ? size * 4 / 5 : 9500;
	char *p = room(&o->out, (range[1] - range[0]) * GLYPH_ROOM + 8);
	size_t i = range[0];

	*p++ = '[';
	*p++ = '(';
	for (; i < range[1] && g[i].y == o->rise; i++) {
		const struct pdf_glyph *to =
		    &face->glyphs.at[face->slot[g[i].gid]];
		int64_t ahead = (int64_t)g[i].x * 1000 - *pen;
		int64_t step = div_round(ahead * tenths, size);
		if (step && (ahead > slack || ahead < -slack)) {
			*p++ = ')';
			p = put_number(p, -step * 1000 / tenths);
			*p++ = '(';
			*pen += step * size / tenths;
		}
		p = put_code(p, to->code);
		*pen += to->width * size;
	}
	memcpy(p, ")]TJ\n", 5);
	o->out.n = (size_t)(p + 5 - o->out.at);
	return i;
}

void
ops_glyphs(struct ops *o, const struct run *run, const struct pdf_face *face,
    struct item at, size_t from, size_t to)
{
	if (from >= to || run->size <= 0)
		return;
	mpt start = run->glyphs[from].x;
	int64_t pen = (int64_t)start * 1000;

	set_text(o, run, face, at.x + start, o->height - at.y);
	while (from < to) {
		set_rise(o, run->glyphs[from].y);
		from = show(o, run, face, &pen, (size_t[2]){from, to});
	}
	set_rise(o, 0);
}
