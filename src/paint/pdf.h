/*
 * pdf.h - within paint/: a PDF document while it is made
 *
 * libharu 2.3.0 is used for its objects, their numbers and their syntax, not
 * for its text, fonts, images or files: those lose characters, read broken
 * fonts out of bounds and do not notice a full disk.  Its object layer was
 * internal in later versions, so exactly 2.3.0 is asked for.
 *
 * libharu's calls fail silently and stick to the document (HPDF_GetError):
 * device_pdf looks once, at the end.
 */
#ifndef PAINT_PDF_H
#define PAINT_PDF_H

#include <hpdf.h>
#include <hpdf_doc.h>
#include <hpdf_objects.h>
#include <hpdf_streams.h>

#include "model/stage.h"
#include "paint/deflate.h"
#include "paint/pdf_ops.h"

struct pdf_shown {
	struct pdf_face *face; /* NULL: it cannot be opened, and that is said */
	bool spelt;            /* every cluster's text is what its glyphs say */
};

/* The mark of a draft, for pages of one size. */
struct pdf_draft {
	mpt width, height;
	HPDF_Dict form; /* NULL: it could not be made, and that is said */
};

struct pdf {
	struct arena *a; /* outlives doc: raw texts are written from it */
	HPDF_Doc doc;
	struct deflate *z;
	struct diag *d;
	const struct pages *pages;
	const struct verdict *verdict;
	ARRAY(struct pdf_face *) faces;
	/* What pdf_scan found out about each run, in the order of the pages. */
	ARRAY(struct pdf_shown) shown;
	ARRAY(struct pdf_draft) drafts;
	struct pdf_tree *tree; /* NULL: not a tagged file */
	HPDF_Dict *page;       /* one for each of pages->pages */
	HPDF_Dict resources;
};

/* An empty dictionary that others can refer to. */
HPDF_Dict pdf_dict(struct pdf *p);

/* Its object number, for references in raw text ("12 0 R"). */
unsigned pdf_ref(HPDF_Dict d);

/* More entries, written as they stand before the dictionary's ">>": arrays of
 * numbers cost no objects this way and keep our decimals. */
void pdf_raw(struct pdf *p, HPDF_Dict d, struct text entries);
void pdf_rawf(struct pdf *p, HPDF_Dict d, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));

/* An indirect stream, compressed if `deflated`; its bytes are borrowed until
 * the document is written, unless they were compressed.  libharu would copy
 * them and spend an object on every length. */
HPDF_Dict pdf_stream(struct pdf *p, struct text bytes, bool deflated);

/* A text string (ISO 32000-1, 7.9.2.2) with its delimiters. */
void pdf_string(struct buf *b, struct text t);

/* The same under `key`; nothing if t is "". */
void pdf_text(struct pdf *p, HPDF_Dict d, const char *key, struct text t);

/* t as UTF-16BE in hexadecimal digits, without a byte order mark. */
void pdf_utf16(struct buf *b, struct text t);

/* pdf_font.c: the face's record, made when it is first asked for; note the
 * glyphs of a run, false if a cluster's glyphs do not spell its text; embed. */
struct pdf_face *pdf_face_at(struct pdf *p, struct face *face);
bool pdf_face_use(struct pdf *p, struct pdf_face *f, const struct run *run);
bool pdf_face_spells(const struct pdf_face *f, const struct run *run,
    size_t from, size_t to);
void pdf_face_embed(struct pdf *p, struct pdf_face *f);

void pdf_scan(struct pdf *p);     /* which glyphs do the pages use? */
void pdf_contents(struct pdf *p); /* the pages themselves */
size_t pdf_draft(struct pdf *p, const struct page *page); /* its number */
void pdf_links(struct pdf *p);
void pdf_outlines(struct pdf *p);
void pdf_meta(struct pdf *p);
struct text pdf_file(struct pdf *p); /* all of it, as bytes */

/* The bytes of a dictionary made by pdf_stream; false: it is no stream. */
bool pdf_stream_bytes(HPDF_Dict d, struct text *bytes);

#endif
