/*
 * pronoun.h - within expand/: he, she and they
 *
 * Whoever has a key `pronouns` in the case can be asked for them: subject.they,
 * subject.Their, subject|verb('is', 'are').  The set is required and never
 * guessed: it is one of the words he, she, they, or a map with all five forms
 * and, for those that take it, `plural: true`.
 */
#ifndef EXPAND_PRONOUN_H
#define EXPAND_PRONOUN_H

#include "expand/datum.h"

/* they, them, their, theirs, themself, or one of them with a capital; false if
 * key is none of these, or `of` has no pronouns. */
bool pronoun(struct arena *a, struct datum of, struct text key,
    struct datum *out);

/* Is key one of these words? */
bool pronoun_is(struct text key);

/* Does a verb that goes with `of` stand in the plural?  A list of other than
 * one, a number other than one, someone whose pronouns are plural.  False in
 * the result if `of` has no number. */
bool pronoun_plural(struct datum of, bool *plural);

#endif
