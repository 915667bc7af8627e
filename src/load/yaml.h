/*
 * yaml.h - within load/: YAML (and JSON, which is YAML) to values with places
 *
 * Codes: YAML-01 syntax; YAML-02 a key twice; YAML-03 unknown tag; YAML-04
 * alias unknown, recursive or over the budget; YAML-05 too deep; YAML-06
 * several documents in one file; YAML-07 nothing in it; YAML-08 a key that is
 * not a word; YAML-09 too many values.
 */
#ifndef LOAD_YAML_H
#define LOAD_YAML_H

#include "model/value.h"

enum {
	YAML_DEPTH = 64,      /* nesting */
	YAML_NODES = 1000000, /* values as written: 200 MB */
	YAML_COPIES = 100000  /* values that aliases bring */
};

/* The document in the bytes [from, to) of src; places are in src.  NULL after
 * saying why. */
struct value *yaml_read(struct arena *a, const struct source *src, size_t from,
    size_t to, struct diag *d);

#endif
