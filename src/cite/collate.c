#include "cite/collate.h"

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
	return c;
}

void
collator_close(struct collator *c)
{
	if (c && c->icu)
		ucol_close(c->icu);
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
