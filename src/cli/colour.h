/*
 * colour.h - whether a stream is coloured
 */
#ifndef CLI_COLOUR_H
#define CLI_COLOUR_H

#include <stdbool.h>
#include <stdio.h>

enum colour_when { COLOUR_AUTO, COLOUR_ALWAYS, COLOUR_NEVER };

/* What was asked for on the command line wins; then NO_COLOR (none), then
 * CLICOLOR_FORCE (some), then CLICOLOR=0 and TERM=dumb (none); then a terminal
 * has colours and nothing else has. */
bool colour_wanted(enum colour_when when, FILE *out);

#endif
