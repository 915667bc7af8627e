/*
 * font.h - faces: where they are, how big their glyphs are
 *
 * fonts/fonts.yaml names families and the order in which they are tried;
 * load/ finds the files on the system.  A face is opened when the first word
 * is set in it and stays open: it belongs to the library, not to a case.
 * HarfBuzz is the one engine for metrics, shaping and subsetting; its types
 * appear here because layout/shape.c and paint/'s font file need them too.
 */
#ifndef MODEL_FONT_H
#define MODEL_FONT_H

#include <hb.h>

#include "base/diag.h"
#include "base/unit.h"

enum face_style {
	FACE_REGULAR,
	FACE_ITALIC,
	FACE_BOLD,
	FACE_BOLD_ITALIC,
	FACE_STYLES
};

struct face {
	struct text name;    /* "Linux Libertine O italic", for people */
	struct text path;    /* of the file, or "" if not installed */
	struct text package; /* the Debian package that has it */
	struct pos pos;      /* of its line in fonts.yaml */
	unsigned index;      /* in a collection */
	unsigned id;         /* dense, in the order of fonts.yaml */
	/* below: set by face_open */
	bool tried;
	hb_face_t *hb;   /* NULL: could not be opened */
	hb_font_t *font; /* scaled to upem */
	int32_t upem;
	int32_t ascent, descent; /* font units; descent is negative */
	int32_t cap_height, x_height;
	bool cff;    /* OpenType with CFF outlines */
	char ps[64]; /* PostScript name */
};

struct family {
	struct text name;               /* "serif" */
	struct face *face[FACE_STYLES]; /* any may be NULL but REGULAR */
};

struct fonts {
	ARRAY(struct family *) families;
	ARRAY(struct family *) fallback; /* tried in order for a glyph */
	ARRAY(struct face *) faces;      /* by id */
};

/* NULL: there is no such family. */
const struct family *fonts_family(const struct fonts *f, struct text name);

/* Open the face if it is not; false: missing or broken.  Faces are the one
 * part of the library that changes after loading: a cache of the system's. */
bool face_open(struct face *f);
void fonts_close(struct fonts *f); /* gives HarfBuzz's memory back */

/* Whether the face has a glyph for cp. */
bool face_covers(struct face *f, uint32_t cp);

#endif
