/*
 * cited.h - what a style has made of citations and works, on a page of its own
 *
 * A citation is a note in a note style, by hand or not, and otherwise what
 * stands for one [@key] or @key.
 *
 *   text   [1] Author, ...                 one a line; then the list of works
 *   html   <ol class="citations"> <li id="note.1"> ...; then csl-bib-body
 *   json   {"citations": [{n, text, html, keys, warnings}],
 *           "bibliography": [{id, text, html}]}
 */
#ifndef CLI_CITED_H
#define CLI_CITED_H

#include "model/stage.h"

enum cited_format { CITED_TEXT, CITED_HTML, CITED_JSON };

struct cited {
	const struct doc *doc;
	bool note;            /* the style makes notes */
	bool works_only;      /* the citations were made for their works */
	const struct diag *d; /* warnings are given to their citation */
	enum cited_format format;
};

/* How many citations and works were printed. */
size_t cited_print(const struct cited *c, FILE *out);

#endif
