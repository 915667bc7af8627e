/*
 * flow.h - within expand/: the pieces of a template as one text for Markdown
 *
 * The words of the template stand there as they are; everything else is one
 * code point of planes 15 and 16, a sentinel, which cmark takes for a letter.
 * Number 0 stands for nothing: it is put where two characters must not meet,
 * and vanishes.  The map says of each byte where it was written.
 *
 * A slice is a part of a flow that is parsed by itself: the text between two
 * fences, or the body of a note with its indentation taken away.
 */
#ifndef EXPAND_FLOW_H
#define EXPAND_FLOW_H

#include "expand/piece.h"

#define FLOW_MAX ((size_t)8 * 1024 * 1024) /* bytes of one text */
#define FLOW_PIECES 130000                 /* sentinels in one text */

/* cmark's time grows with the square of these; past them they are words. */
#define SLICE_BRACKETS 4000 /* "[" in one paragraph or table */
#define SLICE_COLUMNS 200   /* "|" in one line */

struct stretch {
	uint32_t off;              /* in the flow */
	struct pos pos;            /* where that byte was written */
	const struct piece *piece; /* of a sentinel, or of words that were
				    * made; NULL: words of a file */
	const struct piece *of;    /* what it is of, in any case */
};

struct flow {
	struct text text;
	ARRAY(struct stretch) map;
	ARRAY(const struct piece *) sentinels; /* [0] is NULL */
};

struct flow *flow_of(struct arena *a, const struct pieces *p, struct diag *d);

/* The place of `len` bytes, cut where the stretch ends. */
struct pos flow_pos(const struct flow *f, size_t off, size_t len);

/* The sentinel's number, or -1: cp is an ordinary character. */
int flow_number(uint32_t cp);
uint32_t flow_sentinel(size_t number);

/* t with the words of the values in place of their sentinels. */
struct text flow_words(struct arena *a, const struct flow *f, struct text t);

/* The same for a URL, escaped as RFC 3986 wants it. */
struct text flow_url(struct arena *a, const struct flow *f, struct text t);
/* What is left of HTML without its comments. */
struct text flow_uncommented(struct arena *a, struct text t);

struct slice_stretch {
	uint32_t off, at; /* in the slice; in the flow */
};

struct slice {
	const struct flow *flow;
	struct buf text;
	ARRAY(struct slice_stretch) map;
	ARRAY(uint32_t) lines; /* where each line starts in `text` */
	struct diag *d;
	unsigned brackets; /* "[" since the last blank line */
	bool crowded;      /* too many of them: said once */
};

struct slice *slice_new(struct arena *a, const struct flow *f, struct diag *d);

/* Add the line flow[from, to), which is without its line end. */
void slice_line(struct slice *s, size_t from, size_t to);
struct pos slice_pos(const struct slice *s, size_t from, size_t to);
size_t slice_flow(const struct slice *s, size_t off); /* where in the flow */
struct text slice_text(const struct slice *s, size_t from, size_t to);

#endif
