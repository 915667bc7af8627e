/*
 * style.h - citation styles, by name or from a file
 *
 * The library's own come first, then the installed ones, then the system's.  A
 * dependent style is its parent with a language of its own.  Codes: csl.h.
 */
#ifndef LOAD_STYLE_H
#define LOAD_STYLE_H

#include "load/folder.h"

/* `lang` counts when the style has no default-locale.  NULL after saying why. */
const struct style *style_load(struct arena *a, const struct places *where,
    struct text name, struct text lang, struct pos asked, struct diag *d);

/* The same for a file; a parent is looked for beside it first. */
const struct style *style_file(struct arena *a, const struct places *where,
    struct text path, struct text lang, struct pos asked, struct diag *d);

/* The names of all styles that hold `word`, each once. */
struct names style_names(struct arena *a, const struct places *where,
    struct text word);

#endif
