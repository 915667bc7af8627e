#include "base/shown.h"

#include "base/uni.h"

#define RLI TEXT("\xe2\x81\xa7") /* U+2067 */
#define PDI TEXT("\xe2\x81\xa9") /* U+2069 */

enum { ZWNJ = 0x200c, ZWJ = 0x200d };

static size_t
step_back(struct text t, size_t i)
{
	i--;
	while (i && ((unsigned char)t.s[i] & 0xc0) == 0x80)
		i--;
	return i;
}

/* The code points before and after the bytes [i, j); 0 at an end. */
static uint32_t
before(struct text t, size_t i)
{
	size_t at = i ? step_back(t, i) : 0;

	return i ? text_next(t, &at) : 0;
}

static uint32_t
after(struct text t, size_t j)
{
	return j < t.n ? text_next(t, &j) : 0;
}

/* Persian is spelt with ZWNJ, and scripts of India with both. */
static bool
joins(uint32_t cp, uint32_t left, uint32_t right)
{
	return (cp == ZWNJ || cp == ZWJ) && left >= 0x600 && right >= 0x600
	    && uni_is_word(left) && uni_is_word(right);
}

static bool
joins_emoji(uint32_t cp, uint32_t left, uint32_t right)
{
	return cp == ZWJ && uni_form(right) == UNI_EMOJI
	    && (uni_form(left) == UNI_EMOJI || uni_form(left) == UNI_SELECTOR);
}

static unsigned
write_out(struct buf *b, uint32_t cp)
{
	if (b)
		buf_fmt(b, "<U+%04X>", (unsigned)cp);
	return cp > 0xfffff ? 10 : cp > 0xffff ? 9 : 8;
}

static unsigned
bad_byte(struct buf *b, char c)
{
	if (b)
		buf_fmt(b, "<%02X>", (unsigned)(unsigned char)c);
	return 4;
}

static unsigned
blank(struct buf *b)
{
	if (b)
		buf_addc(b, ' ');
	return 1;
}

unsigned
shown_next(struct text t, size_t *i, bool plainly, struct buf *b)
{
	size_t at = *i;
	uint32_t cp = text_next(t, i);
	enum uni_form form = uni_form(cp);

	if (cp == 0xfffd && *i == at + 1)
		return bad_byte(b, t.s[at]);
	if (cp == '\t' && plainly && b)
		buf_add(b, TEXT("\u2192"));
	if (cp == '\t' && plainly)
		return 1;
	if (cp == '\t' || cp == '\n' || cp == '\r')
		return blank(b);
	if (form == UNI_SELECTOR)
		return 0;
	if (form == UNI_HIDDEN) {
		uint32_t left = before(t, at), right = after(t, *i);
		if (joins_emoji(cp, left, right))
			return 0;
		if (!joins(cp, left, right))
			return write_out(b, cp);
	} else if (plainly && cp != ' ' && uni_class(cp) == UNI_SPACE) {
		return write_out(b, cp);
	}
	if (b)
		buf_add(b, text_sub(t, at, *i));
	return form == UNI_HIDDEN ? 0 : uni_cells(cp);
}

size_t
shown_rtl(struct text t, size_t i)
{
	size_t start = i, end = i;

	for (size_t at = i; i < t.n; at = i) {
		uint32_t cp = text_next(t, &i);
		if (uni_is_rtl(cp)
		    || (end > start && at == end && uni_class(cp) == UNI_MARK))
			end = i;
		else if (end == start || uni_is_ltr(cp)
		    || (uni_form(cp) == UNI_HIDDEN && cp != ZWNJ))
			break;
	}
	return end;
}

void
shown_add(struct buf *b, struct text t, unsigned most)
{
	unsigned cells = 0;

	for (size_t i = 0; i < t.n && (!most || cells < most);) {
		size_t run = shown_rtl(t, i);
		bool isolate = run > i;
		buf_add(b, isolate ? RLI : TEXT(""));
		do
			cells += shown_next(t, &i, false, b);
		while (i < run && (!most || cells < most));
		buf_add(b, isolate ? PDI : TEXT(""));
		if (most && cells >= most && i < t.n)
			buf_add(b, TEXT("..."));
	}
}

/* --- a line with a fault --- */

/* Whole characters: a mark belongs to the letter before it. */
static void
round_out(struct strip *s)
{
	struct text l = s->line;
	size_t i;

	s->from = s->from < l.n ? s->from : l.n;
	s->to = s->to < s->from ? s->from : s->to < l.n ? s->to : l.n;
	while (s->from && s->from < l.n
	    && uni_class(after(l, s->from)) == UNI_MARK)
		s->from = step_back(l, s->from);
	for (i = s->from; i < s->to;)
		text_next(l, &i);
	s->to = i;
	while (s->to > s->from && s->to < l.n
	    && uni_class(after(l, s->to)) == UNI_MARK)
		text_next(l, &s->to);
}

/* Where `cells` of them begin before the fault, or the line. */
static size_t
back(const struct strip *s, unsigned cells)
{
	size_t i = s->from;

	for (unsigned n = 0; i && n < cells;) {
		size_t at = i = step_back(s->line, i);
		n += shown_next(s->line, &at, false, NULL);
	}
	return i;
}

/* What is shown of the line: from its start where the fault is near it. */
static size_t
window(const struct strip *s, size_t *cut)
{
	size_t end;
	unsigned n = 0;

	*cut = back(s, s->room - 20);
	if (*cut)
		*cut = back(s, s->room / 2 - 1);
	for (end = *cut; end < s->line.n && n < s->room;)
		n += shown_next(s->line, &end, end >= s->from && end < s->to,
		    NULL);
	return end;
}

/* Cells [0] to [1] of the line, as they are written. */
struct cells {
	unsigned n; /* so far */
	unsigned fault[2];
};

static void
emit(struct buf *b, const struct strip *s, struct text part, size_t *i,
    struct cells *c)
{
	if (*i == s->from)
		c->fault[0] = c->n;
	c->n += shown_next(part, i, *i >= s->from && *i < s->to, b);
	if (*i <= s->to)
		c->fault[1] = c->n;
}

static void
emit_rtl(struct buf *b, const struct strip *s, struct text part, size_t *i,
    struct cells *c)
{
	size_t start = *i, run = shown_rtl(part, start);
	unsigned first = c->n;

	buf_add(b, RLI);
	while (*i < run)
		emit(b, s, part, i, c);
	buf_add(b, PDI);
	if (s->from > start && s->from < run)
		c->fault[0] = first;
	if (s->to > start && s->to < run)
		c->fault[1] = c->n;
}

unsigned
shown_strip(struct buf *b, const struct strip *strip, unsigned *at)
{
	struct strip s = *strip;
	struct cells c = {0};
	size_t i, end;

	round_out(&s);
	end = window(&s, &i);
	struct text part = text_sub(s.line, 0, end);
	if (i) {
		buf_add(b, TEXT("..."));
		c.n = 3;
	}
	while (i < end)
		if (shown_rtl(part, i) > i)
			emit_rtl(b, &s, part, &i, &c);
		else
			emit(b, &s, part, &i, &c);
	if (end < s.line.n)
		buf_add(b, TEXT("..."));
	if (s.from >= end)
		c.fault[0] = c.n;
	*at = c.fault[0];
	return c.fault[1] > c.fault[0] ? c.fault[1] - c.fault[0] : 1;
}
