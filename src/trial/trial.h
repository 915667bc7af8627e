/*
 * trial.h - a template, tried with made-up facts
 *
 * A section reads well with the facts its author had in mind.  Here it is run
 * with those of others: he, she and they; none, one, two and three of
 * everything; what may be absent, absent.  What differs is shown, and what goes
 * wrong is found.  The case is read and the template run by the stages
 * themselves; nothing here knows the language.
 *
 * Like batch/, this folder drives stages, and may include any of them.
 *
 * Codes: SECT-03 more variants would be needed than are run; and those of what
 * is found: FACT-02.., TPL-01.., GRAM-01 ...
 */
#ifndef TRIAL_TRIAL_H
#define TRIAL_TRIAL_H

#include "model/stage.h"
#include "trial/cover.h"

/* A paragraph of the template, as it came out in each variant. */
struct trial_spot {
	struct pos at;     /* in the template */
	struct text label; /* of its block, or "" */
	enum node_kind kind;
	/* By variant.  Two that differ only in the words of a fact have the
	 * same form; "" : it was not printed. */
	struct text *form, *words;
	bool *broken; /* by variant: a fact was missing, and that was found */
	bool *on;     /* by factor: the paragraph may depend on this one */
	ARRAY(bool *) sentences; /* the same, by sentence */
};

#define TRIAL_NONE (~0u) /* the fact's parent is not there */

/* The same fault in some of the variants. */
struct trial_fault {
	struct finding found; /* as in the first of them */
	bool *in;             /* by variant */
	size_t count;
	bool *on;   /* by factor: it may depend on this one */
	bool *near; /* by factor: its words are among those found fault with */
};

struct trial {
	struct text id;
	const struct plan *plan;
	struct cover cover; /* the variants */
	unsigned *values;   /* by variant and factor: the choice; TRIAL_NONE */
	ARRAY(struct trial_spot *) spots;
	ARRAY(struct trial_fault *) faults;
	struct map by_place; /* of spots; of faults by code and place */
};

/* Where templates are, and how much is tried. */
struct trial_library {
	const struct library *lib; /* all texts and profiles */
	const struct text *profiles;
	size_t nprofiles;
	size_t limit; /* of variants */
};

/* A section of the library, or any other template of it. */
const struct trial *trial_run(struct arena *a, const struct trial_library *l,
    const struct template *t, struct diag *d);

/* The facts that it reads, with those of what it includes. */
const struct asks *trial_asks(struct arena *a, const struct trial_library *l,
    const struct template *t, struct diag *d);

/* What was found, as findings with the facts that bring it about. */
void trial_report(const struct trial *t, struct diag *d);

enum trial_form { TRIAL_DIFFERING, TRIAL_ALL };

void trial_print(const struct trial *t, enum trial_form form, FILE *f);
void trial_print_json(const struct trial *const *t, size_t n, FILE *f);

#endif
