/*
 * source_check.h - what is wrong with the sources of a census
 *
 * Codes: those of check/audit.h, and SRC-10: cited, but not there.
 */
#ifndef CLI_SOURCE_CHECK_H
#define CLI_SOURCE_CHECK_H

#include "cli/census.h"

/* `all`: a finding for each source, in place of one for each kind. */
void sources_check(const struct census *c, struct date_point today, bool all,
    struct diag *d);

/* SRC-10 at this place, with the key that was meant: the one that it reads as,
 * or a near one. */
struct finding *sources_missing(const struct census *c, struct text key,
    struct pos at, struct diag *d);

#endif
