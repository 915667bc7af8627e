/*
 * parse.h - within expand/: the parser's state, shared by its files
 *
 * A fault inside a tag is kept, not printed, until the tag's end is looked
 * for: a tag that is never closed is reported at its opening, and not by the
 * first odd word that follows.  One fault a tag; the next tag starts afresh.
 */
#ifndef EXPAND_PARSE_H
#define EXPAND_PARSE_H

#include "expand/ast.h"

/* What a tag takes from the text that follows it. */
enum trim { TRIM_NONE, TRIM_LINE_END, TRIM_ALL };

/* A block whose end has not come yet. */
struct block {
	const char *end; /* "endif" */
	const struct stmt *s;
	bool parted; /* an {% else %} may come ... */
	bool chosen; /* ... and an {% elif %} */
	const struct block *up;
};

struct parser {
	struct arena *a;
	struct diag *d;
	const struct source *src;
	struct lexer lex;
	struct token now; /* not yet consumed */
	unsigned depth;
	const struct block *blocks; /* that are open, the innermost */
	unsigned takes; /* what was asked for in the macro in hand */
	bool raw;       /* the text is that of {% raw %} */
	bool stop;      /* too deep: nothing more is read */
	bool sound;     /* no fault so far */

	size_t at;         /* text not yet read begins here ... */
	enum trim after;   /* ... and loses this of its beginning */
	bool fresh;        /* it begins a line */
	struct stmt **end; /* where the next statement is hung */

	size_t open;     /* where the tag in hand begins: its {{ or {% */
	unsigned faults; /* so far */
	bool bad;        /* it has a fault: */
	struct span bad_at;
	const char *bad_code;
	struct text bad_text, bad_hint;
};

/* Note the fault of this tag, unless it has one. */
void parse_fail(struct parser *p, const char *code, struct span at,
    const char *fmt, ...) __attribute__((format(printf, 4, 5)));

/* "unexpected X", of the token in hand. */
void parse_unexpected(struct parser *p, const char *wanted);

void parse_advance(struct parser *p);
bool parse_is_sign(const struct parser *p, const char *sign);
bool parse_is_word(const struct parser *p, const char *word);
bool parse_sign(struct parser *p, const char *sign); /* consumes if so */
bool parse_word(struct parser *p, const char *word);

/* One level deeper; false, with a fault, if that is too deep. */
bool parse_deeper(struct parser *p);

/* --- parse_tag.c: text, and the way into a tag and out of it */
bool parse_is_space(char c);
struct stmt *parse_hang(struct parser *p, enum stmt_kind kind,
    struct span span);
/* The text before a tag that opens at `to`.  `mark` is the second character of
 * the tag, 0 at the end of the file; `sign` its - or +, if any. */
void parse_text(struct parser *p, size_t to, char mark, char sign);
/* Go to the next tag, and into it; false at the end of the file. */
bool parse_enter(struct parser *p);
/* The end of the tag; where there was a fault, what is wrong is said and the
 * text goes on behind the tag, or behind its line, and false is returned. */
bool parse_leave(struct parser *p);
/* The same, at the end of a statement's opening tag: one that has a fault is
 * not evaluated, so that nothing more is said of it. */
void parse_opening(struct parser *p, struct stmt *s);

/* --- parse_atom.c */
struct expr *parse_make(struct parser *p, enum expr_kind kind,
    struct span span);
struct expr *parse_fault(struct parser *p); /* a stand-in */
struct span parse_span(struct span from, struct span to);
/* `e` stands over `child` (may be NULL): the tree must not grow higher than
 * what the evaluator walks. */
struct expr *parse_over(struct parser *p, struct expr *e,
    const struct expr *child);
struct expr *parse_with_args(struct parser *p, struct expr *e,
    struct arg *args);
struct expr *parse_unary(struct parser *p, bool with_suffix);
struct expr *parse_filters(struct parser *p, struct expr *from);
struct arg *parse_args(struct parser *p); /* after "(", to ")" */

/* --- parse_expr.c */
struct expr *parse_expr(struct parser *p);               /* with inline if */
struct expr *parse_simple(struct parser *p);             /* without inline if */
struct expr *parse_tuple(struct parser *p, bool choice); /* a, b: a list */

/* --- parse_lint.c: words from..to that look like commands */
void parse_lint(struct parser *p, size_t from, size_t to);

/* --- parse_elsewhere.c: what to do in place of a tag of other engines; "" */
struct text parse_elsewhere(struct text tag);

/* --- parse_target.c */
/* target <- one (',' one)* ','? , one <- NAME ('.' NAME)? | '(' target ')' */
struct target *parse_target(struct parser *p, bool fields);
struct target *parse_name(struct parser *p); /* NAME */

/* --- parse.c */
/* The opening tag of s is read: its span, and the way out of it. */
void parse_opened(struct parser *p, struct stmt *s, struct token first);
/* The rest of a block: its body up to `end`, or a fault. */
void parse_block(struct parser *p, struct stmt *s, const char *end);

/* --- parse_macro.c */
void parse_macro(struct parser *p, struct token first);
void parse_call(struct parser *p, struct token first);

/* --- parse_file.c: what brings in other files, and raw text */
void parse_include(struct parser *p, struct token first);
void parse_import(struct parser *p, struct token first);
void parse_from(struct parser *p, struct token first);
void parse_raw(struct parser *p, struct token first);

struct pos parse_pos(const struct parser *p, struct span s);

#endif
