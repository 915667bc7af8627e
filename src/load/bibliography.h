/*
 * bibliography.h - within load/: how a profile wants its sources listed
 *
 *   bibliography:
 *     sections:
 *     - {id: cases, title: Cases, types: [legal_case], keywords: [decision]}
 *     other: {title: Other sources}
 *     backrefs: cited in            # or true: without words
 *     authorities: {sections: [cases], passim: 5, notes: true}
 *
 * All of it may be left out.  `other` is one more section, `id: other`, for
 * what no other takes.  Faults are PROF-02.
 */
#ifndef LOAD_BIBLIOGRAPHY_H
#define LOAD_BIBLIOGRAPHY_H

#include "model/profile.h"

/* `v` is the value of the key, or NULL. */
void bibliography_read(struct arena *a, const struct value *v,
    struct bibliography *into, struct diag *d);

#endif
