/*
 * slip.h - within load/: what was most likely typed wrongly on a line
 *
 * The parser stops where it can read no further, which is often a line later,
 * and knows of no dash from a word processor.  These look at the line as a
 * person does who has made that mistake before.
 *
 * Codes: YAML-10 quotes of a word processor around a value; YAML-11 words that
 * a # cuts off.
 */
#ifndef LOAD_SLIP_H
#define LOAD_SLIP_H

#include "base/diag.h"

struct slip {
	struct pos at;
	struct text words, hint;
};

/* On the line that `at` is on: a blank or a dash that only looks like one, no
 * blank after a dash or colon, or no colon.  False: nothing of this. */
bool slip_of_line(struct arena *a, struct pos at, struct slip *out);

/* The line before that of `at` which holds words; false: there is none. */
bool slip_line_above(struct pos at, struct pos *above);

/* The line of `at`, from its first word that is no dash. */
struct pos slip_line(struct pos at);

/* `key` and `value` of a line as it is meant; both empty if there is no colon
 * with a blank. */
void slip_parts(struct pos line, struct text *key, struct text *value);

/* What a value without quotes was perhaps not meant to be. */
void slip_of_value(struct diag *d, struct pos at);

#endif
