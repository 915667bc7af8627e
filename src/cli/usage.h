/*
 * usage.h - what is said when a command is given wrongly
 *
 * Each prints to standard error and returns EXIT_USAGE.
 */
#ifndef CLI_USAGE_H
#define CLI_USAGE_H

/* "peritus COMMAND: WHAT: WORD" */
int usage_wrong(const char *command, const char *what, const char *word);

/* The command has other commands below it; the nearest is named. */
int usage_no_verb(const char *command, const char *const *verbs, int n,
    const char *word);

#endif
