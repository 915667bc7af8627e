/*
 * stage.h - the verbs
 *
 *   load     files                              -> case, library
 *   expand   report template + facts            -> document
 *   number   document                           -> the same, numbered
 *   cite     document + references + style      -> the same, cited
 *   layout   document + sheet + fonts           -> pages
 *   check    all of the above                   -> verdict
 *   paint    pages + verdict                    -> a file
 *
 * A stage reads what it is given and returns something new; it never changes
 * its input, though its output may point into it.  All memory comes from the
 * arena.  Faults go to the diag, and the stage carries on with a stand-in, so
 * that one run shows every fault; a stage returns NULL only when there is
 * nothing left to hand on.  Given NULL, a stage returns NULL.
 *
 * The nouns are the other headers of this folder.
 */
#ifndef MODEL_STAGE_H
#define MODEL_STAGE_H

#include "model/doc.h"
#include "model/kase.h"
#include "model/page.h"
#include "model/script.h"
#include "model/verdict.h"

struct stock;

/* Read one case and its expert.  The project's root is found upwards of the
 * case file (the folder that has templates/), or is `root` if not "". */
const struct kase *case_load(struct arena *a, struct text path,
    struct text root, struct diag *d);

/* Where to look for what the system provides; cli/ fills it in. */
struct places {
	struct text root; /* --root, or "" : found from the first case */
	struct text
	    share;       /* the installed templates, when no project has any */
	struct text csl; /* citation-style-language's folder */
	struct text locales; /* of locales-*.xml; "": locales/ in `csl` */
	struct text fonts;   /* folder of fonts to search first, or "" */
	struct text report;  /* a template in place of the profile's, or "" */
	struct text version; /* of the program */
	bool pageless; /* nothing will be laid out: no fonts, no hyphenation */
};

/* Read what a case needs: profile, sheet, style, sections, sources.  Of the
 * arena, but for what library_close() gives back. */
const struct library *library_load(struct arena *a, const struct places *where,
    const struct kase *kase, struct diag *d);

/* For many cases: each file is read once, when the first case needs it, into
 * memory of the stock's arena; `where` must live as long.  A case's library is
 * a view of it, in the case's arena, of what it would read if it were alone. */
struct stock *stock_new(struct arena *a, const struct places *where);
void stock_close(struct stock *s); /* faces and dictionaries */
const struct library *library_of(struct arena *a, struct stock *s,
    const struct kase *kase, struct diag *d);

struct expand_options {
	bool draft;      /* a missing fact prints as a box, and is counted */
	bool anonymised; /* |redact prints a box, and not what it was given */
};

const struct doc *expand(struct arena *a, const struct library *lib,
    const struct kase *kase, const struct expand_options *o, struct diag *d);

/* The words that expand() would read as Markdown. */
const struct script *render(struct arena *a, const struct library *lib,
    const struct kase *kase, const struct expand_options *o, struct diag *d);

const struct doc *number(struct arena *a, const struct doc *doc,
    const struct profile *profile, struct diag *d);

const struct doc *cite(struct arena *a, const struct doc *doc,
    const struct library *lib, const struct kase *kase, struct diag *d);

const struct pages *layout(struct arena *a, const struct doc *doc,
    const struct library *lib, const struct kase *kase, struct diag *d);

/* pages may be NULL: the rules that need them are named as skipped. */
const struct verdict *check(struct arena *a, const struct doc *doc,
    const struct pages *pages, const struct library *lib,
    const struct kase *kase, struct diag *d);

/* `to` is a path.  False: nothing was written, and an older file of that name
 * is as it was.  `device` is "pdf" or "plain". */
bool paint(const struct pages *pages, const struct doc *doc,
    const struct verdict *v, const char *device, const char *to,
    struct diag *d);

#endif
