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

/*
 * What is compared of a text.  Punctuation does not count, but for hyphens and
 * dashes, which part words as a blank does; a tab parts the keys within one
 * text.  CSL 1.0.2 leaves this to the processor; a title in quotation marks is
 * looked for under its first word.  A text of punctuation alone stays.
 */
struct text collate_key(struct arena *a, struct text t);

/* Runs of digits made equally long, so that 9 stands before 10. */
struct text collate_number(struct arena *a, struct text t);

/* Case does not count (CSL 1.0.2, "Sorting"). */
int collator_cmp(const struct collator *c, struct text x, struct text y);

#endif
