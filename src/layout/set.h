/*
 * set.h - within layout/: between spans and lines
 *
 *   flatten   spans            -> text, and segments of one style each
 *   chop      text             -> tokens: boxes of glyphs, glue, penalties
 *   breaks    tokens           -> where lines end (total fit)
 *   place     tokens, breaks   -> lines of runs
 */
#ifndef LAYOUT_SET_H
#define LAYOUT_SET_H

#include "base/map.h"
#include "layout/line.h"

/* How a stretch of text looks: what a word's shape depends on, and more. */
struct look {
	const struct family *family;
	unsigned face;     /* enum face_style */
	unsigned features; /* TYPE_SMALLCAPS, _OLDSTYLE, _TABULAR */
	mpt size, shift;
	uint32_t colour;
};

struct segment {
	size_t from, to; /* bytes of the flat text */
	struct look style;
	struct text lang;
	const struct node *span; /* innermost */
	const struct node *link; /* LINK, XREF or NOTE it stands in, or NULL */
	const struct node *note; /* it is this note's mark */
	struct pos pos;          /* of its first byte */
	bool verbatim; /* a value's place: pos does not advance with bytes */
};

struct flat {
	struct text text;
	ARRAY(struct segment) seg;
	struct labels_at {
		size_t at;
		struct text label;
	} * labels;
	size_t nlabels, caplabels;
};

/* A piece of a word in one face, in font units. */
struct shaped {
	struct face *face;
	bool rtl;
	uint32_t from, len; /* bytes of the word */
	unsigned n;
	const struct shaped_glyph {
		uint16_t gid, len; /* len: bytes of its cluster; 0: further */
		uint32_t text;     /* offset in the word */
		int32_t x, y;      /* of the origin, from the piece's start */
		int32_t advance;
	} * glyphs;
	int32_t width;
	const struct shaped *next;
};

enum token_kind { TOKEN_BOX, TOKEN_GLUE, TOKEN_PENALTY, TOKEN_END };

enum { PENALTY_NEVER = 10000, PENALTY_FORCE = -10000 };

struct token {
	enum token_kind kind;
	bool hyphen;   /* PENALTY: a hyphen is set when broken here */
	uint8_t level; /* bidi embedding level */
	uint32_t seg;
	mpt width, stretch, shrink;
	int penalty;
	const struct shaped *shaped; /* BOX; GLUE: the space; PENALTY: hyphen */
	unsigned g0, g1;             /* BOX: glyphs of it */
	struct text text;            /* BOX, GLUE: the bytes */
	size_t at;                   /* offset in the flat text */
};

struct tokens {
	ARRAY(struct token) t;
};

struct setter {
	struct arena *a;
	const struct library *lib;
	const struct sheet *sheet;
	struct diag *d;
	struct map words;  /* style and word -> struct shaped */
	struct map hyphen; /* lang and word -> positions */
	struct shaper *shaper;
	struct hyphenator *hyphenator;
	struct map missing; /* characters already reported */
};

struct flat flatten(struct setter *s, const struct node *n,
    const struct measure *m);

struct tokens chop(struct setter *s, const struct flat *f,
    const struct measure *m);

/* Token indices at which lines end (a GLUE, PENALTY or END); the last is END. */
struct ends {
	ARRAY(size_t) at;
	bool overfull; /* something is wider than the measure */
};

struct ends total_fit(struct arena *a, const struct tokens *t,
    const struct measure *m);

struct lines place_lines(struct setter *s, const struct flat *f,
    const struct tokens *t, const struct ends *e, const struct measure *m);

/* shape.c */
struct shaper *shaper_new(struct arena *a);
void shaper_free(struct shaper *s);
/* The word in that style, from the cache or shaped now.  A character that no
 * font has is reported at `at` once, and left out. */
const struct shaped *word_shape(struct setter *s, const struct look *style,
    struct text word, bool rtl, struct text lang, struct pos at);

/* hyph.c: points[i] is true where a hyphen may follow byte i; n bytes, or NULL
 * when there is none. */
struct hyphenator *hyphenator_new(struct arena *a);
void hyphenator_free(struct hyphenator *h);
const char *hyphen_points(struct setter *s, struct text word, struct text lang);

/* brk.c: out[i], of text.n bytes: may a line end after byte i? */
enum { BREAK_NO, BREAK_MAY, BREAK_MUST };
void break_points(struct text text, char *out);
/* Does the blank at `at` tie its neighbours ("para 12", "Mr X")? */
bool space_ties(struct text text, size_t at);
bool is_url(struct text word);
bool url_breaks_after(char c);

/* bidi.c: an embedding level a byte; false when all of it is left to right and
 * out is untouched. */
bool bidi_levels(struct arena *a, struct text text, uint8_t *out);

#endif
