/*
 * citegroup.h - within expand/: citations and cross-references, as in Pandoc
 *
 *   [@key, para 12; see @other, p 3]     a group
 *   @key [p 3]   -@key   @{odd key}      in running text
 *   @par-x  [-@par-x]                    a reference within the report: the
 *                                        prefix decides
 *
 * An XREF keeps the label as it was written ("par-x") in `text`, and the scope
 * it was written in as the attribute `scope`: number/ resolves both.
 */
#ifndef EXPAND_CITEGROUP_H
#define EXPAND_CITEGROUP_H

#include "expand/marker.h"

/* How many bytes at the start of t are a key; 0: none.  Pandoc's rule: it
 * begins with a letter, digit or "_", and holds single :.#$%&-+?<>~/ within. */
size_t citegroup_key(struct text t);

/* "par-x", "Tbl-y": a reference within the report.  "fn-", "app-" ... */
bool citegroup_xref(struct text key);

/* What stands at t[i], an '@', becomes a CITE or XREF in place, taking the key
 * from the tokens behind it; or it stays, being no key. */
void citegroup_bare(struct marker *m, const struct slice *s, struct toks *t,
    size_t i);

/* The tokens t[from..] between brackets as a CITE, or an XREF when it is one
 * alone.  NULL: no citation (and nothing was said). */
struct node *citegroup_read(struct marker *m, const struct slice *s,
    const struct toks *t, size_t from);

/* `@key ` stands before the bracket at t[open]: where its '@' is, or SIZE_MAX. */
size_t citegroup_before(const struct slice *s, const struct toks *t,
    size_t open);

/* A narrative CITE of the '@' at t[i], with t[from..] as its locator; a "-"
 * right before it is taken, and leaves out the author. */
struct node *citegroup_located(struct marker *m, const struct slice *s,
    struct toks *t, size_t i, size_t from);

#endif
