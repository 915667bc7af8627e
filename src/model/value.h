/*
 * value.h - facts: a tree of named values, in the order they were written
 *
 * A scalar keeps its text exactly as written ("007", "1.10", "no"); what it
 * means is for the filter that reads it.  Only four plain spellings are not
 * text: `true` and `false` (BOOL), `null`, `~` and nothing at all (NULL).
 * `!unknown "why"` makes "not known" a fact of its own (UNKNOWN).
 */
#ifndef MODEL_VALUE_H
#define MODEL_VALUE_H

#include "base/diag.h"

enum value_kind {
	VALUE_NULL,
	VALUE_BOOL,
	VALUE_TEXT,
	VALUE_UNKNOWN, /* text is the reason given, or "" */
	VALUE_LIST,
	VALUE_MAP,
	VALUE_KINDS
};

struct value {
	enum value_kind kind;
	bool plain;        /* TEXT written without quotes: may be a number */
	bool prose;        /* TEXT that the schema types as Markdown */
	struct pos pos;    /* of the value, in its file */
	struct text key;   /* if its parent is a map */
	struct pos keypos; /* of the key */
	struct text text;  /* of a scalar, as written, unfolded */
	/* TEXT: body is `text`, with a map into the file, so that a place in
	 * a folded or indented scalar can be shown.  NULL: one line, and the
	 * bytes at pos are the text. */
	const struct source *lines;
	struct value *child, *next; /* first child; next sibling */
	struct value *last;         /* last child, while building */
	size_t n;                   /* children of a LIST or MAP */
};

/* Children are appended; key is "" in a list. */
struct value *value_add(struct arena *a, struct value *parent, struct text key,
    enum value_kind kind, struct text text, struct pos pos);

/* Behind the other children; its key is set already. */
void value_append(struct value *parent, struct value *v);

/* The child under this very key, or NULL; v may be NULL or a scalar. */
const struct value *value_key(const struct value *v, struct text key);

/* The value at a dotted path of keys ("subject.name.full"), or NULL. */
const struct value *value_at(const struct value *v, const char *path);

/* The text at a path, or "" if it is not there or not TEXT. */
struct text value_text(const struct value *v, const char *path);

/* True if the value there is BOOL true; false if absent or anything else. */
bool value_true(const struct value *v, const char *path);

const char *value_kind_name(enum value_kind kind); /* "text", "list" ... */

/* One line a value: path, kind, text, place. */
void value_dump(const struct value *v, FILE *f);

#endif
