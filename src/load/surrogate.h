/*
 * surrogate.h - within load/: JSON's escapes, made fit for the YAML reader
 *
 * JSON writes what lies beyond the first plane as two escapes, one surrogate
 * each (RFC 8259, 7), which YAML does not know.
 */
#ifndef LOAD_SURROGATE_H
#define LOAD_SURROGATE_H

#include "base/diag.h"

/* The source with letters for such pairs, mapped to the file; a surrogate
 * alone becomes U+FFFD.  The file itself when it has no escapes. */
const struct source *surrogates_join(struct arena *a,
    const struct source *from);

#endif
