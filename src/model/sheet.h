/*
 * sheet.h - the look: paper, margins, type; read from templates/sheets/
 *
 * All lengths in mpt.  `leading` is from baseline to baseline.
 */
#ifndef MODEL_SHEET_H
#define MODEL_SHEET_H

#include "model/font.h"

enum type_flag {
	TYPE_BOLD = 1,
	TYPE_ITALIC = 2,
	TYPE_SMALLCAPS = 4,
	TYPE_UPPER = 8,
	TYPE_RAGGED = 16, /* not justified */
	TYPE_CENTRED = 32,
	TYPE_OLDSTYLE = 64, /* old-style figures */
	TYPE_TABULAR = 128  /* figures of one width */
};

/* How one kind of text is set. */
struct type {
	struct text family;
	mpt size, leading;
	mpt before, after; /* space above and below the block */
	unsigned flags;    /* enum type_flag */
	uint32_t colour;   /* 0xRRGGBB */
};

enum type_name {
	TYPE_BODY,
	TYPE_H1,
	TYPE_H2,
	TYPE_H3,
	TYPE_H4,
	TYPE_TITLE, /* ::: {.title} */
	TYPE_SUBTITLE,
	TYPE_COVER, /* other text of the cover */
	TYPE_QUOTE,
	TYPE_NOTE, /* footnotes */
	TYPE_TABLE,
	TYPE_TABLE_HEAD,
	TYPE_CAPTION,
	TYPE_CONTENTS_1,
	TYPE_CONTENTS_2,
	TYPE_RUNNING, /* head and foot of the page */
	TYPE_BIB,     /* an entry of the list of sources */
	TYPE_CODE,
	TYPE_NAMES
};

struct sheet {
	struct text name;
	mpt width, height;             /* of the paper */
	mpt top, bottom, inner, outer; /* margins: inner is left, outer right */
	mpt head, foot; /* baselines: from the top edge; from the bottom edge */
	mpt gutter;     /* paragraph numbers hang in this width */
	mpt indent;     /* one step of lists and quotations */
	mpt note_gap;   /* above the footnotes, where the rule stands */
	mpt note_rule;  /* length of that rule */
	mpt rule;       /* thickness of thin rules */
	unsigned contents_depth; /* heading levels in the contents */
	struct type type[TYPE_NAMES];
	struct text hyphenation; /* "en_GB": a dictionary of libhyphen */
	struct text running_left, running_right; /* of the head: with {title},
		{reference}, {page}, {pages}, {expert}, {date} */
	struct text foot_left, foot_centre, foot_right;
	bool head_rule; /* a thin rule under the running head */
};

#endif
