#include "base/text.h"

#include <stdio.h>
#include <string.h>

struct text
text_of(const char *cstr)
{
	return cstr ? (struct text){cstr, strlen(cstr)} : TEXT("");
}

int
text_cmp(struct text a, struct text b)
{
	size_t n = a.n < b.n ? a.n : b.n;
	int c = n ? memcmp(a.s, b.s, n) : 0;

	return c ? c : (a.n > b.n) - (a.n < b.n);
}

bool
text_starts(struct text t, struct text with)
{
	return t.n >= with.n && text_eq(text_sub(t, 0, with.n), with);
}

bool
text_ends(struct text t, struct text with)
{
	return t.n >= with.n && text_eq(text_sub(t, t.n - with.n, t.n), with);
}

struct text
text_sub(struct text t, size_t from, size_t to)
{
	return from < to ? (struct text){t.s + from, to - from} : TEXT("");
}

static bool
blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

struct text
text_trim(struct text t)
{
	while (t.n && blank(t.s[t.n - 1]))
		t.n--;
	while (t.n && blank(t.s[0]))
		t.s++, t.n--;
	return t;
}

size_t
text_find(struct text t, size_t from, struct text what)
{
	if (what.n == 0)
		return from;
	for (; from + what.n <= t.n; from++) {
		from = text_findc(t, from, what.s[0]);
		if (from + what.n > t.n)
			break;
		if (memcmp(t.s + from, what.s, what.n) == 0)
			return from;
	}
	return t.n;
}

size_t
text_findc(struct text t, size_t from, char c)
{
	if (from >= t.n)
		return t.n;
	const char *p = memchr(t.s + from, c, t.n - from);
	return p ? (size_t)(p - t.s) : t.n;
}

bool
text_split(struct text *rest, char sep, struct text *piece)
{
	if (!rest->s)
		return false;
	size_t at = text_findc(*rest, 0, sep);
	*piece = text_sub(*rest, 0, at);
	*rest = at < rest->n ? (struct text){rest->s + at + 1, rest->n - at - 1}
			     : (struct text){0};
	return true;
}

struct text
text_dup(struct arena *a, struct text t)
{
	return (struct text){text_cstr(a, t), t.n};
}

struct text
text_join(struct arena *a, struct text x, struct text y)
{
	char *s = arena_alloc(a, x.n + y.n + 1);

	if (x.n)
		memcpy(s, x.s, x.n);
	if (y.n)
		memcpy(s + x.n, y.s, y.n);
	return (struct text){s, x.n + y.n};
}

struct text
text_vfmt(struct arena *a, const char *fmt, va_list ap)
{
	va_list again;

	va_copy(again, ap);
	int n = vsnprintf(NULL, 0, fmt, again);
	va_end(again);
	if (n < 0)
		return TEXT("");
	char *s = arena_alloc(a, (size_t)n + 1);
	vsnprintf(s, (size_t)n + 1, fmt, ap);
	return (struct text){s, (size_t)n};
}

struct text
text_fmt(struct arena *a, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	struct text t = text_vfmt(a, fmt, ap);
	va_end(ap);
	return t;
}

const char *
text_cstr(struct arena *a, struct text t)
{
	char *s = arena_alloc(a, t.n + 1);

	if (t.n)
		memcpy(s, t.s, t.n);
	return s;
}

bool
text_int(struct text t, int *out)
{
	int v = 0;

	if (t.n == 0 || t.n > 9)
		return false;
	for (size_t i = 0; i < t.n; i++) {
		if (t.s[i] < '0' || t.s[i] > '9')
			return false;
		v = v * 10 + (t.s[i] - '0');
	}
	*out = v;
	return true;
}

uint32_t
text_next(struct text t, size_t *off)
{
	static const uint32_t least[] = {0, 0x80, 0x800, 0x10000};
	const unsigned char *s = (const unsigned char *)t.s + *off;
	size_t left = t.n - *off, more;
	uint32_t cp;

	if (s[0] < 0x80) {
		(*off)++;
		return s[0];
	}
	more = s[0] >= 0xf0 ? 3 : s[0] >= 0xe0 ? 2 : 1;
	cp = s[0] & (0x3fu >> more);
	(*off)++;
	if (s[0] < 0xc2 || s[0] > 0xf4 || more >= left)
		return 0xfffd;
	for (size_t i = 1; i <= more; i++) {
		if ((s[i] & 0xc0) != 0x80)
			return 0xfffd;
		cp = cp << 6 | (s[i] & 0x3f);
	}
	if (cp < least[more] || cp > 0x10ffff || (cp >= 0xd800 && cp < 0xe000))
		return 0xfffd;
	*off += more;
	return cp;
}

size_t
text_bad_utf8(struct text t)
{
	for (size_t i = 0; i < t.n;) {
		size_t at = i;
		if ((unsigned char)t.s[i] < 0x80)
			i++;
		else if (text_next(t, &i) == 0xfffd && i == at + 1)
			return at;
	}
	return t.n;
}

size_t
text_encode(uint32_t cp, char out[4])
{
	if (cp < 0x80) {
		out[0] = (char)cp;
		return 1;
	}
	size_t n = cp < 0x800 ? 2 : cp < 0x10000 ? 3 : 4;
	static const unsigned lead[] = {0, 0, 0xc0, 0xe0, 0xf0};
	for (size_t i = n; i-- > 1; cp >>= 6)
		out[i] = (char)(0x80 | (cp & 0x3f));
	out[0] = (char)(lead[n] | cp);
	return n;
}

void
buf_add(struct buf *b, struct text t)
{
	if (b->n + t.n > b->cap) {
		size_t cap = 2 * (b->n + t.n) + 64;
		char *wider = arena_alloc(b->a, cap);
		if (b->n)
			memcpy(wider, b->at, b->n);
		b->at = wider;
		b->cap = cap;
	}
	if (t.n)
		memcpy(b->at + b->n, t.s, t.n);
	b->n += t.n;
}

void
buf_addc(struct buf *b, char c)
{
	buf_add(b, (struct text){&c, 1});
}

void
buf_cp(struct buf *b, uint32_t cp)
{
	char s[4];

	buf_add(b, (struct text){s, text_encode(cp, s)});
}

void
buf_fmt(struct buf *b, const char *fmt, ...)
{
	char small[256];
	va_list ap;

	va_start(ap, fmt);
	int n = vsnprintf(small, sizeof(small), fmt, ap);
	va_end(ap);
	if (n < 0)
		return;
	if ((size_t)n < sizeof(small)) {
		buf_add(b, (struct text){small, (size_t)n});
		return;
	}
	va_start(ap, fmt);
	buf_add(b, text_vfmt(b->a, fmt, ap));
	va_end(ap);
}

struct text
buf_text(const struct buf *b)
{
	return b->n ? (struct text){b->at, b->n} : TEXT("");
}
