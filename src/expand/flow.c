#include "expand/flow.h"

#include <string.h>

#define PLANE 65534 /* code points of a plane, without its noncharacters */

uint32_t
flow_sentinel(size_t number)
{
	return (uint32_t)(number < PLANE ? 0xf0000 + number
					 : 0x100000 + (number - PLANE));
}

int
flow_number(uint32_t cp)
{
	if (cp < 0xf0000)
		return -1;
	return (int)(cp < 0x100000 ? cp - 0xf0000 : cp - 0x100000 + PLANE);
}

/* `whole`: all its bytes have the place of the piece. */
static void
stretch(struct arena *a, struct flow *f, size_t off, struct pos pos,
    const struct piece *of, bool whole)
{
	struct stretch s = {(uint32_t)off, pos, whole ? of : NULL, of};

	array_push(a, &f->map, s);
}

static bool
reserved(struct text t, size_t i)
{
	unsigned char c = (unsigned char)t.s[i];

	return c == 0xf4
	    || (c == 0xf3 && i + 1 < t.n && (unsigned char)t.s[i + 1] >= 0xb0);
}

/* Where the next byte stands from i on that is one of these, or t.n. */
static size_t
find(struct text t, size_t i, const bool these[256])
{
	while (i < t.n && !these[(unsigned char)t.s[i]])
		i++;
	return i;
}

static size_t
find_odd(struct text t, size_t i)
{
	static const bool maybe[256] =
	    {[0] = true, ['\r'] = true, [0xf3] = true, [0xf4] = true};

	for (i = find(t, i, maybe); i < t.n; i = find(t, i + 1, maybe))
		if ((unsigned char)t.s[i] < 0x80 || reserved(t, i))
			break;
	return i;
}

/* Words as they are, but for line ends (one LF each), NUL (U+FFFD, as
 * CommonMark 2.3 wants) and what would be taken for a sentinel. */
static void
add_words(struct buf *b, struct flow *f, const struct piece *p, struct diag *d)
{
	struct text t = p->text;

	if (!t.n)
		stretch(b->a, f, b->n, p->pos, p, false);
	for (size_t i = 0, from; i < t.n;) {
		if (p->made)
			stretch(b->a, f, b->n, p->pos, p, true);
		else
			stretch(b->a, f, b->n, pos_sub(p->pos, i, 0), p, false);
		from = i;
		i = find_odd(t, i);
		buf_add(b, text_sub(t, from, i));
		if (i == t.n)
			break;
		size_t at = i;
		if (t.s[i] == '\r') {
			i++;
			if (!(i < t.n && t.s[i] == '\n'))
				buf_addc(b, '\n');
			continue;
		}
		uint32_t cp = text_next(t, &i);
		buf_cp(b, 0xfffd);
		if (cp >= 0xf0000)
			diag(d, LEVEL_ERROR, "MARK-01",
			    pos_sub(p->pos, at, i - at),
			    "character of a private plane: U+%X", cp);
	}
}

static void
add_piece(struct buf *b, struct flow *f, const struct piece *p, struct diag *d)
{
	if (p->kind == PIECE_SOURCE) {
		add_words(b, f, p, d);
		return;
	}
	stretch(b->a, f, b->n, p->pos, p, true);
	buf_cp(b, flow_sentinel(f->sentinels.n));
	array_push(b->a, &f->sentinels, p);
}

struct flow *
flow_of(struct arena *a, const struct pieces *pieces, struct diag *d)
{
	struct flow *f = arena_make(a, struct flow);
	struct buf b = {.a = a};

	array_push(a, &f->sentinels, NULL);
	for (size_t i = 0; i < pieces->p.n; i++) {
		const struct piece *p = &pieces->p.at[i];
		if (b.n + p->text.n > FLOW_MAX
		    || f->sentinels.n >= FLOW_PIECES) {
			diag(d, LEVEL_ERROR, "MARK-08", p->pos,
			    "text too long: more than %zu bytes or %d values",
			    FLOW_MAX, FLOW_PIECES);
			break;
		}
		add_piece(&b, f, p, d);
	}
	f->text = buf_text(&b);
	return f;
}

struct pos
flow_pos(const struct flow *f, size_t off, size_t len)
{
	size_t lo = 0, hi = f->map.n;

	if (!f->map.n)
		return (struct pos){0};
	while (hi - lo > 1) {
		size_t mid = lo + (hi - lo) / 2;
		if (f->map.at[mid].off <= off)
			lo = mid;
		else
			hi = mid;
	}
	const struct stretch *s = &f->map.at[lo];
	if (s->piece)
		return s->pos;
	size_t end = hi < f->map.n ? f->map.at[hi].off : f->text.n;
	if (off + len > end)
		len = end > off ? end - off : 0;
	return pos_sub(s->pos, off - s->off, len);
}

struct text
flow_words(struct arena *a, const struct flow *f, struct text t)
{
	struct buf b = {.a = a};
	size_t from = 0;

	for (size_t i = 0; i < t.n;) {
		size_t at = i;
		if (!reserved(t, i)) {
			i++;
			continue;
		}
		int k = flow_number(text_next(t, &i));
		if (k < 0 || (size_t)k >= f->sentinels.n)
			continue;
		buf_add(&b, text_sub(t, from, at));
		from = i;
		const struct piece *p = f->sentinels.at[k];
		if (p && p->kind == PIECE_MISSING)
			buf_fmt(&b, "[MISSING %.*s]", TEXT_ARG(p->text));
		else if (p)
			buf_add(&b, text_trim(p->text));
	}
	if (from == 0)
		return text_dup(a, t);
	buf_add(&b, text_sub(t, from, t.n));
	return buf_text(&b);
}

static bool
plain_in_url(unsigned char c)
{
	return c > ' ' && c < 127 && !strchr("\"<>\\^`{|}", c);
}

/* A URL as RFC 3986 wants it: a value's bytes are escaped but for letters,
 * digits and -._~ , others only where they are forbidden. */
struct text
flow_url(struct arena *a, const struct flow *f, struct text t)
{
	struct buf b = {.a = a};

	for (size_t i = 0; i < t.n;) {
		size_t at = i;
		uint32_t cp = text_next(t, &i);
		struct text one = text_sub(t, at, i);
		bool fact = cp >= 0xf0000;
		if (fact)
			one = flow_words(a, f, one);
		for (size_t j = 0; j < one.n; j++) {
			unsigned char c = (unsigned char)one.s[j];
			if (plain_in_url(c)
			    && !(fact && strchr("!#$%&'()*+,/:;=?@[]", c)))
				buf_addc(&b, (char)c);
			else
				buf_fmt(&b, "%%%02X", c);
		}
	}
	return buf_text(&b);
}

/* What is left of HTML without its comments. */
struct text
flow_uncommented(struct arena *a, struct text t)
{
	struct buf b = {.a = a};
	size_t at = 0;

	for (;;) {
		size_t open = text_find(t, at, TEXT("<!--"));
		size_t close = text_find(t, open, TEXT("-->"));
		if (close == t.n) /* none, or one that is never closed */
			open = t.n;
		buf_add(&b, text_sub(t, at, open));
		if (open == t.n)
			break;
		at = close + 3;
	}
	return text_trim(buf_text(&b));
}

struct slice *
slice_new(struct arena *a, const struct flow *f, struct diag *d)
{
	struct slice *s = arena_make(a, struct slice);

	s->flow = f;
	s->text.a = a;
	s->d = d;
	return s;
}

static void
slice_add(struct slice *s, size_t from, size_t to)
{
	struct slice_stretch m = {(uint32_t)s->text.n, (uint32_t)from};

	array_push(s->text.a, &s->map, m);
	buf_add(&s->text, text_sub(s->flow->text, from, to));
}

static void
crowded(struct slice *s, size_t at)
{
	if (!s->crowded)
		diag(s->d, LEVEL_ERROR, "MARK-08", flow_pos(s->flow, at, 1),
		    "too many brackets in a paragraph, or columns in a table");
	s->crowded = true;
}

/* "]:" is kept apart: cmark would take what stands there for the definition of
 * a link and swallow its words (CommonMark 4.7), which we do not have. */
void
slice_line(struct slice *s, size_t from, size_t to)
{
	static const bool these[256] =
	    {['['] = true, ['|'] = true, [':'] = true};
	struct text line = text_sub(s->flow->text, 0, to);
	const char *t = line.s;
	unsigned columns = 0;

	array_push(s->text.a, &s->lines, (uint32_t)s->text.n);
	if (from == to)
		s->brackets = 0;
	size_t at = find(line, from, these);
	for (; at < to; at = find(line, at + 1, these)) {
		bool many = (t[at] == '[' && ++s->brackets > SLICE_BRACKETS)
		    || (t[at] == '|' && ++columns > SLICE_COLUMNS);
		if (!many && !(t[at] == ':' && at > from && t[at - 1] == ']'))
			continue;
		slice_add(s, from, at);
		from = at;
		if (!many) {
			buf_cp(&s->text, flow_sentinel(0));
			continue;
		}
		crowded(s, at);
		buf_addc(&s->text, '\\');
	}
	slice_add(s, from, to);
	buf_addc(&s->text, '\n');
}

size_t
slice_flow(const struct slice *s, size_t off)
{
	size_t lo = 0, hi = s->map.n;

	if (!s->map.n)
		return 0;
	while (hi - lo > 1) {
		size_t mid = lo + (hi - lo) / 2;
		if (s->map.at[mid].off <= off)
			lo = mid;
		else
			hi = mid;
	}
	return s->map.at[lo].at + (off - s->map.at[lo].off);
}

struct pos
slice_pos(const struct slice *s, size_t from, size_t to)
{
	return flow_pos(s->flow, slice_flow(s, from), to - from);
}

struct text
slice_text(const struct slice *s, size_t from, size_t to)
{
	return text_sub(buf_text(&s->text), from, to);
}
