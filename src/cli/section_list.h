/*
 * section_list.h - the sections of a library as lines, or as JSON
 */
#ifndef CLI_SECTION_LIST_H
#define CLI_SECTION_LIST_H

#include "trial/library.h"

/* A line a section: id, title, code, country, reviewed, cutoff, how many
 * paragraphs it can have; below it the facts that it reads. */
void sections_list(struct arena *a, const struct trial_shelf *s, bool json,
    FILE *f);

#endif
