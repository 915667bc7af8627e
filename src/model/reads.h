/*
 * reads.h - which facts something was made from
 *
 * A set of readings, kept as a rope: one reading, or the union of two sets.
 * To join two costs a node and nothing else; what is in a set is sorted out
 * when somebody asks.  NULL is the empty set.
 *
 * Of a scalar its value is read.  Of a list or map it may be only its shape:
 * which elements or keys it has.
 */
#ifndef MODEL_READS_H
#define MODEL_READS_H

#include "model/value.h"

enum read_kind {
	READ_BOTH,  /* a union, not a reading */
	READ_IF,    /* nor is this: those of `a` were read for a condition */
	READ_VALUE, /* of a scalar */
	READ_SHAPE, /* of a list or map */
	READ_ALL,   /* of a list or map, with all that is below */
	READ_ABSENT /* `value` is a list or map that lacks `key` */
};

struct reads {
	enum read_kind kind;
	union {
		struct {
			const struct reads *a, *b;
		};
		struct {
			const struct value *value;
			struct text key;
		};
	};
};

/* Where a block of the document comes from, besides its `pos`. */
struct trace {
	const struct reads *words;   /* the facts in what it says */
	const struct reads *control; /* those that decided whether it, or a
				      * part of it, is there */
	struct pos last;  /* of its last byte in the file that has `pos` */
	struct pos place; /* prose of a fact: the tag that printed it */
};

struct reading {
	enum read_kind kind; /* VALUE, SHAPE or ABSENT */
	const struct value *value;
	struct text key; /* ABSENT */
	bool words;      /* it is in the words, not only in a condition */
};

struct readings {
	ARRAY(struct reading) at;
};

const struct reads *reads_of(struct arena *a, enum read_kind kind,
    const struct value *v);
const struct reads *reads_absent(struct arena *a, const struct value *v,
    struct text key);
const struct reads *reads_join(struct arena *a, const struct reads *x,
    const struct reads *y);

const struct reads *reads_if(struct arena *a, const struct reads *x);

/* Every reading of the two once, in the order of reading; the words first. */
struct readings reads_list(struct arena *a, const struct reads *words,
    const struct reads *control);

#endif
