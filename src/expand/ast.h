/*
 * ast.h - within expand/: a template file as a tree, parsed once
 *
 * The tree holds spans, not places: the same file may be included from several
 * spots, and each inclusion shows its own chain in messages.
 */
#ifndef EXPAND_AST_H
#define EXPAND_AST_H

#include "expand/datum.h"
#include "expand/lex.h"

/* Nesting of tags and brackets; a deeper one is a fault, not a crash. */
enum { AST_DEPTH = 200 };

enum expr_kind {
	EXPR_FAULT, /* could not be parsed: evaluates silently to nothing */
	EXPR_CONST,
	EXPR_NAME,
	EXPR_ATTR,   /* a.name */
	EXPR_INDEX,  /* a[b] */
	EXPR_SLICE,  /* a[b:c], args->value the step; each may be NULL */
	EXPR_CALL,   /* a(args) */
	EXPR_FILTER, /* a|name(args); a is NULL in {% filter %} */
	EXPR_TEST,   /* a is name(args) */
	EXPR_NOT,
	EXPR_MINUS,
	EXPR_PLUS,
	EXPR_BINARY,  /* a op b */
	EXPR_COMPARE, /* a, then args: op and value each */
	EXPR_AND,
	EXPR_OR,
	EXPR_CHOICE, /* a if b else c; c may be NULL */
	EXPR_LIST,   /* args */
	EXPR_MAP     /* args: key and value each */
};

enum op {
	OP_NONE,
	OP_ADD,
	OP_SUB,
	OP_JOIN, /* ~ */
	OP_MUL,
	OP_DIV,
	OP_FLOOR, /* // */
	OP_MOD,
	OP_EQ,
	OP_NE,
	OP_LT,
	OP_LE,
	OP_GT,
	OP_GE,
	OP_IN,
	OP_NOT_IN
};

/* An argument, an element, a pair, a step of a comparison, a parameter. */
struct arg {
	struct text name; /* keyword or parameter; "" if there is none */
	struct span span;
	enum op op;         /* of EXPR_COMPARE */
	struct expr *key;   /* of EXPR_MAP */
	struct expr *value; /* NULL: a parameter without a default */
	struct arg *next;
};

struct expr {
	enum expr_kind kind;
	enum op op;
	unsigned height; /* 1 + the highest below */
	struct span span;
	struct span word;   /* of the attribute's, filter's or test's name */
	struct text name;   /* NAME, ATTR, FILTER, TEST */
	struct datum value; /* CONST */
	struct expr *a, *b, *c;
	struct arg *args;
};

enum stmt_kind {
	STMT_TEXT,    /* words of the file */
	STMT_PRINT,   /* {{ expr }} */
	STMT_IF,      /* expr, body; other: the next branch */
	STMT_ELSE,    /* the last branch */
	STMT_FOR,     /* target in expr, cond; body; other: its else */
	STMT_SET,     /* target = expr */
	STMT_BLOCK,   /* {% set x %} body; expr: a chain of filters, or NULL */
	STMT_WITH,    /* other: a chain of SET; body */
	STMT_FILTER,  /* expr: the chain of filters; body */
	STMT_MACRO,   /* name, args; body */
	STMT_CALL,    /* expr: a call; args and body: what caller() is */
	STMT_INCLUDE, /* expr */
	STMT_IMPORT,  /* expr, name */
	STMT_FROM     /* expr; target: a tuple, each with its name as `field` */
};

/* What is set: a name, a field of a namespace, or several (inner). */
struct target {
	struct text name, field;
	struct span span;
	struct target *inner; /* (a, b): the elements of a list */
	struct target *next;
};

/* What the words of a macro ask for besides its parameters. */
enum { TAKES_CALLER = 1, TAKES_VARARGS = 2, TAKES_KWARGS = 4 };

struct stmt {
	enum stmt_kind kind;
	struct span span; /* TEXT: the words; else the tag without its marks */
	struct text name;
	struct expr *expr, *cond;
	struct target *target;
	struct arg *args; /* MACRO, CALL: the parameters */
	struct stmt *body, *other, *next;
	unsigned takes; /* MACRO, CALL */
	bool ignore;    /* INCLUDE: ignore missing */
	bool context;   /* INCLUDE, IMPORT, FROM: it sees our variables */
	bool alone;     /* INCLUDE: nothing else on its line */
	bool recursive; /* FOR */
	bool faulty;    /* its tag could not be read */
};

struct ast {
	struct stmt *body;
	bool sound; /* no fault was found */
};

/* Parse src from the byte `from` on.  Never NULL: what cannot be parsed is
 * reported and left out. */
struct ast *ast_parse(struct arena *a, const struct source *src, size_t from,
    struct diag *d);

#endif
