/*
 * stock.h - within load/: the files of libraries, each read once for however
 * many cases
 *
 * A file is read as if nobody had asked for it: what is wrong with the file as
 * such has no place, and is given the asker's when it is repeated to him.  So
 * each case that uses a file is told the same, whichever came first.
 *
 * All memory is of the stock's arena, or will be; nothing points into a case.
 */
#ifndef LOAD_STOCK_H
#define LOAD_STOCK_H

#include "base/aside.h"
#include "load/read.h"

/* Something that was read, and what was said when it was. */
struct kept {
	void *what; /* NULL: it could not be read, or is not there */
	struct diag d;
	struct text path, shown; /* of sources that are still to be read */
};

/* One library: the folder that has templates/. */
struct home {
	struct stock *s;
	struct where w;
	struct map templates; /* id -> kept -> struct template */
	struct map profiles;  /* name -> kept -> struct profile */
	struct map sources;   /* name -> kept -> struct references */
	struct map sets;      /* names, joined -> kept -> struct references */
	struct kept fonts;    /* -> struct fonts */
	ARRAY(struct text) parts; /* ids */
	bool listed;              /* parts are */
};

struct stock {
	struct arena *a;
	const struct places *where;
	struct hyphens *hyphens; /* NULL when nothing will be laid out */
	struct map by_project;   /* a case's root -> struct home */
	ARRAY(struct home *) homes;
};

/* The library of a project; NULL: there is none. */
struct home *stock_home(struct stock *s, struct text project);

/* Never NULL; read now unless they were. */
const struct kept *stock_section(struct home *h, struct text id);
const struct kept *stock_part(struct home *h, struct text id);
const struct kept *stock_report(struct home *h, const struct profile *p);
const struct kept *stock_profile(struct home *h, struct text name);
const struct kept *stock_fonts(struct home *h);
void stock_parts(struct home *h); /* fills in h->parts */

/* Lists of sources, by name, are read aside; then they make one list. */
struct source_list {
	struct kept *kept;
	struct text name;
	struct pos asked;
};
struct source_lists {
	ARRAY(struct source_list) at;
};
struct kept *stock_sources(struct home *h, struct text name);
struct aside *stock_read(struct home *h, const struct source_lists *l);
const struct kept *stock_set(struct home *h, const struct source_lists *l);

#endif
