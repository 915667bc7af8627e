/*
 * option.h - options of a command, as a table
 *
 * `--name VALUE`, `--name=VALUE`, `-x VALUE`, `-xVALUE`; `--` ends them; what
 * is left over is moved to the front of argv.  An unknown option is a usage
 * error with the nearest name.
 */
#ifndef CLI_OPTION_H
#define CLI_OPTION_H

#include <stdbool.h>

enum option_kind { OPTION_FLAG, OPTION_VALUE };

struct option {
	const char *name; /* "output": --output */
	char letter;      /* 'o', or 0 */
	enum option_kind kind;
	const char *value; /* what VALUE is called in the help, or NULL */
	const char *help;  /* one line, lower case */
};

/* What was given, in the table's order: NULL, the value, or "" for a flag. */
struct given {
	const char *at[32];
};

/* Returns how many operands are left at the front of argv, or -1 after
 * printing what is wrong. */
int options_read(const struct option *table, int n, struct given *g, int argc,
    char **argv);

/* Which of the n names the word is: 0 for NULL, -1 for none. */
int option_choice(const char *word, const char *const *names, int n);

void options_help(const struct option *table, int n);

#endif
