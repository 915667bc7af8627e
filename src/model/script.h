/*
 * script.h - what a template becomes before it is read as Markdown
 *
 * Passages in the order in which they are printed.  Each is one stretch of a
 * file's words or one value that a tag printed, and knows both of its places:
 * in the template (the chain of includes hangs on its source), and in the
 * facts.  An included file stands where it was included.
 */
#ifndef MODEL_SCRIPT_H
#define MODEL_SCRIPT_H

#include "model/paths.h"

enum passage_kind {
	PASSAGE_WORDS,  /* of a template file */
	PASSAGE_VALUE,  /* plain words of a fact, or made by a tag */
	PASSAGE_PROSE,  /* Markdown of a fact */
	PASSAGE_MISSING /* --draft: text is the path of the missing fact */
};

struct passage {
	enum passage_kind kind;
	struct text text;
	struct pos pos;  /* in the template: the words, or the {{ }} */
	struct pos fact; /* where a value was written, if it was */
	const struct reads *words, *control; /* see model/reads.h */
};

struct script {
	ARRAY(struct passage) passages;
	ARRAY(const struct template *) files; /* that were run, each once */
};

/* The passages as one text; what is missing as "[MISSING path]". */
struct text script_text(struct arena *a, const struct script *s);

/* A line a passage: place, kind, text, the fact's place; below it what was
 * read for its words (<-) and decided that it is there (if).  Of a path[] it
 * is which elements there are, of a path? that it is not there. */
void script_dump(const struct script *s, const struct paths *p, FILE *f);

#endif
