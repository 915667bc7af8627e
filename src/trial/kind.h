/*
 * kind.h - within trial/: what the schemas say of a fact
 */
#ifndef TRIAL_KIND_H
#define TRIAL_KIND_H

#include "load/schema.h"

struct kind {
	bool known;  /* there is a field for it */
	bool closed; /* there is none, and there may be no other keys */
	enum field_type type;
	bool needed; /* when what holds it is there */
	const char *words, *sample;
};

/* Of a path as asks have it: "documents[].title", "expert.posts[]".  An
 * element of a list is a FIELD_MAP, FIELD_TEXT or FIELD_PROSE. */
struct kind kind_of(struct text path);

#endif
