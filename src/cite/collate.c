#include "cite/collate.h"

#include "base/uni.h"

#include <unicode/ucol.h>

struct collator {
	UCollator *icu;
};

struct collator *
collator_open(struct arena *a, struct text lang)
{
	UErrorCode status = U_ZERO_ERROR;
	struct collator *c = arena_make(a, struct collator);

	c->icu = ucol_open(text_cstr(a, lang), &status);
	if (U_FAILURE(status))
		c->icu = NULL;
	else
		ucol_setStrength(c->icu, UCOL_SECONDARY);
	return c;
}

void
collator_close(struct collator *c)
{
	if (c && c->icu)
		ucol_close(c->icu);
}

static bool
is_dash(uint32_t cp)
{
	return cp == '-' || (cp >= 0x2010 && cp <= 0x2015);
}

static bool
is_plain(struct text t)
{
	for (size_t i = 0; i < t.n; i++) {
		char c = t.s[i];
		if (!((unsigned)((c | 32) - 'a') < 26
			|| (unsigned)(c - '0') < 10 || c == '\t'
			|| (c == ' ' && i && t.s[i - 1] != ' ')))
			return false;
	}
	return true;
}

struct text
collate_key(struct arena *a, struct text t)
{
	struct buf b = {.a = a};
	bool blank = false;

	if (is_plain(t))
		return t;
	for (size_t i = 0; i < t.n;) {
		size_t from = i;
		uint32_t cp = text_next(t, &i);
		if (cp == '\t') {
			buf_addc(&b, '\t');
			blank = false;
		} else if (uni_is_word(cp)) {
			if (blank && b.n && b.at[b.n - 1] != '\t')
				buf_addc(&b, ' ');
			buf_add(&b, text_sub(t, from, i));
			blank = false;
		} else if (is_dash(cp) || uni_class(cp) == UNI_SPACE) {
			blank = true;
		}
	}
	return b.n ? buf_text(&b) : t;
}

struct text
collate_number(struct arena *a, struct text t)
{
	enum { WIDTH = 9 };
	struct buf b = {.a = a};

	for (size_t i = 0; i < t.n;) {
		size_t from = i;
		while (i < t.n && (unsigned)(t.s[i] - '0') < 10)
			i++;
		for (size_t k = i - from; k && k < WIDTH; k++)
			buf_addc(&b, '0');
		buf_add(&b, text_sub(t, from, i));
		if (i < t.n)
			buf_addc(&b, t.s[i++]);
	}
	return buf_text(&b);
}

int
collator_cmp(const struct collator *c, struct text x, struct text y)
{
	UErrorCode status = U_ZERO_ERROR;

	if (!c || !c->icu)
		return text_cmp(x, y);
	return ucol_strcollUTF8(c->icu, x.s ? x.s : "", (int32_t)x.n,
	    y.s ? y.s : "", (int32_t)y.n, &status);
}
