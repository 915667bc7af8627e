/*
 * render.h - one cite, or one entry of the bibliography, by the style's rules
 */
#ifndef CITE_RENDER_H
#define CITE_RENDER_H

#include "cite/locator.h"
#include "cite/out.h"
#include "model/reference.h"

/* A variable's words, made ready once: its markup read, its letters' case
 * changed.  Each cite has a copy of its own. */
struct words {
	struct text from;
	uint8_t textcase;
	bool strip; /* without periods */
	struct out *out;
	struct words *next;
};

/* How much of a given name is printed, beyond what the style asks for: CSL
 * 1.0.2, "Disambiguation", givenname-disambiguation-rule. */
enum given {
	GIVEN_STYLED,
	GIVEN_INITIALS, /* short form: the long one, with initialize-with */
	GIVEN_FULL      /* without initialize-with */
};

/* A reference with what the engine knows of it. */
struct work {
	const struct reference *ref;
	struct text *var;               /* by number of the variable */
	const struct name_list **names; /* the same */
	const struct date **dates;
	/* What disambiguation adds to the names of cites; 0, NULL: nothing. */
	size_t more_names;  /* shown of a list, at least */
	uint8_t **given;    /* enum given, by variable and name; NULL: none */
	int type;           /* rules_type() */
	enum uni_lang lang; /* of its words: its own, or the style's */
	unsigned citation_number;
	unsigned first_note;     /* number of the note of the first cite */
	struct text first_label; /* of that note, or "" */
	struct text suffix;      /* "a": the year-suffix */
	unsigned suffix_number;  /* 1: "a" ...; 0: none */
	unsigned conditions;     /* so many tests of disambiguate="true" hold */
	unsigned cites;          /* in all of the document, known beforehand */
	unsigned note;           /* of the first of them in a note; the same */
	bool cited;              /* so far */
	unsigned last_note;      /* of the latest cite so far: near-note */
	struct words *words;
	bool *printed; /* by variable: in a cite or an entry so far */
};

struct cite_words {
	struct work *work;
	struct text locator, label;  /* label: "page", "paragraph" ... */
	const struct pinpoint *more; /* further ones (locator.h) */
	size_t nmore;
	struct text rest; /* these in one text, to be compared; or "" */
	const struct out *prefix, *suffix;
	bool suppress_author, author_only;
	enum position position;
	bool near_note, forced; /* position is the caller's */
	bool lost;              /* the style did not print the locator */
	bool unlabelled;        /* ... or printed it without its label */
	bool blank;             /* the style printed nothing */
	struct pos pos;         /* of what stands behind the key */
};

struct render {
	struct arena *a, *keep; /* for this cite; for the work */
	const struct rules *rules;
	const struct area *area;
	struct work *work;
	const struct cite_words *cite;  /* NULL: bibliography */
	const struct name_options *key; /* of a sort key, or NULL */
	bool sorting;
	unsigned called, filled; /* variables: the rule of cs:group */
	unsigned depth;
	bool suffixed; /* the year-suffix is printed */
	bool *used;    /* by variable: printed as a substitute */
	/* the cs:names around, for a child of its cs:substitute; how many of
	 * those we are in: variables printed there are used up */
	const struct names_rule *outer_names;
	unsigned substituting;
	unsigned name_count; /* of the last cs:names; form="count" */
	unsigned asked;      /* tests of disambiguate="true" so far */
	bool comparing;      /* to tell works apart: see alike.h */
};

struct work *work_new(struct arena *a, const struct rules *r,
    const struct reference *ref);

/* How much of a name of w->names is printed in cites: TAG_NAME points to it. */
enum given work_given(const struct work *w, const struct rules *r,
    const struct name *n);
void work_raise(struct arena *a, struct work *w, const struct rules *r,
    const struct name *n, enum given to);

/* The children of a layout, without its affixes; NULL: nothing at all. */
struct out *render_layout(struct render *c, const struct rule *layout);
struct out *render_rule(struct render *c, const struct rule *r);
struct out *render_rules(struct render *c, const struct rule *first,
    struct text delimiter);

struct out *render_names(struct render *c, const struct rule *r);
/* All names of a list as a sort key has them. */
struct text render_names_key(struct render *c, const struct name_list *l);
struct out *render_date(struct render *c, const struct rule *r);
bool render_test(struct render *c, const struct rule *branch);

/* YYYYMMDD, comparable as text, with negative years in order. */
struct text date_key(struct arena *a, const struct date *d);

/* Whether a date (NULL is allowed) has anything to print. */
bool date_given(const struct date *d);

/* CSL 1.0.2, "Disambiguation": a style that prints no year-suffix itself has
 * it behind the first year, or behind the citation-label: append it to `o`. */
void render_suffix(struct render *c, struct out *o);

/* Text of a variable as it is, "" if there is none. */
struct text render_var(const struct render *c, int var, bool short_form);

/* The style prints the variable of this work; keys and comparisons, which
 * nobody reads, do not count. */
void render_prints(const struct render *c, int var);

/* Give the tree the rule's formatting and affixes; NULL stays NULL. */
struct out *render_dress(struct render *c, const struct rule *r, struct out *o);

#endif
