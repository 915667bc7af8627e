/*
 * pdf_ops.h - the operators of a page's content (ISO 32000-1, annex A)
 *
 * Integers in, decimal digits out: no floating point, so no locale and no
 * drift.  A glyph is shown as two literal bytes, which deflate better than
 * hexadecimal digits do.  Content holds NUL bytes: it is never a C string.
 */
#ifndef PAINT_PDF_OPS_H
#define PAINT_PDF_OPS_H

#include "model/page.h"

/* A glyph of an embedded face. */
struct pdf_glyph {
	uint16_t gid;     /* in the font file */
	uint16_t code;    /* in our subset: what content shows */
	int32_t width;    /* thousandths of an em, as /W has it */
	struct text text; /* what it says, "" if nobody knows */
	uint32_t packed;  /* text's bytes when there are at most four, else 0:
			   * quick to compare */
};

struct pdf_face {
	struct face *face;
	unsigned name;  /* /F1, /F2 ... */
	uint16_t *slot; /* 65536, by gid: index into glyphs; 0: not used */
	ARRAY(struct pdf_glyph) glyphs; /* [0] is .notdef */
	void *object;                   /* the Type 0 dictionary */
};

/* The content of one page, and the state it leaves the reader in. */
struct ops {
	struct buf out;
	mpt height; /* of the page: y is turned upside down */
	bool text;  /* between BT and ET */
	mpt x, y;   /* where the last Td led, in PDF's direction */
	mpt rise;
	mpt size;      /* of the face set last */
	unsigned face; /* its name; 0: none */
	uint32_t colour;
};

/* v thousandths: 11500 is "11.5", -250 is "-.25". */
void ops_number(struct buf *b, int64_t v);

/* One two-byte code inside a literal string: ( ) \ and CR are escaped. */
void ops_code(struct buf *b, uint16_t code);

void ops_rule(struct ops *o, const struct item *it);

/* The run's glyphs from..to, its origin at (x, y) of the page.  No glyph is
 * further than 0.01 pt from where layout put it: what /W and TJ cannot say
 * exactly is carried to the next glyph. */
void ops_glyphs(struct ops *o, const struct run *run,
    const struct pdf_face *face, struct item at, size_t from, size_t to);

/* Marked content; `how` is all that stands before BDC or BMC, and that word:
 * "/P <</MCID 0>> BDC". */
void ops_mark(struct ops *o, struct text how);
void ops_unmark(struct ops *o);

/* Ends text if it is open: graphics and marks stand outside of BT and ET. */
void ops_end_text(struct ops *o);

#endif
