/*
 * variable.h - within load/: the words that CSL 1.0.2 has for a work's fields
 * and kinds
 */
#ifndef LOAD_VARIABLE_H
#define LOAD_VARIABLE_H

#include "base/text.h"

/* CSL 1.0.2, appendix III, sorted by bytes: T(name) for each. */
#define CSL_TYPES(T)                                                           \
	T("article")                                                           \
	T("article-journal")                                                   \
	T("article-magazine")                                                  \
	T("article-newspaper")                                                 \
	T("bill")                                                              \
	T("book")                                                              \
	T("broadcast")                                                         \
	T("chapter")                                                           \
	T("classic")                                                           \
	T("collection")                                                        \
	T("dataset") T("document") T("entry") T("entry-dictionary")            \
	    T("entry-encyclopedia") T("event") T("figure") T("graphic")        \
		T("hearing") T("interview") T("legal_case") T("legislation")   \
		    T("manuscript") T("map") T("motion_picture")               \
			T("musical_score") T("pamphlet") T("paper-conference") \
			    T("patent") T("performance") T("periodical")       \
				T("personal_communication") T("post") T(       \
				    "post-weblog") T("regulation") T("report") \
				    T("review") T("review-book") T("software") \
					T("song") T("speech") T("standard")    \
					    T("thesis") T("treaty")            \
						T("webpage")

/* The same as one text, as a schema's `words`. */
#define CSL_BAR(name) name "|"
#define CSL_TYPE_WORDS CSL_TYPES(CSL_BAR)

enum variable { VARIABLE_NONE, VARIABLE_NAMES, VARIABLE_DATE, VARIABLE_TEXT };

/* What a key stands for, and how CSL spells it: "doi" is "DOI", "shortTitle"
 * is "title-short"; an unknown key is its own name. */
enum variable variable_find(struct text key, struct text *name);
bool type_known(struct text name);

/* The word that was meant, or "". */
struct text variable_near(struct text name);
struct text type_near(struct text name);

#endif
