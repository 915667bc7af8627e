/*
 * pinpoint.h - locators in the words of a cite: more than one, and CSL's gaps
 *
 * CSL 1.0.2 has one locator in a cite.  Each further one is rendered as if it
 * were the cite's own, by the whole layout, since any condition of the style
 * may ask for it; what the layout makes of the locator and its label is taken
 * out and put behind the first one.  The rest of that rendering is thrown
 * away.
 *
 * Labels of ours (label.h) are unknown to styles that were not written for
 * them: where such a style prints the bare number, the short term is put
 * before it, and so it is for a further pinpoint that would read as if it had
 * the label of the one before.
 */
#ifndef CITE_PINPOINT_H
#define CITE_PINPOINT_H

#include "cite/render.h"

/* Mends the words of a cite, once its layout is rendered by `r`; fills in
 * cite->lost and cite->unlabelled. */
void pinpoint_mend(struct render *r, const struct rule *layout,
    struct cite_words *cite, struct out *o);

#endif
