/*
 * paths.h - what a fact is called, as a template would write it
 *
 *   subject.name.full   documents[2].title   expert.posts[0].from
 *
 * A value does not know what it stands in; this finds it.
 */
#ifndef MODEL_PATHS_H
#define MODEL_PATHS_H

#include "model/kase.h"
#include "model/reads.h"

struct paths;

/* Those of a case, of its expert, of its profile, and of the front matter of
 * its sections. */
struct paths *paths_of(struct arena *a, const struct kase *kase,
    const struct library *lib);

/* "" for the case as a whole, and for what is not among them. */
struct text paths_show(struct arena *a, const struct paths *p,
    const struct value *v);

/* The same of what was read, the key that is not there included. */
struct text paths_reading(struct arena *a, const struct paths *p,
    const struct reading *r);

/* Where what was read stands: the key, else the value, else what lacks it. */
struct pos reading_pos(const struct reading *r);

#endif
