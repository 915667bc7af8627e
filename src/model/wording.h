/*
 * wording.h - the words of one paragraph as a line of text
 *
 * For whoever reads a report as language and not as a tree: each PARA, HEADING,
 * CAPTION and TERM is one wording, its spans run together, each stretch with
 * the place where it was written.  Notes are wordings of their own.
 *
 * A citation in brackets and the mark of a note leave nothing, nor the blank
 * before them: they are set behind the punctuation, or raised.  What is no
 * prose (code, a cross-reference that has no words yet, the box of a missing
 * fact) is `opaque`: it shows what was asked for, and is not to be judged.
 */
#ifndef MODEL_WORDING_H
#define MODEL_WORDING_H

#include "model/doc.h"

struct wording_part {
	uint32_t off, len;       /* in the wording's text */
	const struct node *node; /* TEXT, SPACE ...: pos and fact */
	bool opaque;
	bool emphasis; /* within EMPH: a title, a foreign word */
};

struct wording {
	struct text text;
	const struct node *block;
	const struct node *above; /* what holds the block, or NULL */
	bool verbatim;            /* in a div `truth`: another's words */
	ARRAY(struct wording_part) parts;
	ARRAY(uint32_t) marks; /* where a citation or a note was left out */
};

struct wordings {
	ARRAY(struct wording) at;
};

/* All wordings below, in document order; lists of sources are left out. */
struct wordings wordings_of(struct arena *a, const struct node *root);

/* One line of words by itself, written at `pos`. */
struct wording wording_of_words(struct arena *a, struct text t, struct pos pos);

/* The part that the byte at `off` belongs to; NULL at the end. */
const struct wording_part *wording_part(const struct wording *p, size_t off);

/* Was something left out behind the byte `from`, up to `to`?  A note may have
 * been moved over the mark that follows it. */
bool wording_marked(const struct wording *p, size_t from, size_t to);

/* Where the bytes from..to were written: within one part, those bytes as near
 * as can be told; else the part in which they begin. */
struct pos wording_pos(const struct wording *p, size_t from, size_t to);

#endif
