/*
 * kase.h - one case: the facts, the expert, what is asked for
 */
#ifndef MODEL_KASE_H
#define MODEL_KASE_H

#include "model/library.h"

/* One entry of the case's `sections:`. */
struct section_use {
	struct text
	    id; /* "belarus/detention", or a path in the case's folder */
	struct pos pos;
	const struct value *options; /* the map it was written as, or NULL */
};

struct waiver {
	struct text rule, where, reason, who;
	struct pos pos;
};

struct kase {
	struct text path;           /* as given */
	struct text root;           /* the project's folder, absolute, or "" */
	struct text stem;           /* "belarus-activist" */
	const struct value *facts;  /* the whole file; prose is marked */
	const struct value *expert; /* the expert's file */
	struct text profile;        /* its name */
	bool final;                 /* status: final */
	ARRAY(struct section_use) sections;
	ARRAY(struct waiver) waivers;
	struct map templates; /* id -> struct template: the case's own */
	const struct references *references; /* the case's own, or NULL */
};

/* `pattern` with {subject}, {expert}, {country} and any top-level key of the
 * case in braces put in: the subject by initials where there are any, since
 * heads and file properties are the first thing that strangers see. */
struct text kase_words(struct arena *a, const struct kase *kase,
    struct text pattern);

/* The report's title, for running heads and the file's properties: the case's
 * `title`, else the profile's `title_line`, else our own. */
struct text kase_title(struct arena *a, const struct kase *kase,
    const struct profile *p);

#endif
