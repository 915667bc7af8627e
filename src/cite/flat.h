/*
 * flat.h - a tree of words as one line of pieces, with its punctuation mended
 */
#ifndef CITE_FLAT_H
#define CITE_FLAT_H

#include "cite/out.h"

enum piece_kind {
	PIECE_TEXT,
	PIECE_OPEN,
	PIECE_CLOSE,
	PIECE_QUOTE,
	PIECE_UNQUOTE
};

struct piece {
	uint8_t kind;
	bool own; /* out.h */
	struct text text;
	const struct out *o; /* OPEN, CLOSE: formatting, link, node */
};

struct flat {
	ARRAY(struct piece) piece;
};

struct flat flat_of(struct arena *a, const struct terms *t,
    const struct out *o);

/* As spans of a document, below `into`; `pass` is for scratch. */
void flat_nodes(struct arena *a, struct arena *pass, const struct flat *f,
    struct node *into);

/* As HTML, as the official test-suite writes it. */
struct text flat_html(struct arena *a, const struct flat *f);

#endif
