/*
 * reference.h - within load/: what the files that read a work's variables
 * share; reference.c puts them together
 *
 * Each says what it does not understand, with its place, and keeps the words.
 * Codes: REF-01 an entry without id; REF-02 an id twice; REF-03 an unknown
 * key; REF-04 a date not understood, or a day that does not exist; REF-05 no
 * list of references; REF-06 an unknown type; REF-07 an entry without type;
 * REF-08 a name not understood; REF-09 sources that rely on each other in a
 * circle; REF-10 a source that relies on one that is not there; REF-11 a value
 * of the wrong kind; REF-12 a file of a kind that is not read; REF-13 a text
 * that is too long.
 */
#ifndef LOAD_REFERENCE_H
#define LOAD_REFERENCE_H

#include "load/schema.h"
#include "model/reference.h"

struct ref_reader {
	struct arena *a;
	struct references *into;
	struct diag *d;
	bool markdown; /* strings are Markdown; else CSL's HTML-like markup */
};

/* --- ref_date.c --- */

/* A date from a map, a list or a word; false: nothing is in it. */
bool ref_date(struct ref_reader *r, const struct value *v, struct date *out);

/* --- ref_name.c --- */

/* The names of a value, added to the list; the array is a new one. */
void ref_names(struct ref_reader *r, const struct value *v,
    struct name_list *list);

/* --- ref_note.c --- */

/* "var: value" lines and "{:var: value}" in a note, as CSL-JSON's exporters
 * write what their fields cannot hold: each becomes a variable of the work
 * when CSL has it and the work has not, and the rest stays the note. */
void ref_note(struct ref_reader *r, struct reference *ref,
    const struct value *v);

/* --- reference.c, for ref_note.c --- */

void ref_field(struct ref_reader *r, struct reference *ref, struct text var,
    const struct value *v);

/* Any word but "false", "no" and 0. */
bool ref_yes(const struct value *v);

/* REF-03 for each key of a name or date that is not of its schema. */
void ref_keys(struct ref_reader *r, const struct value *map,
    const struct schema *schema);

#endif
