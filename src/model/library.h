/*
 * library.h - everything that is not the case; made once, then only read
 *
 * A file of the library is known by its name below templates/: parts and
 * reports by path ("parts/cv.md"), sections by id ("belarus/detention").
 */
#ifndef MODEL_LIBRARY_H
#define MODEL_LIBRARY_H

#include "base/map.h"
#include "model/hyphen.h"
#include "model/profile.h"
#include "model/reference.h"

/* A file of Markdown with tags. */
struct template
{
	struct text id;
	const struct source *src;  /* the whole file */
	size_t body;               /* where front matter ends */
	const struct value *front; /* front matter, or NULL */
};

struct library {
	struct text root;     /* the project's folder, absolute */
	struct map templates; /* id -> struct template */
	struct map sources;   /* names of the files of sources that were read */
	struct map profiles;  /* name -> struct profile */
	const struct references *references; /* of all countries in use */
	struct fonts *fonts;
	struct hyphens *hyphens;
	struct text version; /* of the program */
};

/* Give back what is not of an arena: faces, dictionaries.  NULL is allowed. */
void library_close(const struct library *lib);

#endif
