/*
 * asks_walk.h - within expand/: a walk through templates, for asks.c
 */
#ifndef EXPAND_ASKS_WALK_H
#define EXPAND_ASKS_WALK_H

#include "expand/asks.h"
#include "expand/eval.h"

enum { WALK_STEPS = 100000, WALK_DEPTH = 300, WALK_CALLS = 16 };

/* What an expression stands for, as far as that can be told. */
struct meaning {
	struct text path; /* of a fact; "" if it is none */
	bool counted;     /* how many elements the fact at `path` has */
	bool literal;     /* a word or number of the template's: `word` */
	struct text word;
	ARRAY(size_t) from; /* facts on which it depends */
	const struct stmt *macro;
	const struct source *src; /* of the macro */
};

struct named {
	struct text name;
	struct meaning means;
};

struct names {
	ARRAY(struct named) at;
	struct names *up;
};

struct walker {
	struct arena *a;
	struct diag *d;
	const struct library *lib;
	const struct kase *kase;
	struct asks *out;
	struct map parsed; /* template id -> struct ast */
	const struct source *src;
	struct names *names;
	ARRAY(size_t) touched; /* all facts, as they are come by */
	ARRAY(size_t) around;  /* those of the conditions that we are in */
	unsigned depth, files, calls;
	size_t steps;
};

/* --- asks.c */
size_t asks_touch(struct walker *w, struct text path, unsigned uses);
void asks_literal(struct walker *w, size_t ask, struct text literal);
void asks_same(struct walker *w, size_t x, size_t y);
struct names *asks_scope(struct walker *w, struct names *up);
void asks_bind(struct walker *w, struct text name, struct meaning m);
bool asks_find(const struct walker *w, struct text name, struct meaning *out);
struct meaning asks_since(struct walker *w, size_t mark);
void asks_body(struct walker *w, const struct stmt *body);
void asks_include(struct walker *w, const struct stmt *s);
void asks_import(struct walker *w, const struct stmt *s);

/* --- asks_expr.c */
struct meaning asks_expr(struct walker *w, const struct expr *e);
/* The thing itself is used so: counted, if it is a fact. */
void asks_use(struct walker *w, struct meaning m, unsigned uses);
struct meaning asks_element(struct walker *w, struct meaning list);

#endif
