/*
 * schema.h - within load/: the fields that users write, as a table
 *
 * One row a field.  A path has dots between keys and [] for "each entry of the
 * list"; `*` stands for any key.  The same table checks files and types their
 * texts: TEXT is never markup, PROSE is Markdown with citations.
 *
 * Codes: CASE-01 unknown key; CASE-02 missing key; CASE-03 wrong kind of
 * value; CASE-04 not a date; CASE-05 not one of the words allowed; CASE-06 an
 * id used twice.
 */
#ifndef LOAD_SCHEMA_H
#define LOAD_SCHEMA_H

#include "model/value.h"

enum field_type {
	FIELD_TEXT,
	FIELD_PROSE,
	FIELD_PROSES,  /* prose, or a list of it */
	FIELD_TEXTS,   /* a list of texts */
	FIELD_DATE,    /* YYYY-MM-DD, a day that exists */
	FIELD_PARTIAL, /* a date, or YYYY-MM, YYYY, or words ("c. 2015") */
	FIELD_NUMBER,  /* digits */
	FIELD_BOOL,
	FIELD_ENUM, /* one of `words` */
	FIELD_MAP,
	FIELD_LIST,
	FIELD_USE, /* an id, or a map of keys */
	FIELD_ANY  /* not looked into */
};

struct schema_field {
	const char *path;
	enum field_type type;
	bool required;     /* when its parent is there */
	const char *words; /* ENUM: separated by | */
};

extern const struct schema_field case_fields[];
extern const size_t ncase_fields;
extern const struct schema_field expert_fields[];
extern const size_t nexpert_fields;

/* Report what does not fit, and mark prose. */
void schema_check(struct arena *a, struct value *root,
    const struct schema_field *fields, size_t n, struct diag *d);

/* Is `path` a child of `parent` ("" is the root)?  Gives its key. */
bool schema_child(struct text path, struct text parent, struct text *key);

/* The table as JSON Schema (json_schema.c). */
void schema_print(const struct schema_field *fields, size_t n,
    const char *title, FILE *f);

/* 1..9999, 1..12, 1..31: a day of the Gregorian calendar. */
bool date_exists(int year, int month, int day);

/* "2026-11-20" exactly; false for anything else. */
bool date_parse(struct text t, int *year, int *month, int *day);

#endif
