#include <stdlib.h>
#include <string.h>

#include "base/diag.h"
#include "base/quote.h"

/* A place, worked out for printing. */
struct place {
	const struct finding *f;
	struct pos at; /* in a file */
	unsigned line, col;
	struct line_cursor *cursor; /* for its remarks */
};

static int
place_cmp(const void *a, const void *b)
{
	const struct place *x = a, *y = b;
	struct text xn = x->at.src ? x->at.src->name : TEXT("");
	struct text yn = y->at.src ? y->at.src->name : TEXT("");
	int c = text_cmp(xn, yn);

	if (c == 0)
		c = (x->at.off > y->at.off) - (x->at.off < y->at.off);
	if (c == 0)
		c = (x->f->serial > y->f->serial)
		    - (x->f->serial < y->f->serial);
	return c;
}

static bool
same(const struct place *x, const struct place *y)
{
	struct text xn = x->at.src ? x->at.src->name : TEXT("");
	struct text yn = y->at.src ? y->at.src->name : TEXT("");

	return x->at.off == y->at.off && text_eq(xn, yn)
	    && text_eq(text_of(x->f->code), text_of(y->f->code))
	    && text_eq(x->f->text, y->f->text);
}

/* What may reach a terminal: control characters and bytes that are not UTF-8
 * are shown, not sent. */
static void
put(FILE *out, struct text t)
{
	size_t clean = 0;

	for (size_t i = 0; i < t.n;) {
		size_t at = i;
		uint32_t cp = text_next(t, &i);
		bool bad =
		    cp < 0x20 || cp == 0x7f || (cp == 0xfffd && i == at + 1);
		if (!bad)
			continue;
		fprintf(out, "%.*s%c", TEXT_ARG(text_sub(t, clean, at)),
		    cp == '\t' ? ' ' : '?');
		clean = i;
	}
	fprintf(out, "%.*s", TEXT_ARG(text_sub(t, clean, t.n)));
}

static struct text
line_of(struct pos at, size_t *start)
{
	struct text b = at.src->body;
	size_t from = at.off < b.n ? at.off : b.n, to = from;

	while (from && b.s[from - 1] != '\n')
		from--;
	while (to < b.n && b.s[to] != '\n' && b.s[to] != '\r')
		to++;
	*start = from;
	return text_sub(b, from, to);
}

static unsigned
width(struct text t)
{
	unsigned n = 0;

	for (size_t i = 0; i < t.n; n++)
		text_next(t, &i);
	return n;
}

enum { SHOWN = 100 }; /* code points of a source line */

/* Where the letter begins that is n letters before the byte at i. */
static size_t
back(struct text t, size_t i, unsigned n)
{
	for (; n && i; n--) {
		i--;
		while (i && ((unsigned char)t.s[i] & 0xc0) == 0x80)
			i--;
	}
	return i;
}

/* The line, cut to a window around the fault, with carets below. */
static void
picture(FILE *out, const struct place *p)
{
	size_t start;
	struct text line = line_of(p->at, &start);
	unsigned gutter = (unsigned)snprintf(NULL, 0, "%u", p->line);
	unsigned skip = p->col > SHOWN - 20 ? p->col - SHOWN / 2 : 0;
	size_t len = p->at.len, from = p->at.off - start;

	if (from > line.n)
		from = line.n;
	if (len > line.n - from)
		len = line.n - from;
	size_t cut = skip ? back(line, from, SHOWN / 2 - 1) : 0, i = cut;
	for (unsigned n = 0; i < line.n && n < SHOWN; n++)
		text_next(line, &i);
	fprintf(out, "%*s |\n%u | ", (int)gutter, "", p->line);
	fputs(skip ? "..." : "", out);
	put(out, text_sub(line, cut, i));
	fprintf(out, "%s\n%*s | ", i < line.n ? "..." : "", (int)gutter, "");
	unsigned at = p->col - 1 - skip + (skip ? 3 : 0);
	unsigned carets = width(text_sub(line, from, from + len));
	if (carets > SHOWN)
		carets = SHOWN;
	char marks[SHOWN];
	memset(marks, '^', sizeof(marks));
	fprintf(out, "%*s%.*s", (int)at, "", (int)(carets ? carets : 1), marks);
	if (p->f->hint.n) {
		fputc(' ', out);
		put(out, p->f->hint);
	}
	fputc('\n', out);
}

static void
remarks(FILE *out, const struct place *p)
{
	struct arena *a = arena_new();
	int gutter = p->at.src ? snprintf(NULL, 0, "%u", p->line) : 1;

	for (const struct remark *r = p->f->remarks; r; r = r->next) {
		struct text where = cursor_show(p->cursor, a, r->at);
		fprintf(out, "%*s = %s: ", gutter, "", r->label);
		put(out, where);
		fputs(where.n && r->text.n ? " " : "", out);
		put(out, r->text);
		fputc('\n', out);
	}
	struct pos up = p->at.src ? p->at.src->from : (struct pos){0};
	for (unsigned depth = 0; up.src && depth < 16; depth++) {
		fprintf(out, "%*s = included from: ", gutter, "");
		put(out, cursor_show(p->cursor, a, up));
		fputc('\n', out);
		up = pos_file(up).src->from;
	}
	arena_free(a);
}

static void
human(FILE *out, const struct place *p)
{
	fprintf(out, "%s[%s]: ", level_name(p->f->level), p->f->code);
	put(out, p->f->text);
	fputc('\n', out);
	if (p->at.src) {
		int gutter = snprintf(NULL, 0, "%u", p->line);
		fprintf(out, "%*s--> ", gutter, "");
		put(out, p->at.src->name);
		fprintf(out, ":%u:%u\n", p->line, p->col);
		picture(out, p);
	} else if (p->f->hint.n) {
		fputs("  = help: ", out);
		put(out, p->f->hint);
		fputc('\n', out);
	}
	remarks(out, p);
}

static void
brief(FILE *out, const struct place *p)
{
	if (p->at.src) {
		put(out, p->at.src->name);
		fprintf(out, ":%u:%u: ", p->line, p->col);
	}
	fprintf(out, "%s[%s]: ", level_name(p->f->level), p->f->code);
	put(out, p->f->text);
	if (p->f->hint.n) {
		fputs(" (", out);
		put(out, p->f->hint);
		fputc(')', out);
	}
	fputc('\n', out);
}

static void
json_text(struct buf *b, const char *key, struct text t)
{
	buf_fmt(b, ",\"%s\":", key);
	quote_json(b, t);
}

static void
jsonl(FILE *out, const struct place *p, struct arena *a)
{
	struct buf b = {.a = a};

	buf_fmt(&b, "{\"schema\":1,\"level\":\"%s\",\"code\":\"%s\"",
	    level_name(p->f->level), p->f->code);
	json_text(&b, "message", p->f->text);
	if (p->f->hint.n)
		json_text(&b, "help", p->f->hint);
	if (p->at.src) {
		json_text(&b, "file", p->at.src->name);
		buf_fmt(&b, ",\"line\":%u,\"column\":%u,\"byte\":%u", p->line,
		    p->col, (unsigned)p->at.off);
	}
	fprintf(out, "%.*s}\n", TEXT_ARG(buf_text(&b)));
}

void
diag_show(struct diag *d, FILE *out, const struct diag_look *look)
{
	enum diag_format format = look->format;
	struct arena *a = arena_new();
	struct place *p = arena_alloc(a, (d->found.n + 1) * sizeof(*p));
	struct line_cursor cursor = {0};

	for (size_t i = 0; i < d->found.n; i++) {
		p[i].f = d->found.at[i];
		p[i].at = pos_file(p[i].f->at);
		p[i].cursor = &cursor;
	}
	if (d->found.n)
		qsort(p, d->found.n, sizeof(*p), place_cmp);
	/* In order, so that lines are counted once, however many faults. */
	for (size_t i = 0; i < d->found.n; i++)
		if (p[i].at.src)
			cursor_linecol(&cursor, p[i].at, &p[i].line, &p[i].col);
	for (size_t i = 0; i < d->found.n; i++) {
		if (i && same(&p[i - 1], &p[i]))
			continue;
		if (format == DIAG_HUMAN)
			human(out, &p[i]);
		else if (format == DIAG_SHORT)
			brief(out, &p[i]);
		else
			jsonl(out, &p[i], a);
	}
	arena_free(a);
}

void
diag_print(struct diag *d, FILE *out, enum diag_format format)
{
	diag_show(d, out, &(struct diag_look){.format = format});
}
