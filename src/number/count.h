/*
 * count.h - within number/: what is counted, and what can be referred to
 *
 * The tree is copied once, in document order, and counted on the way; what
 * can be referred to is listed.  Labels are resolved when all are known.
 */
#ifndef NUMBER_COUNT_H
#define NUMBER_COUNT_H

#include "base/map.h"
#include "model/stage.h"

/* A node that can be referred to. */
struct target {
	struct node *node;
	struct text ref;  /* "12(a)", "Table 2"; "" : it has no number */
	const char *kind; /* prefix: "par", "sec", "tbl", "fig", "app" .. */
	const char *name; /* of the kind of thing: "paragraph" */
};

struct count {
	struct arena *a;
	struct diag *d;
	const struct profile *profile;
	bool notes; /* citations go into notes */
	int paras, heads, apps, tables, figures, marks;
	bool appendix;      /* behind the first heading of an appendix */
	struct text para;   /* number of the last numbered paragraph */
	unsigned suggested; /* how often a near label was looked for */
	ARRAY(struct target *) targets;
	ARRAY(struct node *) xrefs;
	struct map by_label;  /* full label -> struct target */
	struct map by_suffix; /* what follows a "/" in it -> struct suffix */
	struct map *labels;   /* label -> struct node, for the document */
};

/* Where in the tree we are. */
struct place {
	bool body;       /* paragraphs are numbered here */
	bool listed;     /* lists are lettered here */
	bool note;       /* within a note */
	unsigned lists;  /* ordered lists around us */
	struct text ref; /* of the item around us: "12(a)" */
};

/* numeral.c: 1 is "a", 27 is "aa"; 1 is "i", 4 is "iv". */
struct text numeral_letter(struct arena *a, int n, char first);
struct text numeral_roman(struct arena *a, int n);

/* number.c: copy spans or blocks, the first of which is given, into `to`. */
void count_list(struct count *c, const struct node *first, struct node *to,
    struct place where);

/* notes.c: a copied citation, in a note if the style wants it so; and note
 * marks behind the stop or comma that follows them. */
void notes_cite(struct count *c, struct node *cite, struct node *parent,
    struct place where);
void notes_number(struct count *c, struct node *note);
void notes_punctuation(struct count *c, struct node *parent);

/* said.c: whether the words in front of a reference, the last children of its
 * parent, name the kind of thing already. */
bool said_before(struct arena *a, const struct node *parent,
    const struct node *xref);

/* label.c: a thing with a label of its own or, later, a made one. */
void label_target(struct count *c, struct node *n, struct text ref,
    const char *kind, const char *name);
void label_resolve(struct count *c);
/* The word for a thing, "appendix": from the profile, or English. */
struct text label_word(const struct count *c, const char *name);

#endif
