/*
 * variable.h - within load/: the words that CSL 1.0.2 has for a work's fields
 * and kinds
 */
#ifndef LOAD_VARIABLE_H
#define LOAD_VARIABLE_H

#include "base/text.h"

enum variable { VARIABLE_NONE, VARIABLE_NAMES, VARIABLE_DATE, VARIABLE_TEXT };

/* What a key stands for, and how CSL spells it: "doi" is "DOI", "shortTitle"
 * is "title-short"; an unknown key is its own name. */
enum variable variable_find(struct text key, struct text *name);
bool type_known(struct text name);

/* The word that was meant, or "". */
struct text variable_near(struct text name);
struct text type_near(struct text name);

#endif
