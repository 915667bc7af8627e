/*
 * term.h - the words of a language, from the stack of locales
 *
 * CSL 1.0.2, "Locale Fallback": the style's own locale for the dialect, for
 * the language, for all; then the files for the dialect, the language's main
 * dialect, and en-US.
 */
#ifndef CITE_TERM_H
#define CITE_TERM_H

#include "base/map.h"
#include "model/csl.h"

enum term_form {
	FORM_LONG,
	FORM_SHORT,
	FORM_VERB,
	FORM_VERB_SHORT,
	FORM_SYMBOL,
	FORM_COUNT
};

enum term_match { ORDINAL_LAST_DIGIT, ORDINAL_LAST_TWO, ORDINAL_WHOLE };

struct term {
	struct text name;
	struct text text[FORM_COUNT][2]; /* [1]: plural; s is NULL: not set */
	char gender;                     /* 'm', 'f' or 0 */
};

/* ordinal-00 .. ordinal-99: index 0..99; 100 is "ordinal". */
struct ordinal {
	struct text text[3]; /* neuter, masculine, feminine */
	int match;           /* -1: as the spec has it for its number */
};

struct terms {
	struct map map; /* name -> struct term */
	ARRAY(struct term *) all;
	struct ordinal ordinal[101];
	bool punctuation_in_quote, day_one_only;
	const struct elem *date[2]; /* text, numeric */
	struct text lang;
	bool english;
	struct text open[2], close[2]; /* quotes: outer, inner */
};

struct terms *terms_new(struct arena *a, const struct style *style);

/* Falls back from form to form: verb-short, verb, long; symbol, short, long.
 * False: there is no such term. */
bool term_find(const struct terms *t, struct text name, enum term_form form,
    bool plural, struct text *out);
struct text term_text(const struct terms *t, const char *name); /* long */

char term_gender(const struct terms *t, struct text name);

enum term_form term_form_of(struct text t);

#endif
