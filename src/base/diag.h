/*
 * diag.h - where things came from, and what is wrong with them
 *
 * Every node, value and page item carries a pos: a source, a byte offset and a
 * length.  Line and column are counted only when a message is printed.  A
 * source made by us (a folded YAML value, a piece of expanded text) has an
 * origin map, so that a pos in it can be traced to the file that was written.
 *
 * Faults are collected, not printed: a run shows every one of them, sorted by
 * place (diag_print), and nothing ever jumps or exits.
 *
 *   error[FACT-02]: unknown fact: subject.nationalty
 *     --> templates/sections/belarus/detention.md:14:23
 *      |
 *   14 | The appellant is a {{ subject.nationalty }} national
 *      |                       ^^^^^^^^^^^^^^^^^^ did you mean subject.nationality?
 *      = case: fixtures/cases/x.yaml:7 defines subject with: name, born
 *      = included from: templates/reports/uk.md:31
 */
#ifndef BASE_DIAG_H
#define BASE_DIAG_H

#include <stdio.h>

#include "base/text.h"

struct source;

struct pos {
	const struct source *src; /* NULL: no place in particular */
	uint32_t off;             /* bytes from the start of src->body */
	uint32_t len;             /* bytes to underline; 0 is one character */
};

struct origin {
	uint32_t off;     /* from here to the next entry of the map ... */
	struct pos where; /* ... the text was written here */
};

struct source {
	struct text name; /* as shown to people: relative to the project */
	struct text body;
	struct pos from;          /* what included this file, or src is NULL */
	const struct origin *map; /* sorted by off; NULL if read from a file */
	size_t nmap;
};

enum level { LEVEL_INFO, LEVEL_WARNING, LEVEL_ERROR, LEVEL_BLOCK, LEVEL_COUNT };

/* A line below the picture of the fault: "= case: FILE:7 defines ...". */
struct remark {
	const char *label; /* "case", "note", "help" ...; a literal */
	struct pos at; /* printed as FILE:LINE before the text; may be empty */
	struct text text;
	struct remark *next;
};

struct finding {
	enum level level;
	const char *code; /* AREA-NN; a literal or of the library's arena */
	struct pos at;
	struct text text; /* lower case, no full stop, the user's word last */
	struct text hint; /* after the carets: the way out; may be empty */
	struct remark *remarks, *last;
	unsigned serial;          /* order of discovery: breaks ties */
	ARRAY(struct text) cases; /* of a run over many: which have it */
};

struct diag {
	struct arena *a; /* holds the findings */
	ARRAY(struct finding *) found;
	unsigned count[LEVEL_COUNT];
	struct gathered *many; /* of diag_gather() */
};

/* The findings of another, as if they had been found now. */
void diag_adopt(struct diag *d, const struct diag *from);

/* What was found in one case of many, `kase`, into what was found in all: what
 * is the same in code, place and text is one finding and names its cases.
 * Everything is copied, so that the case's arena may go. */
void diag_gather(struct diag *all, const struct diag *one, struct text kase);

/* The same once more, each time that it is asked for: `from` stays as it is.  A
 * finding without a place stands at `asked`. */
void diag_repeat(struct diag *d, const struct diag *from, struct pos asked);

/* Report.  The finding is returned so that a hint or remarks can be added. */
struct finding *diag(struct diag *d, enum level level, const char *code,
    struct pos at, const char *fmt, ...) __attribute__((format(printf, 5, 6)));
void finding_hint(struct diag *d, struct finding *f, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));
void finding_remark(struct diag *d, struct finding *f, const char *label,
    struct pos at, const char *fmt, ...) __attribute__((format(printf, 5, 6)));

/* How many findings at `level` or above. */
unsigned diag_count(const struct diag *d, enum level level);

enum diag_format {
	DIAG_HUMAN,
	DIAG_SHORT, /* a line each: FILE:LINE:COLUMN: error[CODE]: ... */
	DIAG_JSON,
	DIAG_JSONL,
	DIAG_SARIF,  /* 2.1.0, as editors and forges read it */
	DIAG_GITHUB, /* commands of its workflows */
	DIAG_FORMATS
};

struct diag_look {
	enum diag_format format;
	bool colour;         /* of human and short */
	bool learn;          /* human ends with the command that tells more */
	unsigned most;       /* the worst so many are shown; 0: all */
	const char *version; /* of the program, for SARIF; may be NULL */
};

/* Print what was found, sorted by place; findings that are equal in code, place
 * and text are printed once, and from then on are one in d. */
void diag_show(struct diag *d, FILE *out, const struct diag_look *look);

/* The same without colours or a limit. */
void diag_print(struct diag *d, FILE *out, enum diag_format format);

const char *level_name(enum level level); /* "info" .. "block" */
bool level_of(struct text name, enum level *out);
const char *level_tint(enum level level); /* SGR of ECMA-48; ends with 0 */

/* Follow origin maps back to a file. */
struct pos pos_file(struct pos at);

/* 1-based line and column (in code points) of a pos in its own source. */
void pos_linecol(struct pos at, unsigned *line, unsigned *col);

/* The same for many places, as a dump asks for them: counting goes on from the
 * last place asked for in the same source.  Zeros begin. */
struct line_place {
	const struct source *src;
	size_t off, start; /* bytes; of the line */
	unsigned line, col;
};
struct line_cursor {
	struct line_place at[4];
	unsigned next; /* the one to give up */
};
void cursor_linecol(struct line_cursor *c, struct pos at, unsigned *line,
    unsigned *col);
struct line_place cursor_at(struct line_cursor *c, struct pos at);

/* "FILE:LINE" of a pos, as pos_show() has it. */
struct text cursor_show(struct line_cursor *c, struct arena *a, struct pos at);

/* "FILE:LINE" of a pos, after following origin maps; "" without a source. */
struct text pos_show(struct arena *a, struct pos at);

/* The part of `at` from `from` on, `len` bytes long. */
struct pos pos_sub(struct pos at, size_t from, size_t len);

#endif
