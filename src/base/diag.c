#include "base/diag.h"

static const char *const names[] = {"info", "warning", "error", "block"};

const char *
level_name(enum level level)
{
	return names[level];
}

bool
level_of(struct text name, enum level *out)
{
	for (unsigned i = 0; i < LEVEL_COUNT; i++) {
		if (text_is(name, names[i])) {
			*out = (enum level)i;
			return true;
		}
	}
	return false;
}

struct finding *
diag(struct diag *d, enum level level, const char *code, struct pos at,
    const char *fmt, ...)
{
	struct finding *f = arena_make(d->a, struct finding);
	va_list ap;

	f->level = level;
	f->code = code;
	f->at = at;
	f->serial = (unsigned)d->found.n;
	va_start(ap, fmt);
	f->text = text_vfmt(d->a, fmt, ap);
	va_end(ap);
	array_push(d->a, &d->found, f);
	d->count[level]++;
	return f;
}

void
diag_adopt(struct diag *d, const struct diag *from)
{
	for (size_t i = 0; i < from->found.n; i++) {
		struct finding *f = from->found.at[i];
		f->serial = (unsigned)d->found.n;
		array_push(d->a, &d->found, f);
		d->count[f->level]++;
	}
}

void
diag_repeat(struct diag *d, const struct diag *from, struct pos asked)
{
	for (size_t i = 0; i < from->found.n; i++) {
		struct finding *f = arena_make(d->a, struct finding);
		*f = *from->found.at[i];
		f->serial = (unsigned)d->found.n;
		if (!f->at.src)
			f->at = asked;
		array_push(d->a, &d->found, f);
		d->count[f->level]++;
	}
}

void
finding_hint(struct diag *d, struct finding *f, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	f->hint = text_vfmt(d->a, fmt, ap);
	va_end(ap);
}

void
finding_remark(struct diag *d, struct finding *f, const char *label,
    struct pos at, const char *fmt, ...)
{
	struct remark *r = arena_make(d->a, struct remark);
	va_list ap;

	r->label = label;
	r->at = at;
	va_start(ap, fmt);
	r->text = text_vfmt(d->a, fmt, ap);
	va_end(ap);
	if (f->last)
		f->last->next = r;
	else
		f->remarks = r;
	f->last = r;
}

unsigned
diag_count(const struct diag *d, enum level level)
{
	unsigned n = 0;

	for (unsigned i = (unsigned)level; i < LEVEL_COUNT; i++)
		n += d->count[i];
	return n;
}

/* The entry of the map that a byte of made text belongs to. */
static const struct origin *
origin_at(const struct source *s, uint32_t off)
{
	size_t lo = 0, hi = s->nmap;

	while (hi - lo > 1) {
		size_t mid = lo + (hi - lo) / 2;
		if (s->map[mid].off <= off)
			lo = mid;
		else
			hi = mid;
	}
	return &s->map[lo];
}

/* Where that byte was written.  Of a value that was put in as a whole, or an
 * escape, that is a place of w.len bytes: `end` asks for where it ends. */
static struct pos
written_at(const struct source *s, uint32_t off, bool end)
{
	const struct origin *o = origin_at(s, off);
	struct pos w = o->where;
	uint32_t delta = off > o->off ? off - o->off : 0;

	if (w.len && delta >= w.len)
		delta = 0;
	if (end)
		delta = delta || !w.len ? delta + 1 : w.len;
	return (struct pos){w.src, w.off + delta, 0};
}

struct pos
pos_file(struct pos at)
{
	while (at.src && at.src->map) {
		struct pos from = written_at(at.src, at.off, false);
		uint32_t len = at.len;
		if (len) {
			struct pos to =
			    written_at(at.src, at.off + len - 1, true);
			if (to.src == from.src && to.off > from.off)
				len = to.off - from.off;
		}
		at = (struct pos){from.src, from.off, len};
	}
	return at;
}

/* Lines end as editors have it: LF, CR LF, and CR alone. */
static bool
ends_line(struct text b, size_t i)
{
	return b.s[i] == '\n'
	    || (b.s[i] == '\r' && (i + 1 == b.n || b.s[i + 1] != '\n'));
}

/* Back to a place before: its column is counted from the start of its line. */
static void
cursor_back(struct line_place *p, size_t off)
{
	struct text b = p->src->body;

	while (p->off > off)
		p->line -= ends_line(b, --p->off);
	while (p->off && !ends_line(b, p->off - 1))
		p->off--;
	p->start = p->off;
	p->col = 1;
}

static void
cursor_on(struct line_place *p)
{
	struct text b = p->src->body;
	size_t at = p->off;

	text_next(b, &p->off);
	if (ends_line(b, at)) {
		p->line++;
		p->col = 1;
		p->start = p->off;
	} else {
		p->col++;
	}
}

struct line_place
cursor_at(struct line_cursor *c, struct pos at)
{
	unsigned i = 0, n = sizeof(c->at) / sizeof(c->at[0]);

	while (i < n && c->at[i].src != at.src)
		i++;
	if (i == n) {
		i = c->next++ % n;
		c->at[i] = (struct line_place){at.src, 0, 0, 1, 1};
	}
	struct line_place *p = &c->at[i];
	if (p->off > at.off)
		cursor_back(p, at.off);
	while (p->off < at.off && p->off < at.src->body.n)
		cursor_on(p);
	return *p;
}

void
cursor_linecol(struct line_cursor *c, struct pos at, unsigned *line,
    unsigned *col)
{
	struct line_place p = cursor_at(c, at);

	*line = p.line;
	*col = p.col;
}

struct text
cursor_show(struct line_cursor *c, struct arena *a, struct pos at)
{
	unsigned line, col;

	at = pos_file(at);
	if (!at.src)
		return TEXT("");
	cursor_linecol(c, at, &line, &col);
	return text_fmt(a, "%.*s:%u", TEXT_ARG(at.src->name), line);
}

void
pos_linecol(struct pos at, unsigned *line, unsigned *col)
{
	struct line_cursor c = {0};

	cursor_linecol(&c, at, line, col);
}

struct text
pos_show(struct arena *a, struct pos at)
{
	struct line_cursor c = {0};

	return cursor_show(&c, a, at);
}

struct pos
pos_sub(struct pos at, size_t from, size_t len)
{
	return (struct pos){at.src, at.off + (uint32_t)from, (uint32_t)len};
}
