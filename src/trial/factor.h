/*
 * factor.h - within trial/: the facts that a template asks for, and what each can
 * be
 *
 * A factor is one fact with the values it is tried with; the first is the
 * base, with which most of the template is printed.  The names and the things
 * are made up, and plainly so.
 */
#ifndef TRIAL_FACTOR_H
#define TRIAL_FACTOR_H

#include "expand/asks.h"
#include "trial/kind.h"

enum { NO_FACTOR = 0x7fffffff };

struct choice {
	struct text label; /* as people read it: "she", "absent", "3" */
	struct text yaml;  /* "" : absent */
	unsigned count;    /* of a list */
};

struct factor {
	struct text path;
	ARRAY(struct choice) choices;
	size_t parent; /* it is there only if that one is, or NO_FACTOR */
	bool free;     /* any words might stand there */
	bool vital;    /* a set of pronouns: its words are never like others */
};

enum fact_form { FACT_MAP, FACT_LIST, FACT_SCALAR, FACT_ID, FACT_REFERENCE };

/* The facts as the tree that they are written as. */
struct fact {
	struct text key, path;
	enum fact_form form;
	size_t factor;             /* or NO_FACTOR: always there */
	const struct fact *target; /* REFERENCE: the list whose ids it has */
	struct fact *child, *last, *next;
};

struct plan {
	struct arena *a;
	const struct asks *asks;
	ARRAY(struct factor) factors;
	struct fact *root;
};

/* What is not of the template: the profiles there are, the facts that it says
 * it needs, its country. */
struct plan_given {
	const struct text *profiles;
	size_t nprofiles;
	const struct value *const *needs; /* lists of paths */
	size_t nneeds;
	const struct value *front; /* of the section, or NULL */
	struct text country;
};

struct plan *plan_of(struct arena *a, const struct asks *asks,
    const struct plan_given *given);

/* The factors on which a fact asked for depends: its own, and those above it. */
struct factor_set {
	ARRAY(size_t) at; /* each once */
};
void plan_factors(const struct plan *p, size_t ask, struct factor_set *out);

/* sample.c: the values of a scalar. */
void sample_values(struct arena *a, struct factor *f, const struct ask *r,
    struct kind k, struct text country);

/* Absent is one of the choices. */
bool choice_absent(const struct choice *c);

#endif
