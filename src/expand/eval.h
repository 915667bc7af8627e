/*
 * eval.h - within expand/: running a template
 *
 * A run walks the tree of a parsed file and adds pieces to `out`.  It cannot
 * go on for ever: steps, bytes and depth are counted (TPL-07).
 *
 * A path that leads nowhere gives DATUM_UNDEFINED, and is complained of when it
 * is used for anything but `is defined`, `is undefined` and |default.  The
 * complaint turns it into DATUM_FAULT, from which nothing further is said: one
 * fault, one message.  Under --draft the complaint is a warning.
 *
 * Codes of the language, all errors:
 *   FACT-02  unknown fact             FACT-03  a fact that is empty
 *   FACT-04  a truth value, list or map in a sentence
 *   FACT-05  a section or part needs a fact that is missing
 *   FACT-07  a fact that is !unknown, and is not tested with `is known`
 *   TPL-01   a tag or block is never closed
 *   TPL-02   what the grammar does not allow
 *   TPL-03   unknown filter, test or function
 *   TPL-04   include of what is not there
 *   TPL-05   an include that includes itself
 *   TPL-06   an include that climbs out of the library
 *   TPL-07   too many steps, too much text, too deep
 *   TPL-08   a value of the wrong kind, a wrong argument
 *   TPL-09   a method called on a value
 *   TPL-10   words that look like a command (a warning)
 *   TPL-11   a letter of docxtpl's (a warning)
 */
#ifndef EXPAND_EVAL_H
#define EXPAND_EVAL_H

#include "base/near.h"
#include "expand/ast.h"
#include "model/kase.h"

enum {
	EVAL_STEPS = 1000000, /* statements and rounds of loops */
	EVAL_WORK =
	    40000000,        /* what steps are made of: expressions, elements */
	EVAL_FAULTS = 10000, /* of one run */
	EVAL_BYTES = 64 << 20, /* of computed text */
	EVAL_INCLUDES = 16,
	EVAL_CALLS = 100, /* of macros, one within another */
	EVAL_DEPTH = 1000 /* of expressions and statements, over all files */
};

struct var {
	struct text name;
	struct datum item;
	bool imported; /* of another file: not exported again */
};

/* The variables of a file, a loop's round, a macro's call. */
struct scope {
	ARRAY(struct var) vars;
	struct map index; /* name -> place in vars, once they are many */
	struct scope *up;
	bool bare; /* the outermost of a file run without the context: the
		    * facts of the case are not seen */
};

/* A file being run, or a macro of it. */
struct frame {
	struct text id;
	const struct source *view; /* the file, and who included it */
	const struct frame *up;    /* who included or called it */
	unsigned depth;            /* files that are being run */
	bool call;                 /* of a macro */
};

struct macro {
	const struct stmt *def;
	const struct frame *frame; /* where it was defined */
	struct scope *scope;
	struct text name; /* "caller" for the block of a {% call %} */
};

struct loop {
	const struct stmt *stmt;
	const struct frame *frame; /* where it stands */
	struct scope *outer;
	unsigned depth; /* 1; in a recursive one, how deep */
	struct seq seq;
	ARRAY(const struct reads *) why; /* of each, what its `if` has read */
	size_t at;
	bool seen; /* loop.changed was asked */
	struct datum last;
	const struct reads *reads; /* which elements there are */
};

/* What cycler() and joiner() give. */
struct tool {
	enum { TOOL_CYCLER, TOOL_JOINER } kind;
	struct seq seq; /* CYCLER: not empty */
	size_t at;      /* CYCLER: the next; JOINER: how often it was called */
	struct datum sep;          /* JOINER */
	const struct reads *reads; /* what has decided how often it was used */
};

/* Why a path leads nowhere. */
struct missing {
	struct text path, key;
	struct text parent_path; /* "" for a name standing alone */
	struct datum parent;     /* UNDEFINED: the facts, but not seen here */
	struct pos pos;
	const char *why; /* TPL-08: no fact, but nothing that a filter found */
};

/* A prose value that was printed: its paragraphs stand in `lines`. */
struct prose {
	const struct source *lines;
	const char *kind; /* "opinion"; NULL: none in particular */
};

/* What a front matter needs and the case lacks; said once. */
struct lack {
	struct text path;
	struct finding *finding;
};

struct eval {
	struct arena *a;
	struct arena *tmp; /* for mark(), file after file; or NULL */
	struct diag *d;
	const struct library *lib;
	const struct kase *kase;
	const struct profile *profile; /* may be NULL */
	bool draft, anonymised;
	bool text_only;       /* no Markdown: includes add their pieces */
	struct datum globals; /* expert, profile, constants, sections ... */
	struct map parsed;    /* template id -> struct ast */
	ARRAY(const struct template *) files; /* the same, in order */
	struct map modules; /* template id -> struct datum: its exports */
	ARRAY(const struct source *) views; /* of the files imported */
	const struct frame *frame;
	struct scope *scope;
	struct pieces *out;
	const struct reads *reads, *control; /* see expand/trail.h */
	ARRAY(struct prose) prose;
	ARRAY(struct lack) lacks;
	unsigned depth, calls;
	size_t steps, bytes, work;
	bool spent; /* said once; the run winds down */
};

/* --- eval.c: expressions */
struct datum eval_expr(struct eval *ev, const struct expr *e);
/* The same, complained of if undefined: never DATUM_UNDEFINED. */
struct datum eval_need(struct eval *ev, const struct expr *e);
/* The same, for a condition; false in *ok if it cannot be told. */
bool eval_true(struct eval *ev, const struct expr *e, bool *ok);
/* Follow a dotted path of keys down from a datum. */
struct datum eval_path(struct eval *ev, struct datum from, struct text path,
    struct pos at);
struct pos eval_pos(const struct eval *ev, struct span s);
struct text eval_text(const struct eval *ev, struct span s); /* as written */

/* --- scope.c */
struct scope *scope_new(struct eval *ev, struct scope *up);
struct var *scope_set(struct eval *ev, struct scope *s, struct text name,
    struct datum item);
bool scope_find(const struct eval *ev, struct text name, struct datum *out);
/* Is the file run without the context?  The case is not seen then. */
bool scope_is_bare(const struct eval *ev);
struct datum *scope_at(const struct eval *ev, struct text name); /* or NULL */
/* One step; one level deeper: false if the run has had enough. */
bool eval_step(struct eval *ev, struct pos at);
/* A macro or loop called from within: one more of ev->calls, or too many. */
bool eval_call(struct eval *ev, struct pos at, struct text name);
/* It has had enough: `what` says of what. */
void eval_spent(struct eval *ev, struct pos at, struct text what);
bool eval_enter(struct eval *ev, struct pos at);
void eval_leave(struct eval *ev);
/* n of EVAL_WORK are done; false if that was too much. */
bool eval_work(struct eval *ev, size_t n, struct pos at);
/* What it takes to look through i: elements, letters. */
size_t eval_weight(struct datum i);
/* PIECES as the TEXT of their words, which take room; others as they are. */
struct datum eval_flat(struct eval *ev, struct datum i, struct pos at);
/* Is there room for n more bytes of text? */
bool eval_room(struct eval *ev, size_t n, struct pos at);

/* --- fault.c: what is wrong, in words */
struct datum fault_missing(struct eval *ev, struct datum undefined);
/* NULL, UNKNOWN and UNDEFINED, where words are needed; others pass. */
struct datum fault_empty(struct eval *ev, struct datum i, struct span where);
/* A text of nothing but blanks, where words are needed. */
struct datum fault_blank(struct eval *ev, struct datum i, struct span where);
/* What cannot be printed: a truth value, list, map. */
void fault_print(struct eval *ev, struct datum i, struct span where);
/* "unknown filter: X", with the nearest of names. */
struct datum fault_unknown(struct eval *ev, const char *what, struct span at,
    struct text name, struct near *near);
struct finding *fault_type(struct eval *ev, struct pos at, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));
struct datum fault_datum(struct text path);

/* --- exec.c: statements */
void exec_body(struct eval *ev, const struct stmt *body);
/* Run a body into pieces of its own. */
struct datum exec_capture(struct eval *ev, const struct stmt *body);
/* loop(x): go through x as the recursive loop does. */
struct datum exec_again(struct eval *ev, const struct loop *l,
    struct datum over, struct span where);

/* --- macro.c */
void macro_define(struct eval *ev, const struct stmt *s);
/* The words that a call makes; `caller` is the block of a {% call %}, or NULL. */
struct datum macro_call(struct eval *ev, const struct expr *e,
    const struct macro *m, const struct macro *caller);

/* --- context.c */
/* What the program gives besides the case: expert, profile, constants ... */
struct datum context_globals(struct eval *ev);
/* What decides which template is run. */
const struct reads *context_control(struct eval *ev);
/* Where a value stands in its file: "opinions/q1", for its labels. */
struct text context_scope(struct eval *ev, const struct value *v);

/* --- include.c */
void include_run(struct eval *ev, const struct stmt *s);
/* The template that s names, or the first that is there of a list; NULL, and
 * said unless it may be missing: there is none, or it must not be run here. */
const struct template *include_which(struct eval *ev, const struct stmt *s);
/* Begin to run a file: its tree, its frame, its variables. */
const struct ast *include_enter(struct eval *ev, const struct template *t,
    struct pos from, bool context);
/* Run a whole template file; NULL when there is no such file. */
struct node *include_file(struct eval *ev, const struct template *t,
    struct pos from, bool context);
/* The same, without Markdown; the file as seen from this inclusion. */
const struct source *include_pieces(struct eval *ev, const struct template *t,
    struct pos from, bool context, struct pieces *out);

/* --- import.c */
void import_run(struct eval *ev, const struct stmt *s);
void import_from(struct eval *ev, const struct stmt *s);

/* Paragraphs of prose values are of the kind of what they were written as. */
void include_prose_kinds(struct eval *ev, struct node *root);

#endif
