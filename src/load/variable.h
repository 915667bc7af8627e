/*
 * variable.h - within load/: the words that CSL 1.0.2 has for a work's fields
 * and kinds
 */
#ifndef LOAD_VARIABLE_H
#define LOAD_VARIABLE_H

#include "base/text.h"

/* CSL 1.0.2, appendix III, separated by |. */
#define CSL_TYPES                                                    \
	"article|article-journal|article-magazine|"                  \
	"article-newspaper|bill|book|broadcast|chapter|classic|"     \
	"collection|dataset|document|entry|entry-dictionary|"        \
	"entry-encyclopedia|event|figure|graphic|hearing|interview|" \
	"legal_case|legislation|manuscript|map|motion_picture|"      \
	"musical_score|pamphlet|paper-conference|patent|"            \
	"performance|periodical|personal_communication|post|"        \
	"post-weblog|regulation|report|review|review-book|software|" \
	"song|speech|standard|thesis|treaty|webpage"

enum variable { VARIABLE_NONE, VARIABLE_NAMES, VARIABLE_DATE, VARIABLE_TEXT };

/* What a key stands for, and how CSL spells it: "doi" is "DOI", "shortTitle"
 * is "title-short"; an unknown key is its own name. */
enum variable variable_find(struct text key, struct text *name);
bool type_known(struct text name);

/* The word that was meant, or "". */
struct text variable_near(struct text name);
struct text type_near(struct text name);

#endif
