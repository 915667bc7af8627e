/*
 * json.h - within load/: JSON (RFC 8259) to values with places
 *
 * Libraries for JSON forget where a value stood, and YAML's takes seven times
 * as long; the grammar is a page.
 *
 * Codes: JSON-01 syntax; JSON-02 a key twice; JSON-03 too deep; JSON-04 too
 * many values.
 */
#ifndef LOAD_JSON_H
#define LOAD_JSON_H

#include "model/value.h"

enum {
	JSON_DEPTH = 64,     /* nesting */
	JSON_NODES = 1000000 /* values */
};

/* A number is plain TEXT as written.  NULL after saying why. */
struct value *json_read(struct arena *a, const struct source *src,
    struct diag *d);

#endif
