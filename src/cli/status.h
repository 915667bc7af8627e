/*
 * status.h - from what was found to the status that a command exits with
 */
#ifndef CLI_STATUS_H
#define CLI_STATUS_H

#include "cli/cli.h"

/* `done`: the work was done in spite of what was found.  fail_level is the
 * word given to --fail-level, or NULL. */
int status_of(const struct diag *d, bool done, const char *fail_level);

#endif
