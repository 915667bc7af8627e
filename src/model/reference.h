/*
 * reference.h - the works that can be cited, as CSL-JSON and CSL-YAML give them
 *
 * Variables are those of CSL 1.0.2, appendix IV.  A string keeps its rich text
 * as CSL's HTML-like markup (<i> <b> <sup> <sub> <span ...>): readers of
 * CSL-YAML turn Markdown into it.
 */
#ifndef MODEL_REFERENCE_H
#define MODEL_REFERENCE_H

#include "base/map.h"
#include "model/value.h"

struct name {
	struct text family, given, suffix;
	struct text dropping, nondropping; /* particles */
	struct text literal;               /* an institution, or as is */
	struct text brief; /* our own: what it is called for short */
	bool comma_suffix, static_ordering;
};

struct name_list {
	struct text var; /* "author" */
	struct name *at;
	size_t n;
	struct pos pos; /* of the value */
};

/* A point of a date.  year 0 is "not given"; -44 is 44 BC, as CSL 1.0.2 has it
 * under "AD and BC". */
struct date_point {
	int year, month, day; /* month, day: 0 is "not given" */
	int season;           /* 1..4, or 0 */
};

struct date {
	struct text var; /* "issued" */
	struct date_point from, to;
	bool range; /* `to` is given */
	bool open;  /* a range without an end */
	bool circa;
	struct text literal; /* printed as is when there is no point */
	struct pos pos;      /* of the value */
};

struct field {
	struct text var; /* "title", "number", "URL": CSL's spelling */
	struct text text;
	struct pos pos;
};

enum verification {
	VERIFY_UNCERTAIN,
	VERIFY_KNOWN,
	VERIFY_SEEN,
	VERIFY_CHECKED
};

struct reference {
	struct text id;
	struct text type; /* "report" */
	struct pos typepos;
	struct pos pos;             /* of the id */
	ARRAY(struct field) fields; /* string, number and title variables */
	ARRAY(struct name_list) names;
	ARRAY(struct date) dates;
	const struct value *custom;     /* our extras, or NULL */
	enum verification verification; /* CHECKED: a person opened it */
};

struct references {
	struct map by_id; /* id -> struct reference */
	ARRAY(struct reference *) all;
};

const struct reference *reference_at(const struct references *r,
    struct text id);

/* The variable's text, or "". */
struct text reference_text(const struct reference *r, const char *var);
const struct date *reference_date(const struct reference *r, const char *var);
const struct name_list *reference_names(const struct reference *r,
    const char *var);

/* The words of a text variable: CSL's markup taken out. */
struct text reference_words(struct arena *a, struct text rich);

/* A date as EDTF (ISO 8601-2) has it: "2021-02", "2020-05/2020-06", or its
 * words; "" when there is none. */
struct text date_show(struct arena *a, const struct date *d);

const char *verification_name(enum verification v); /* "uncertain" ... */

/* One line a reference, and one a variable below it. */
void references_dump(const struct references *r, FILE *f);

#endif
