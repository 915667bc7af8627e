/*
 * initials.h - given names made short: "Jean-Luc" to "J.-L."
 *
 * CSL 1.0.2, "Name", initialize and initialize-with, and "Hyphenation of
 * Initialized Names".
 */
#ifndef CITE_INITIALS_H
#define CITE_INITIALS_H

#include "base/text.h"

struct initials {
	struct text with; /* initialize-with, set behind each initial */
	bool whole;       /* initialize="false": names stay, initials get it */
	bool hyphen;      /* initialize-with-hyphen */
};

/*
 * What is an initial already, "J", "J." or "Ph.", stays one.  Words in small
 * letters stay ("Juan de"), but not behind a hyphen ("Guo-ping").  Markup
 * around a word is kept.
 */
struct text initials_of(struct arena *a, struct initials how,
    struct text given);

#endif
