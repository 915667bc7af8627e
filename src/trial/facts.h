/*
 * facts.h - within trial/: a row of choices as a case
 *
 * The case is written as YAML and read as any other, so that what a template
 * is given has been through the real readers.
 */
#ifndef TRIAL_FACTS_H
#define TRIAL_FACTS_H

#include "model/kase.h"
#include "trial/cover.h"

/* A case that was made up. */
struct made_up {
	struct kase kase;
	const struct source *src; /* of its facts */
	const struct source *expert;
};

/* `section` is the one in use, or "". */
struct made_up *facts_of(struct arena *a, const struct plan *p,
    const struct row *r, struct text section);

/* The factor of which a value at this place is, or NO_FACTOR. */
size_t facts_factor(const struct made_up *m, const struct plan *p,
    struct pos at);

/* "subject.pronouns: he; documents: 0" for the factors of the set. */
struct text facts_label(struct arena *a, const struct plan *p,
    const struct row *r, const struct factor_set *set);

#endif
