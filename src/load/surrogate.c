#include "load/surrogate.h"

/* \uXXXX at i: its value, or false. */
static bool
escape_at(struct text t, size_t i, uint32_t *out)
{
	uint32_t v = 0;

	if (i + 6 > t.n || t.s[i] != '\\' || t.s[i + 1] != 'u')
		return false;
	for (size_t k = i + 2; k < i + 6; k++) {
		char c = t.s[k];
		uint32_t digit = c >= '0' && c <= '9' ? (uint32_t)(c - '0')
		    : (c | 32) >= 'a' && (c | 32) <= 'f'
		    ? (uint32_t)((c | 32) - 'a' + 10)
		    : 16;
		if (digit == 16)
			return false;
		v = v << 4 | digit;
	}
	*out = v;
	return true;
}

/* What a surrogate at i stands for (RFC 8259, 7): alone it is not a letter.
 * Gives the bytes that it takes, or 0. */
static size_t
surrogate(struct text t, size_t i, uint32_t *cp)
{
	uint32_t high, low;

	if (!escape_at(t, i, &high) || high < 0xd800 || high > 0xdfff)
		return 0;
	*cp = 0xfffd;
	if (high > 0xdbff || !escape_at(t, i + 6, &low) || low < 0xdc00
	    || low > 0xdfff)
		return 6;
	*cp = 0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00);
	return 12;
}

struct rewriting {
	struct arena *a;
	const struct source *from;
	struct buf b;
	ARRAY(struct origin) map;
};

static void
here(struct rewriting *w, size_t at)
{
	struct pos where = {w->from, (uint32_t)at, 0};

	array_push(w->a, &w->map, ((struct origin){(uint32_t)w->b.n, where}));
}

const struct source *
surrogates_join(struct arena *a, const struct source *from)
{
	struct rewriting w = {.a = a, .from = from, .b.a = a};
	struct text t = from->body;
	uint32_t cp;

	if (text_find(t, 0, TEXT("\\u")) == t.n)
		return from;
	here(&w, 0);
	for (size_t i = 0; i < t.n;) {
		size_t n = surrogate(t, i, &cp);
		if (n) {
			here(&w, i);
			buf_cp(&w.b, cp);
			i += n;
			here(&w, i);
			continue;
		}
		size_t step = t.s[i] == '\\' && i + 1 < t.n ? 2 : 1;
		buf_add(&w.b, text_sub(t, i, i + step));
		i += step;
	}
	struct source *s = arena_make(a, struct source);
	*s = (struct source){from->name, buf_text(&w.b), from->from, w.map.at,
	    w.map.n};
	return s;
}
