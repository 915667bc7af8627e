/*
 * set.h - within layout/: between spans and lines
 *
 *   flatten   spans            -> text, and segments of one style each
 *   chop      text             -> tokens: boxes of glyphs, glue, penalties
 *   total_fit tokens           -> where lines end
 *   place     tokens, ends     -> lines of runs
 *
 * What these hand to one another lives in setter->scratch, which is emptied
 * for each paragraph; lines, and the words shaped so far, live in setter->a.
 */
#ifndef LAYOUT_SET_H
#define LAYOUT_SET_H

#include "base/map.h"
#include "layout/line.h"

/* How a stretch of text looks: what a word's shape depends on, and more. */
struct look {
	const struct family *family;
	unsigned face;     /* enum face_style */
	unsigned features; /* TYPE_SMALLCAPS, _UPPER, _OLDSTYLE, _TABULAR */
	mpt size, shift;
	uint32_t colour;
};

/* What a word's shape depends on, met once; dense ids make short keys. */
struct dress {
	const struct family *family;
	unsigned face, features;
	struct text lang;
	uint16_t id;
	const struct shaped *space, *hyphen; /* NULL: not shaped yet, or none */
};

struct segment {
	size_t from, to; /* bytes of the flat text */
	struct look style;
	struct dress *dress;
	struct text lang;
	const struct node *span; /* innermost */
	const struct node *link; /* LINK, XREF or NOTE it stands in, or NULL */
	const struct node *note; /* it is this note's mark */
	struct pos pos;          /* of its first byte */
	bool verbatim; /* a value's place: pos does not advance with bytes */
};

struct label_at {
	size_t at; /* byte of the flat text */
	struct text label;
};

struct flat {
	struct text text;
	ARRAY(struct segment) seg;
	ARRAY(struct label_at) labels;
};

/* A piece of a word in one face and script, in font units. */
struct shaped {
	struct face *face;
	bool rtl;
	unsigned n;
	/* In visual order; [n] closes the list: its pen is the width. */
	const struct shaped_glyph {
		uint16_t gid, len; /* len: bytes of its cluster; 0: further */
		uint32_t text;     /* offset in the word */
		int32_t pen;       /* where it begins, from the piece's start */
		int32_t x, y;      /* its origin, from there */
	} * glyphs;
	const struct shaped *next;
};

/* A word, whatever its size: everything that has to be found out once. */
struct word {
	const struct shaped *shaped; /* NULL: nothing to draw */
	const char *points; /* hyphen_points; NULL: none, or not asked yet */
	const char *breaks; /* break_points of it; NULL: nowhere */
	bool url, asked;    /* asked: points are known */
};

enum token_kind { TOKEN_BOX, TOKEN_GLUE, TOKEN_PENALTY, TOKEN_END };

enum {
	PENALTY_NEVER = 10000,
	PENALTY_CUT = 5000, /* where nobody would break, if it must be */
	PENALTY_FORCE = -10000
};

struct token {
	enum token_kind kind;
	bool hyphen;   /* PENALTY: a hyphen is set when broken here */
	bool soft;     /* ... and its U+00AD is in the text already */
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
	struct arena *a;       /* what stays: lines and words */
	struct arena *scratch; /* emptied for each paragraph */
	const struct library *lib;
	const struct sheet *sheet;
	struct diag *d;
	struct map words; /* dress, direction and bytes -> struct word */
	ARRAY(struct dress *) dresses;
	struct shaper *shaper;
	struct hyphens *hyphens; /* the library's, or our own */
	bool unhyphened;         /* it was said that patterns are missing */
	struct map missing;      /* characters already reported */
};

struct flat flatten(struct setter *s, const struct node *n,
    const struct measure *m);

/* With hyphenation or without. */
struct tokens chop(struct setter *s, const struct flat *f,
    const struct measure *m, bool hyphens);

/* cut.c: the same, with ties undone and what is wider than `width` cut between
 * its clusters; `all`: every box is. */
struct tokens cut(struct setter *s, const struct flat *f,
    const struct tokens *t, mpt width, bool all);

/* Token indices at which lines end (a GLUE, PENALTY or END); the last is END.
 * None: no way was found within the tolerance. */
struct ends {
	ARRAY(size_t) at;
	int64_t demerits;
	size_t overfull; /* the first token of a line that is, or SIZE_MAX */
};

/* How hard to try: no hyphens; a strict tolerance; a loose one; whatever it
 * takes.  The last always finds a way. */
enum effort { EFFORT_PLAIN, EFFORT_STRICT, EFFORT_LOOSE, EFFORT_ANY };

struct ends total_fit(struct arena *a, const struct tokens *t,
    const struct measure *m, enum effort effort);

/* The first token of the line after a break there: what may be dropped is. */
size_t line_start(const struct tokens *t, size_t at);

struct lines place_lines(struct setter *s, const struct flat *f,
    const struct tokens *t, const struct ends *e, const struct measure *m);

/* shape.c */
struct shaper *shaper_new(struct arena *a);
void shaper_free(struct shaper *s);
/* A character that no font has is reported at `at` once, and left out. */
const struct shaped *shape(struct setter *s, const struct dress *dress,
    struct text word, bool rtl, struct pos at);
/* The dress's own face, or the nearest one that is there; NULL: none. */
struct face *dress_face(const struct dress *dress);
bool face_has_smallcaps(const struct face *face);

/* word.c */
struct dress *dress_of(struct setter *s, const struct look *look,
    struct text lang);
struct word *word_of(struct setter *s, const struct dress *dress,
    struct text word, bool rtl, struct pos at);
const char *word_points(struct setter *s, struct word *w, struct text word,
    struct text lang);
const struct shaped *dress_space(struct setter *s, struct dress *dress);
const struct shaped *dress_hyphen(struct setter *s, struct dress *dress);

/* hyph.c: points[i] is true where a hyphen may follow byte i; n bytes, or NULL
 * when there is none. */
const char *hyphen_points(struct setter *s, struct text word, struct text lang);

/* brk.c: out[i], of text.n bytes: may a line end after byte i? */
enum { BREAK_NO, BREAK_MAY, BREAK_MUST };
void break_points(struct text text, char *out);
/* Does the blank at `at` tie its neighbours ("para 12", "Mr X")? */
bool space_ties(struct text text, size_t at);
bool is_url(struct text word);
/* May a line end before byte i of a URL? */
bool url_breaks(struct text url, size_t i);
/* ... at a price, between two of its letters? */
bool url_breaks_dear(struct text url, size_t i);

/* bidi.c: an embedding level a byte; false when all of it is left to right and
 * out is untouched. */
bool bidi_levels(struct arena *a, struct text text, uint8_t *out);

#endif
