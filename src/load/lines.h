/*
 * lines.h - within load/: where the bytes of a folded, indented or quoted
 * scalar were written
 */
#ifndef LOAD_LINES_H
#define LOAD_LINES_H

#include "base/diag.h"

/* `t` as a source of its own, mapped to the bytes `at` of src: what stands
 * between the quotes, or below the line of a | or >.  `quote` is the kind of
 * quotes, or NUL: within a block or plain scalar nothing is an escape. */
const struct source *lines_of(struct arena *a, const struct source *src,
    struct text t, struct pos at, char quote);

/* Bytes of a line break of YAML 1.1 beyond CR and LF that may stand at j (NEL,
 * LS, PS); 0: there is none. */
size_t lines_wide_break(struct text s, size_t j);

#endif
