/*
 * lookalike.h - words that read as ASCII and are not
 *
 * A key with a Cyrillic "o" is another key than the one it looks like, and no
 * reader can see it.  The letters are those of UTS #39 (confusables) that look
 * the same in common type, full-width forms, dashes, and what has no width.
 */
#ifndef CHECK_LOOKALIKE_H
#define CHECK_LOOKALIKE_H

#include "base/text.h"

/* What t reads as when that is all ASCII; "" when t is ASCII itself, or has a
 * letter that nobody takes for one. */
struct text lookalike_ascii(struct arena *a, struct text t);

#endif
