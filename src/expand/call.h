/*
 * call.h - within expand/: filters, tests and functions, and their arguments
 *
 * Each is one row of a table and one function.  A row names its parameters in
 * order, parted by blanks; ! before a name: it must be given; ? : it may be
 * undefined; * at the end: any others may follow, and are in `rest`.
 */
#ifndef EXPAND_CALL_H
#define EXPAND_CALL_H

#include "base/near.h"
#include "expand/eval.h"

enum { CALL_ARGS = 8 };

/* An argument, evaluated. */
struct passed {
	struct text name; /* of a keyword; "" */
	struct span span;
	struct datum item;
};

struct call {
	struct eval *ev;
	struct text name; /* of the filter, for messages */
	struct pos pos;   /* of the whole expression */
	struct span span; /* of what is filtered */
	struct datum in;
	struct datum arg[CALL_ARGS]; /* NULL where not given */
	bool given[CALL_ARGS];
	ARRAY(struct passed) rest;
};

struct filter {
	const char *name;
	struct datum (*apply)(struct call *c);
	const char *params;
	bool lenient; /* takes UNDEFINED, NULL and UNKNOWN as they are */
};

struct test {
	const char *name;
	bool (*holds)(struct call *c);
	const char *params;
	bool lenient; /* takes UNDEFINED as it is */
};

/* Evaluate and bind; false if something was wrong, and said. */
bool call_bind(struct call *c, const char *params, const struct arg *args);

/* The same with arguments that another call was given. */
bool call_place(struct call *c, const char *params, const struct passed *g,
    size_t n);

struct datum call_filter(struct eval *ev, const struct expr *e,
    struct datum in);
struct datum call_test(struct eval *ev, const struct expr *e, struct datum in);
/* Apply a filter by name to `in`, as |map('upper') does; the first `from` of
 * what c was given besides are not for it. */
struct datum call_filter_named(struct call *c, struct text name,
    struct datum in, size_t from);
/* The same for a test, as |select('odd') does; false in *fine: it could not be
 * asked, which has been said. */
bool call_test_named(struct call *c, struct text name, struct datum in,
    size_t from, bool *fine);

const struct filter *filter_at(struct text name); /* NULL: none */
const struct test *test_at(struct text name);

/* "did you mean upper?", or what does here what the name does elsewhere; ""
 * when there is nothing to say. */
struct text filter_hint(struct arena *a, struct text name);
struct text test_hint(struct arena *a, struct text name);

/* Arguments, with what stands for them when they are not given.  A wrong kind
 * is said, and `otherwise` taken. */
struct text call_text(struct call *c, size_t n, struct text otherwise);
int64_t call_int(struct call *c, size_t n, int64_t otherwise);
bool call_true(struct call *c, size_t n, bool otherwise);
/* The n-th of `rest`, a text; "" if there is none. */
struct text call_rest_text(struct call *c, size_t n);
/* The keyword of `rest`; false if it was not given. */
bool call_rest_named(const struct call *c, const char *name, struct datum *out);

/* What is filtered, as words, a list, a number; false if it is not, and said. */
bool call_in_text(struct call *c, struct text *out);
bool call_in_list(struct call *c, struct seq *out);
bool call_in_number(struct call *c, struct number *out);
/* How many: a number, or the length of a list. */
bool call_in_count(struct call *c, int64_t *out);

struct datum call_fault(struct call *c, const char *wanted);

/* What there is none of, as the first of an empty list: undefined, so that
 * |default may stand in; `why` is what is said otherwise. */
struct datum call_none(struct call *c, const char *why);

/* --- function.c */
/* A call that is no filter's: of a macro, a function, a loop, a tool. */
struct datum function_call(struct eval *ev, const struct expr *e);
/* The same for {% call e %}: only a macro takes the block. */
struct datum function_call_block(struct eval *ev, const struct expr *e,
    const struct macro *block);
struct datum function_dict(struct eval *ev, const struct expr *e);

/* --- function_cite.c: words of Markdown, as if they had been typed */
struct datum function_cite(struct call *c);
struct datum function_ref(struct call *c);

/* The tables, by subject. */
extern const struct filter filters_text[], filters_list[], filters_pick[],
    filters_number[], filters_grammar[], filters_date[], filters_json[],
    filters_format[], filters_redact[];

#endif
