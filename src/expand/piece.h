/*
 * piece.h - within expand/: what a template has become, before Markdown
 *
 * Tags are evaluated first, Markdown is parsed second, values come last
 * (peers.md 3.3): a run of a template gives pieces, and mark() parses the
 * SOURCE pieces as one text with one sentinel (a code point of planes 15 or
 * 16) for every other piece, which is put in its place in the tree.  So a value
 * can never become markup, and every inline knows where it came from.
 */
#ifndef EXPAND_PIECE_H
#define EXPAND_PIECE_H

#include "model/doc.h"
#include "model/reads.h"

enum piece_kind {
	PIECE_SOURCE,  /* words of a template file; pos is their first byte */
	PIECE_VALUE,   /* plain words */
	PIECE_PROSE,   /* Markdown of a fact, parsed alone */
	PIECE_MISSING, /* --draft: text names the missing fact */
	PIECE_BLOCKS   /* an included file: its tree, already parsed */
};

struct piece {
	enum piece_kind kind;
	struct text text;
	struct pos pos;  /* in the template: the words, or the {{ }} */
	struct pos fact; /* VALUE, PROSE: where the value was written */
	const struct source *lines; /* PROSE: the value's own source, whose
				     * body is `text`; maps into the file */
	struct text scope; /* PROSE: prefix of its labels, "opinions/q1" */
	struct node *tree; /* BLOCKS: a NODE_DOC; given away: mark() links its
			    * blocks into the tree it makes */
	bool made;         /* SOURCE: computed: no part of it has a place of
			    * its own */
	bool section;      /* BLOCKS: a country section: its headings are
			    * relative to the heading it stands under */
	const struct reads *reads, *control; /* see expand/trail.h */
	/* SOURCE, empty: what might have stood here begins a block of its own;
	 * or ends in a blank line. */
	bool apart, closed;
};

struct pieces {
	ARRAY(struct piece) p;
};

struct mark_options {
	struct text
	    scope;        /* labels are exported as "scope/label"; "" : as is */
	bool inline_only; /* blocks are an error (prose within a sentence) */
	bool prose;       /* headings are an error */
	struct pos place; /* of the {{ }} that asked, for inline_only */
	struct arena
	    *tmp; /* scratch, to be used again by the caller; or NULL */
};

/* Parse to a NODE_DOC.  Never NULL. */
struct node *mark(struct arena *a, const struct pieces *p,
    const struct mark_options *o, struct diag *d);

#endif
