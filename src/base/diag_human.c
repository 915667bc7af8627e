/*
 * diag_human.c - findings for people: a picture each, or a line each
 *
 * Nothing of a file reaches the terminal but through shown.h.
 */
#include <string.h>

#include "base/diag_format.h"
#include "base/map.h"
#include "base/shown.h"

enum {
	ROOM = 100,    /* cells of a source line */
	LONGEST = 600, /* of a message: a user's word may be a book */
	LEARNT = 5,    /* codes that are named for more to read */
	SHOWN = 3,     /* places with the same words */
	LISTED = 4     /* further ones, by file and line */
};

enum tint { TINT_NONE, TINT_BOLD, TINT_FRAME, TINT_LEVEL };

const char *
level_tint(enum level level)
{
	static const char *const levels[LEVEL_COUNT] = {"\x1b[1;36m",
	    "\x1b[1;33m", "\x1b[1;31m", "\x1b[1;31m"};

	return levels[level];
}

/* ECMA-48, SGR: bold, and bold in a colour of the terminal's. */
static const char *
tint_start(const struct report *r, enum tint tint, enum level level)
{
	if (!r->look->colour)
		return "";
	switch (tint) {
	case TINT_BOLD:
		return "\x1b[1m";
	case TINT_FRAME:
		return "\x1b[1;34m";
	case TINT_LEVEL:
		return level_tint(level);
	case TINT_NONE:
		break;
	}
	return "";
}

static const char *
tint_end(const struct report *r)
{
	return r->look->colour ? "\x1b[0m" : "";
}

static void
put(struct buf *b, struct text t)
{
	shown_add(b, t, LONGEST);
}

static void
add_tinted(const struct report *r, struct buf *b, enum tint tint,
    enum level level, struct text t)
{
	buf_add(b, text_of(tint_start(r, tint, level)));
	buf_add(b, t);
	buf_add(b, text_of(tint_end(r)));
}

/* "error[FACT-02]: unknown fact: subject.nationalty" */
static void
headline(const struct report *r, struct buf *b, const struct finding *f)
{
	add_tinted(r, b, TINT_LEVEL, f->level,
	    text_fmt(r->a, "%s[%s]", level_name(f->level), f->code));
	buf_add(b, text_of(tint_start(r, TINT_BOLD, f->level)));
	buf_add(b, TEXT(": "));
	put(b, f->text);
	buf_add(b, text_of(tint_end(r)));
	buf_addc(b, '\n');
}

/* The gutter: a number or nothing, and the bar. */
static void
bar(const struct report *r, struct buf *b, unsigned gutter, struct text number)
{
	add_tinted(r, b, TINT_FRAME, LEVEL_INFO,
	    text_fmt(r->a, "%*.*s |", (int)gutter, TEXT_ARG(number)));
}

static struct text
line_of(const struct place *p)
{
	struct text b = p->at.src->body;
	struct text line =
	    text_sub(b, p->r.start, text_findc(b, p->r.start, '\n'));

	return text_sub(line, 0, text_findc(line, 0, '\r'));
}

/* Words of the fault stand on further lines. */
static bool
goes_on(const struct place *p, size_t line_bytes)
{
	struct text b = p->at.src->body;
	size_t from = p->r.start + line_bytes, to = p->at.off + p->at.len;

	return text_trim(text_sub(b, from, to < b.n ? to : b.n)).n > 0;
}

static void
remark_start(const struct report *r, struct buf *b, unsigned gutter,
    const char *label)
{
	buf_fmt(b, "%*s ", (int)gutter, "");
	add_tinted(r, b, TINT_FRAME, LEVEL_INFO, TEXT("="));
	buf_addc(b, ' ');
	add_tinted(r, b, TINT_BOLD, LEVEL_INFO, text_fmt(r->a, "%s:", label));
	buf_addc(b, ' ');
}

/* The line, cut to a window around the fault, with carets below. */
static void
picture(const struct report *r, struct buf *b, const struct place *p,
    unsigned gutter)
{
	struct buf line = {.a = r->a};
	size_t from = p->at.off - p->r.start;
	struct strip s = {line_of(p), from, from + p->at.len, ROOM};
	unsigned at, n = shown_strip(&line, &s, &at);

	bar(r, b, gutter, TEXT(""));
	buf_addc(b, '\n');
	bar(r, b, gutter, text_fmt(r->a, "%u", p->r.line));
	buf_addc(b, ' ');
	buf_add(b, buf_text(&line));
	buf_addc(b, '\n');
	bar(r, b, gutter, TEXT(""));
	buf_fmt(b, " %*s%s", (int)at, "",
	    tint_start(r, TINT_LEVEL, p->f->level));
	for (unsigned i = 0; i < n; i++)
		buf_addc(b, '^');
	buf_add(b, goes_on(p, s.line.n) ? TEXT("...") : TEXT(""));
	if (p->f->hint.n) {
		buf_addc(b, ' ');
		put(b, p->f->hint);
	}
	buf_add(b, text_of(tint_end(r)));
	buf_addc(b, '\n');
}

/* "found in 37 cases: a.yaml, b.yaml, c.yaml and 34 more" */
static void
cases(const struct report *r, struct buf *b, const struct place *p,
    unsigned gutter)
{
	const struct finding *f = p->f;
	size_t n = f->cases.n;

	if (n == 0
	    || (n == 1 && p->at.src
		&& text_eq(f->cases.at[0], p->at.src->name)))
		return;
	remark_start(r, b, gutter, "found in");
	if (n > 1)
		buf_fmt(b, "%zu cases: ", n);
	for (size_t i = 0; i < n && i < 3; i++) {
		buf_add(b, i ? TEXT(", ") : TEXT(""));
		put(b, f->cases.at[i]);
	}
	if (n > 3)
		buf_fmt(b, " and %zu more", n - 3);
	buf_addc(b, '\n');
}

static void
remarks(const struct report *r, struct buf *b, const struct place *p,
    unsigned gutter)
{
	struct pos up = p->at;

	for (const struct remark *k = p->f->remarks; k; k = k->next) {
		struct text where = cursor_show(r->cursor, r->a, k->at);
		remark_start(r, b, gutter, k->label);
		put(b, where);
		buf_add(b, where.n && k->text.n ? TEXT(" ") : TEXT(""));
		put(b, k->text);
		buf_addc(b, '\n');
	}
	for (unsigned n = 0; n < PLACE_DEPTH && place_up(&up); n++) {
		remark_start(r, b, gutter, "included from");
		put(b, cursor_show(r->cursor, r->a, up));
		buf_addc(b, '\n');
	}
	cases(r, b, p, gutter);
}

static bool
same_line(const struct place *x, const struct place *y)
{
	return x->r.line == y->r.line
	    && text_eq(x->at.src->name, y->at.src->name);
}

/* "also at: a.md:3, a.md:7 and 12 more" */
static void
also(const struct report *r, struct buf *b, const struct place *p,
    unsigned gutter)
{
	const struct place *before = p;
	unsigned n = 0;

	if (!p->again || !p->again->listed || p->listed)
		return;
	remark_start(r, b, gutter, "also at");
	for (p = p->again; p; before = p, p = p->again) {
		if (n && same_line(before, p))
			continue;
		if (n < LISTED) {
			buf_add(b, n ? TEXT(", ") : TEXT(""));
			put(b, p->at.src->name);
			buf_fmt(b, ":%u", p->r.line);
		}
		n++;
	}
	if (n > LISTED)
		buf_fmt(b, " and %u more", n - LISTED);
	buf_addc(b, '\n');
}

/* One slip can have a hundred places: the first few are shown, and name the
 * others. */
static void
group(const struct report *r)
{
	struct map last = {0};
	struct map count = {0};

	for (size_t i = 0; i < r->n; i++) {
		struct place *p = &r->at[i];
		if (!p->at.src)
			continue;
		struct text key =
		    text_fmt(r->a, "%s %.*s", p->f->code, TEXT_ARG(p->f->text));
		struct place *before = map_put(r->a, &last, key, p);
		if (before)
			before->again = p;
		void **n = map_slot(r->a, &count, key);
		if (!*n)
			*n = arena_make(r->a, unsigned);
		p->listed = ++*(unsigned *)*n > SHOWN;
	}
}

static void
human(const struct report *r, struct buf *b, const struct place *p)
{
	unsigned gutter = 1;

	if (p->listed)
		return;
	headline(r, b, p->f);
	if (p->at.src) {
		gutter = (unsigned)snprintf(NULL, 0, "%u", p->r.line);
		buf_fmt(b, "%*s", (int)gutter, "");
		add_tinted(r, b, TINT_FRAME, LEVEL_INFO, TEXT("-->"));
		buf_addc(b, ' ');
		put(b, p->at.src->name);
		buf_fmt(b, ":%u:%u\n", p->r.line, p->r.col);
		picture(r, b, p, gutter);
	} else if (p->f->hint.n) {
		remark_start(r, b, gutter, "help");
		put(b, p->f->hint);
		buf_addc(b, '\n');
	}
	remarks(r, b, p, gutter);
	also(r, b, p, gutter);
}

static void
brief(const struct report *r, struct buf *b, const struct place *p)
{
	if (p->at.src) {
		put(b, p->at.src->name);
		buf_fmt(b, ":%u:%u: ", p->r.line, p->r.col);
	}
	add_tinted(r, b, TINT_LEVEL, p->f->level,
	    text_fmt(r->a, "%s[%s]", level_name(p->f->level), p->f->code));
	buf_add(b, TEXT(": "));
	put(b, p->f->text);
	if (p->f->hint.n) {
		buf_add(b, TEXT(" ("));
		put(b, p->f->hint);
		buf_addc(b, ')');
	}
	if (p->f->cases.n > 1)
		buf_fmt(b, " [in %zu cases]", p->f->cases.n);
	buf_addc(b, '\n');
}

/* "and 212 more: 10 errors, 202 warnings" */
static void
more(const struct report *r, struct buf *b)
{
	unsigned all = 0;
	const char *sep = ": ";

	for (unsigned i = 0; i < LEVEL_COUNT; i++)
		all += r->hidden[i];
	if (!all)
		return;
	buf_fmt(b, "and %u more", all);
	for (int i = LEVEL_COUNT - 1; i >= 0; i--) {
		unsigned n = r->hidden[i];
		if (!n)
			continue;
		buf_fmt(b, "%s%u %s%s", sep, n, level_name((enum level)i),
		    n == 1 || i == LEVEL_INFO ? "" : "s");
		sep = ", ";
	}
	buf_add(b, TEXT("; --max-errors 0 shows all\n"));
}

static bool
among(const char *code, const char *const *codes, unsigned n)
{
	for (unsigned i = 0; i < n; i++)
		if (strcmp(codes[i], code) == 0)
			return true;
	return false;
}

/* "to learn more: peritus explain CASE-01 FACT-02" */
static void
learn(const struct report *r, struct buf *b)
{
	const char *codes[LEARNT];
	unsigned n = 0;

	for (size_t i = 0; i < r->n && n < LEARNT; i++)
		if (!among(r->at[i].f->code, codes, n))
			codes[n++] = r->at[i].f->code;
	buf_add(b, n ? TEXT("to learn more: peritus explain") : TEXT(""));
	for (unsigned i = 0; i < n; i++)
		buf_fmt(b, " %s", codes[i]);
	buf_add(b, n ? TEXT("\n") : TEXT(""));
}

static void
print(const struct report *r,
    void (*one)(const struct report *r, struct buf *b, const struct place *p))
{
	struct buf b = {.a = r->a};

	for (size_t i = 0; i < r->n; i++) {
		one(r, &b, &r->at[i]);
		fwrite(b.at, 1, b.n, r->out);
		b.n = 0;
	}
	more(r, &b);
	if (r->look->learn && one == human)
		learn(r, &b);
	if (b.n)
		fwrite(b.at, 1, b.n, r->out);
}

void
diag_human(const struct report *r)
{
	group(r);
	print(r, human);
}

void
diag_short(const struct report *r)
{
	print(r, brief);
}
