/*
 * shelf.h - the sources of a whole library, and every text that may cite them
 *
 * No case is needed: what library.h reads for some cases is read here for all
 * that there may be.
 */
#ifndef LOAD_SHELF_H
#define LOAD_SHELF_H

#include "model/stage.h"

/* What to read in place of the library: lists of references, and texts that
 * cite them. */
struct shelf_files {
	const struct text *lists, *texts; /* paths */
	size_t nlists, ntexts;
};

struct shelf {
	const struct references *references;
	ARRAY(const struct template *) texts;
	bool whole; /* the texts may cite nothing but these references */
};

/* Without lists: those of templates/sources/.  Without texts: the sections,
 * parts and reports below templates/; none of them when there is no library
 * but there are lists.  Codes: CASE-07, FILE-01.., REF-01.., SECT-02. */
struct shelf shelf_read(struct arena *a, const struct places *where,
    const struct shelf_files *files, struct diag *d);

/* What a text of the library is known as: "templates/sections/a/b.md" as a/b,
 * "templates/parts/c.md" as parts/c.md. */
struct text shelf_id(struct text shown);

/* The sections, parts and reports alone, of the library in this folder. */
struct shelf shelf_texts(struct arena *a, struct text root, struct diag *d);

#endif
