/*
 * status.h - from what was found to the status that a command exits with
 */
#ifndef CLI_STATUS_H
#define CLI_STATUS_H

#include "cli/cli.h"

/* `done`: the work was done in spite of what was found.  fail_level is the
 * word given to --fail-level, or NULL. */
int status_of(const struct diag *d, bool done, const char *fail_level);

/* The formats of messages, as --messages and build's --format name them. */
enum { STATUS_FORMATS = 3 };
extern const char *const status_formats[STATUS_FORMATS];

/* How a command that prints ends: what was found goes to stderr, in the format
 * of the word given, or NULL; an error is no success. */
int status_end(struct diag *d, const char *format, const char *fail_level);

#endif
