#include "load/read.h"

const struct style *
style_load(struct arena *a, const struct places *where, struct text name,
    struct text lang, struct pos asked, struct diag *d)
{
	(void)a, (void)where, (void)name, (void)lang, (void)asked, (void)d;
	return NULL;
}
