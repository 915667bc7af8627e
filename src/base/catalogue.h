/*
 * catalogue.h - what every code means, for people
 *
 * A finding is a line; here stands the page behind it, which `peritus explain`
 * prints.  A new code is one entry in the table of its area (catalogue_*.c)
 * and one line in the manual; tests/script/codes names what is missing.
 *
 * Not a file beside the program: an explanation must be there when nothing
 * else can be read.
 *
 * The words are for an expert who is no programmer.  A line break within a
 * text begins a paragraph; whoever prints it breaks the lines.  An authority
 * is named as the forum's rule or the decision is cited, never quoted.
 */
#ifndef BASE_CATALOGUE_H
#define BASE_CATALOGUE_H

#include "base/diag.h"

struct explanation {
	const char *code;      /* "FACT-02" */
	enum level level;      /* as a rule; a profile or --draft may differ */
	const char *title;     /* one line: lower case, no full stop */
	const char *means;     /* what was found, and what is done then */
	const char *why;       /* what would come of it, or NULL */
	const char *authority; /* what a rule rests on, or NULL */
	bool verified;         /* a lawyer compared it with the instrument */
	const char *fix;       /* what to do */
	const char *wrong;     /* an example as it is typed, or NULL */
	const char *right;     /* the same, mended, or NULL */
};

/* The codes that begin with the same word, in their order. */
struct area {
	const char *name;  /* "FACT" */
	const char *title; /* what they are about */
	const struct explanation *at;
	size_t n;
};

/* In the order in which a case comes by them: files first, paper last. */
extern const struct area *const catalogue[];
extern const size_t ncatalogue;

/* Whatever the case of its letters; NULL if there is none. */
const struct explanation *catalogue_at(struct text code);

/* The code that is meant perhaps, or "". */
struct text catalogue_near(struct text code);

#endif
