/*
 * dialect.h - within load/: names of languages, as the locale files have them
 *
 * CSL 1.0.2, "Locale Fallback": a bare language is its primary dialect, and a
 * secondary dialect falls back to the primary one.
 */
#ifndef LOAD_DIALECT_H
#define LOAD_DIALECT_H

#include "base/text.h"

/* "en_gb" is "en-GB", "de" is "de-DE"; "" for no language at all. */
struct text dialect_of(struct arena *a, struct text lang);

/* The primary dialect of its language. */
struct text dialect_primary(struct arena *a, struct text dialect);

#endif
