/*
 * status.h - how a command shows what it found, and the status it exits with
 *
 * Every command that finds things takes the same options: put STATUS_ROWS in
 * its table and STATUS_OPTIONS in its enum, and read them with status_read.
 *
 *	enum { OUTPUT, STATUS, HELP = STATUS + STATUS_OPTIONS, OPTIONS };
 *	static const struct option table[OPTIONS] = {
 *	    {"output", ...}, STATUS_ROWS("format"), {"help", ...}};
 *	...
 *	struct status s = {.out = stderr};
 *	if (!status_read(&s, "build", g.at + STATUS))
 *		return EXIT_USAGE;
 *	...
 *	return status_end(&s, &d);
 */
#ifndef CLI_STATUS_H
#define CLI_STATUS_H

#include "cli/cli.h"

/* The row of formats is called "format", or "messages" where the command's
 * data have a format too. */
#define STATUS_ROWS(format)                                                   \
	{format, 0, OPTION_VALUE, "FORMAT",                                   \
	    "of messages: human short json jsonl sarif github"},              \
	    {"fail-level", 0, OPTION_VALUE, "LEVEL",                          \
		"exit 1 on findings: info warning error block"},              \
	    {"color", 0, OPTION_VALUE, "WHEN", "auto always never (auto)"},   \
	{                                                                     \
		"max-errors", 0, OPTION_VALUE, "N",                           \
		    "show the worst N (100; json, jsonl, sarif: all); 0: all" \
	}

enum {
	STATUS_FORMAT,
	STATUS_FAIL_LEVEL,
	STATUS_COLOR,
	STATUS_MAX_ERRORS,
	STATUS_OPTIONS
};

struct status {
	FILE *out; /* stdout where findings are what was asked for */
	struct diag_look look;
	bool fails;
	enum level fail_level; /* if `fails` */
};

/* From what was given for STATUS_ROWS, in their order; false after saying what
 * is wrong, as the command of that name. */
bool status_read(struct status *s, const char *command,
    const char *const given[STATUS_OPTIONS]);

/* Show what was found.  Counts in d are of different findings from now on. */
void status_show(const struct status *s, struct diag *d);

/* `done`: the work was done in spite of what was found. */
int status_of(const struct status *s, const struct diag *d, bool done);

/* How a command that prints ends: what was found is shown, and an error is no
 * success. */
int status_end(const struct status *s, struct diag *d);

#endif
