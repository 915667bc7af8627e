/*
 * collate.h - the order of the bibliography: UCA, by ICU
 */
#ifndef CITE_COLLATE_H
#define CITE_COLLATE_H

#include "base/text.h"

struct collator;

/* For a language, "en-GB"; NULL when ICU has no data: bytes decide then. */
struct collator *collator_open(struct arena *a, struct text lang);
void collator_close(struct collator *c);

int collator_cmp(const struct collator *c, struct text x, struct text y);

#endif
