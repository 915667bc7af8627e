/*
 * schema.h - within load/: the keys that users write, as tables
 *
 * A schema is the keys of one kind of map; a field whose value is a map, or a
 * list of maps, names the schema of those.  The same tables check files, type
 * their texts (TEXT is never markup, PROSE is Markdown with citations) and are
 * printed as JSON Schema, so that an editor knows what the program knows.
 *
 * A last field with the key "*" is what any other key holds; without it other
 * keys are faults.  Users write keys about in the order of the table, so a
 * search begins behind the key found last and seldom looks at a second one.
 *
 * Codes, unless the schema has one of its own: CASE-01 unknown key; CASE-02
 * missing key; CASE-03 wrong kind of value; CASE-04 not a date; CASE-05 not one
 * of the words allowed; CASE-06 an id used twice.
 */
#ifndef LOAD_SCHEMA_H
#define LOAD_SCHEMA_H

#include "model/value.h"

enum field_type {
	FIELD_TEXT,
	FIELD_ID, /* a word that others refer to */
	FIELD_PROSE,
	FIELD_PROSES,  /* prose, or a list of it */
	FIELD_TEXTS,   /* a list of texts */
	FIELD_WORDS,   /* a list of some of `words` */
	FIELD_DATE,    /* YYYY-MM-DD, a day that exists */
	FIELD_PARTIAL, /* a date, or YYYY-MM, YYYY, or words ("c. 2015") */
	FIELD_NUMBER,  /* digits */
	FIELD_LIMIT,   /* a number above zero, or `none` */
	FIELD_BOOL,
	FIELD_SWITCH, /* true, false, or words */
	FIELD_ENUM,   /* one of `words` */
	FIELD_LENGTH, /* a number with pt, mm, cm or in */
	FIELD_COLOUR, /* six hexadecimal digits */
	FIELD_PAPER,  /* a4, letter, or a list of two lengths */
	FIELD_MAP,
	FIELD_MAPS,   /* a list of maps */
	FIELD_USES,   /* a list of ids, or of maps with an id */
	FIELD_CHOICE, /* one of `words`, or a map */
	FIELD_RICH,   /* a text variable of CSL */
	FIELD_NAMES,  /* a name variable of CSL */
	FIELD_WHEN,   /* a date variable of CSL */
	FIELD_KEYS,   /* an id, or a list of them */
	FIELD_ANY     /* not looked into */
};

struct schema;

struct schema_field {
	struct text key;
	enum field_type type;
	bool needed;          /* when the map is there */
	const char *about;    /* a sentence for who has never seen the file */
	const char *words;    /* ENUM, WORDS, CHOICE: separated by | */
	const char *sample;   /* one that could stand there, or NULL */
	const char *standard; /* what counts when it is left out, or NULL */
	const char *title;    /* NULL: the key, in words */
	const struct schema *map; /* MAP, MAPS, USES, CHOICE: its keys */
	struct text (*near)(struct text word); /* what it was meant to be */
};

struct schema {
	const char *title; /* of a file, or of a map used in many places */
	const char *about; /* of a file: what it is */
	const struct schema_field *at;
	size_t n;
	const char *code; /* of all faults; NULL: those above */
	bool mild;        /* faults are warnings */
	bool lax;         /* no key is needed */
};

#define SCHEMA(fields) .at = (fields), .n = sizeof(fields) / sizeof((fields)[0])
#define KEY(literal) .key = TEXT_INIT(literal)

/* fields.c, fields_expert.c ... */
extern const struct schema case_schema, expert_schema, section_schema,
    part_schema, profile_schema, sheet_schema, source_schema,
    source_custom_schema, source_name_schema, source_date_schema;

/* Report what does not fit, and mark the prose below the root. */
void schema_check(struct arena *a, const struct value *root,
    const struct schema *schema, struct diag *d);

/* The field of this very key, without regard to "*"; or NULL. */
const struct schema_field *schema_find(const struct schema *s, struct text key);

/* The field "*", or NULL. */
const struct schema_field *schema_rest(const struct schema *s);

/* The key that `word` was meant to be, or "". */
struct text schema_near(const struct schema *s, struct text word);

/* The words separated by |, one after another; false at the end. */
bool schema_next_word(struct text *rest, struct text *word);
bool schema_word(const char *words, struct text word);

/* As JSON Schema (json_schema.c). */
void schema_print(const struct schema *schema, FILE *f);

#endif
