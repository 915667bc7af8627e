/*
 * source_list.h - the lists of a census, as lines or as JSON
 */
#ifndef CLI_SOURCE_LIST_H
#define CLI_SOURCE_LIST_H

#include <stdio.h>

#include "cli/census.h"

enum list_format { LIST_TEXT, LIST_JSON };

/* A line a source; `unused`: of those only that nothing cites.  Its columns
 * are id, type, day of issue, verification, places and title; JSON has an
 * object of them. */
void sources_list(const struct census *c, bool unused, enum list_format format,
    FILE *out);

/* A line a citation of this source, FILE:LINE first. */
void sources_usage(const struct record *r, enum list_format format, FILE *out);

#endif
