/*
 * page.h - pages: every mark, placed
 *
 * The last word before ink.  Nothing here refers to a paragraph or a style; an
 * item says what to put where, and where it came from.  Lengths are mpt from
 * the top left corner of the page, y down.
 */
#ifndef MODEL_PAGE_H
#define MODEL_PAGE_H

#include "model/font.h"

struct glyph {
	uint16_t gid;
	uint16_t len;  /* bytes of run->text that it stands for (its cluster);
			* 0: a further glyph of the cluster before it */
	uint32_t text; /* offset of those bytes in run->text */
	mpt x, y;      /* from the run's origin; y up (marks) */
};

/* Glyphs of one face, size and colour on one line, in visual order. */
struct run {
	struct face *face;
	mpt size;
	mpt width;
	uint32_t colour;
	struct text text; /* in logical order */
	struct text lang; /* BCP 47, or "" for the document's */
	bool rtl;
	const struct glyph *glyphs;
	size_t n;
};

enum item_kind { ITEM_RUN, ITEM_RULE };

struct item {
	enum item_kind kind;
	mpt x, y; /* RUN: left end of the baseline; else: top left corner */
	mpt w, h; /* RULE */
	uint32_t colour;       /* RULE */
	const struct run *run; /* RUN */
	uint32_t tag;          /* index into pages.tags; 0: an artifact */
	struct pos pos;
};

/* A rectangle that leads somewhere. */
struct link {
	mpt x, y, w, h;
	struct text uri;    /* or "" */
	struct text target; /* a label, or "" */
	struct text words;  /* what it says, for those who cannot see it */
	uint32_t tag;
};

/* Where a label stands; the link's target shows y at the top of the window. */
struct anchor {
	struct text label;
	uint32_t page; /* 0-based */
	mpt x, y;
};

struct outline {
	unsigned level; /* 1.. */
	struct text title;
	uint32_t page; /* 0-based */
	mpt y;
};

/* The logical structure, for tagged PDF: ISO 32000-1, 14.8.4 names. */
struct tag {
	const char *role; /* "P", "H1", "TD" ...: a literal */
	uint32_t parent;  /* index; 0 is the document */
	struct text lang, alt;
	struct text label; /* of the node it stands for, or "" */
};

struct page {
	ARRAY(struct item) items;
	ARRAY(struct link) links;
	mpt width, height;
};

struct pages {
	ARRAY(struct page) pages;
	ARRAY(struct anchor) anchors;
	ARRAY(struct outline) outlines;
	ARRAY(struct tag) tags; /* [0] is the document */
	size_t body; /* pages before the first appendix: the forum's cap
			* may count these */
};

/* The page (0-based) on which the label stands; false: nowhere. */
bool pages_find(const struct pages *p, struct text label, uint32_t *page);

/* One line per item, and the fact or template line that it came from. */
void pages_dump(const struct pages *p, FILE *f);

#endif
