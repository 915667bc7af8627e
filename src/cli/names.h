/*
 * names.h - the cases that a command line names
 *
 * A word is the path of a case; @FILE is a list of them, one a line, and @- one
 * on standard input.  A path that is there twice counts once.
 */
#ifndef CLI_NAMES_H
#define CLI_NAMES_H

#include "base/diag.h"

struct case_names {
	ARRAY(struct text) at; /* in the order named */
};

/* False: a list could not be read, and why is in the diag. */
bool case_names_read(struct arena *a, int argc, char **argv,
    struct case_names *out, struct diag *d);

#endif
