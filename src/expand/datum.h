/*
 * datum.h - within expand/: what an expression of the template language gives
 *
 * A datum is small and passed by value.  Facts stay in their tree: a datum
 * only points to the `value`, which is also how a printed word finds the line
 * of YAML it came from.  What a template computes (lists, maps, numbers) is
 * built in the run's arena.
 *
 * A plain YAML scalar keeps its spelling; it counts as a number where a number
 * is asked for, and as words everywhere else.
 */
#ifndef EXPAND_DATUM_H
#define EXPAND_DATUM_H

#include "base/map.h"
#include "expand/piece.h"
#include "model/reads.h"

enum datum_kind {
	DATUM_UNDEFINED, /* a path that leads nowhere; not yet complained of */
	DATUM_FAULT,     /* complained of: what is made of it stays silent */
	DATUM_NULL,
	DATUM_BOOL,
	DATUM_INT,
	DATUM_REAL,
	DATUM_TEXT,
	DATUM_UNKNOWN, /* !unknown: `text` is the reason */
	DATUM_PIECES,  /* a captured block: {% set x %}, a macro's result */
	DATUM_LIST,
	DATUM_MAP,
	DATUM_LOOP,  /* the variable `loop` */
	DATUM_MACRO, /* only to be called */
	DATUM_TOOL,  /* what cycler() or joiner() made */
	DATUM_KINDS
};

struct loop;
struct macro;
struct missing;
struct tool;

struct datum {
	enum datum_kind kind;
	bool plain;                /* TEXT written without quotes */
	bool prose;                /* TEXT that is Markdown */
	const struct value *value; /* where it was written; NULL: computed */
	const struct reads *reads; /* of a variable: what it was made from */
	union {
		bool yes;
		int64_t num;
		double real;
		struct text text;      /* TEXT, UNKNOWN; FAULT: its path */
		const struct seq *seq; /* LIST; NULL: the value's children */
		struct dict *dict;     /* MAP; NULL: the value's children */
		const struct pieces *pieces;
		struct loop *loop;
		const struct macro *macro;
		struct tool *tool;
		const struct missing *missing; /* UNDEFINED */
	};
};

struct seq {
	struct datum *at;
	size_t n, cap;
};

struct pair {
	struct text key;
	struct datum item;
};

struct dict {
	struct pair *at;
	size_t n, cap;
	struct map index; /* key -> place, once they are many */
	bool open;        /* a namespace: may be set */
	bool module;      /* of an {% import %} */
};

/* A number, as one of two kinds. */
struct number {
	bool real;
	int64_t num;
	double value; /* always set */
};

struct datum datum_of(const struct value *v); /* NULL gives DATUM_NULL */
struct datum datum_text(struct text t);
struct datum datum_int(int64_t n);
struct datum datum_real(double v);
struct datum datum_bool(bool yes);
struct datum datum_seq(struct arena *a, const struct seq *s); /* copies *s */
struct datum datum_dict(struct arena *a);

/* A text made from `from`: keeps where it was written, is words. */
struct datum datum_made(struct text t, struct datum from);

void dict_put(struct arena *a, struct dict *d, struct text key, struct datum i);

/* The elements of a list; the keys of a map; else nothing. */
struct seq datum_elements(struct arena *a, struct datum i);

/* False: there is no such key, or it is not a map. */
bool datum_key(struct datum map, struct text key, struct datum *out);

/* The n-th element of a list, from 0; the caller keeps n in range. */
struct datum datum_nth(struct datum list, size_t n);

size_t datum_length(struct datum i); /* TEXT: code points */
bool datum_true(struct datum i);
bool datum_number(struct datum i, struct number *out);

/* The words of a TEXT, INT, REAL, PIECES or UNKNOWN; "" for the others. */
struct text datum_words(struct arena *a, struct datum i);

/* PIECES as the TEXT of their words; the others as they are. */
struct datum datum_flat(struct arena *a, struct datum i);

/* True if the kind can stand in a sentence. */
bool datum_is_words(struct datum i);

/* -1, 0, 1; false if the two cannot be put in order. */
bool datum_order(struct datum x, struct datum y, int *out);

/* Elements in i, however deep, but at most `most`: what comparing it takes. */
size_t datum_size(struct datum i, size_t most);

/* False in *comparable if one is text and the other a number or truth value,
 * or the two are otherwise of different worlds. */
bool datum_equal(struct datum x, struct datum y, bool *comparable);

enum { DATUM_COMPARED = 100000 }; /* elements; past these, two are not equal */

const char *datum_kind_name(struct datum i); /* "text", "list" ... */

#endif
