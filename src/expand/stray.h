/*
 * stray.h - within expand/: characters that tags do not have
 *
 * A word processor makes quotes curly, a web page brings letters of another
 * alphabet, and other languages have && for "and".
 */
#ifndef EXPAND_STRAY_H
#define EXPAND_STRAY_H

#include "base/text.h"

struct stray {
	struct text words; /* what is wrong, the character last */
	struct text hint;  /* may be empty */
};

/* Of the character at the byte `at` of a tag. */
struct stray stray_of(struct arena *a, struct text body, size_t at);

#endif
