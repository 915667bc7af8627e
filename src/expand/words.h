/*
 * words.h - within expand/: finding cmark's words again in the text
 *
 * cmark says of a block where it begins, and of its spans nothing that can be
 * relied on.  So a cursor runs through the slice beside cmark's tree: what
 * opens and closes a span is skipped as that span is entered and left, and each
 * text is compared with what stands at the cursor, through backslashes and
 * character references.  Should the two ever differ, the words are looked for
 * a little further on; they are never lost, their place at worst is near.
 */
#ifndef EXPAND_WORDS_H
#define EXPAND_WORDS_H

#include "expand/marker.h"

struct words {
	struct marker *m;
	const struct slice *s;
	struct text t; /* of the slice */
	size_t cur;
	uint32_t prev; /* the character before, for quotation marks */
	bool verbatim; /* an autolink: no markup of ours */
	bool lost;     /* the cursor is off; until the next block */
	struct toks *out;
	struct buf run; /* words not yet made a token */
	size_t run_from;
};

void words_block(struct words *w, size_t off); /* a block begins here */
void words_text(struct words *w, struct text literal);
void words_skip(struct words *w, const char *these, size_t most);
void words_cell(struct words *w); /* to behind the next "|" */
void words_line(struct words *w); /* over a line end */
void words_code(struct words *w); /* over a code span */
void words_link(struct words *w); /* over "](destination)" */
void words_html(struct words *w, struct text literal);

#endif
