/*
 * misfit.h - within load/: what does not fit a schema, in an expert's words
 *
 * Each finding names the field, stands at the value or key that must change,
 * and says how where that can be known: YAML reads `no` as a word, a date with
 * points as a word, and `key:value` without a blank as one long key.
 */
#ifndef LOAD_MISFIT_H
#define LOAD_MISFIT_H

#include "load/schema.h"

/* Where the checker stands: a value, and those that it stands in. */
struct spot {
	const struct spot *up; /* NULL: the file */
	const struct value *v;
	bool entry; /* of a list */
};

struct checker {
	struct arena *a;
	const struct schema *root;
	struct diag *d;
	unsigned guessed; /* unknown keys so far */
};

/* A finding; `usual` is the code when the schema has none of its own. */
struct finding *misfit(struct checker *c, const char *usual, struct pos at,
    const char *fmt, ...) __attribute__((format(printf, 4, 5)));

/* "subject.name", or "this entry of documents". */
struct text misfit_map_name(struct checker *c, const struct spot *s);

/* "full:Vera": the key before the colon, if the map has it; and what to do. */
bool misfit_run_together(const struct schema *map, struct text t,
    struct text *key);
void misfit_colon(struct checker *c, struct finding *f, struct text t,
    struct text key);

/* Without the quotes and the invisible characters around it that word
 * processors leave: “draft” is draft. */
struct text misfit_plain(struct text t);

/* A value of another kind than the field's. */
void misfit_kind(struct checker *c, const struct spot *s,
    const struct schema_field *f);

/* --- misfit_key.c --- */

/* A key that the map does not have; in a map that takes any, one that reads
 * like a key which is not there. */
void misfit_key(struct checker *c, const struct spot *map,
    const struct schema *schema, const struct value *v);

/* There, or there under a name so near that the misspelling is said. */
bool misfit_given(const struct schema *schema, const struct value *map,
    struct text key);

/* One finding for all keys that a map lacks. */
void misfit_missing(struct checker *c, const struct spot *map,
    const struct schema *schema);

/* A needed key with nothing behind it, or with !unknown. */
void misfit_empty(struct checker *c, const struct value *v);

/* --- misfit_word.c --- */

void misfit_date(struct checker *c, const struct value *v, bool partial);

void misfit_word(struct checker *c, const struct value *v,
    const struct schema_field *f);

void misfit_id(struct checker *c, const struct value *v);

/* An id that another entry of the list has. */
void misfit_twice(struct checker *c, const struct value *id, struct pos first);

#endif
