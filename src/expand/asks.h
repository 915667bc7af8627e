/*
 * asks.h - what a template asks of the facts, found without running it
 *
 * The tree is walked as it could be run: names are followed through `set`,
 * `for`, `with`, macros and includes to the path of the fact that they stand
 * for ("documents[].title"; [] is any element).  What cannot be followed is
 * left out: the answer is for choosing facts to try a template with, and for
 * telling people what a section depends on, never for deciding what may be
 * printed.
 */
#ifndef EXPAND_ASKS_H
#define EXPAND_ASKS_H

#include "model/kase.h"

enum ask_use {
	ASK_PRINTED = 1,
	ASK_WHETHER = 2,    /* true or false? */
	ASK_DEFINED = 4,    /* is it there? */
	ASK_KNOWN = 8,      /* is it !unknown? */
	ASK_LISTED = 16,    /* its elements are gone through */
	ASK_COUNTED = 32,   /* how many are there? */
	ASK_NUMBER = 64,    /* counted with */
	ASK_DATE = 128,     /* read as a day */
	ASK_PRONOUNS = 256, /* a set of pronouns */
	ASK_AGREES = 512,   /* a verb agrees with it */
	ASK_EMPTY = 1024    /* is it left empty? */
};

struct ask {
	struct text path;
	unsigned uses;               /* enum ask_use */
	ARRAY(struct text) literals; /* that it is compared with */
	ARRAY(size_t) same;          /* others that it is compared with */
};

/* Words of a template, or a tag that prints, and the facts on which it depends
 * whether and how they are printed. */
struct ask_spot {
	const struct source *src;
	uint32_t from, to;
	ARRAY(size_t) asks; /* each once */
};

struct asks {
	ARRAY(struct ask) at;
	ARRAY(struct ask_spot) spots;
};

/* `sections` of the case are what `include s.id` includes.  Faults of syntax
 * go to d. */
struct asks *asks_of(struct arena *a, const struct library *lib,
    const struct kase *kase, const struct template *t, struct diag *d);

#endif
