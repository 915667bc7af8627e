/*
 * lex.h - within expand/: the tokens inside a tag
 *
 * A lexer stands inside {{ or {% and gives tokens up to the closing mark,
 * which is one too.  Brackets are counted, so that the }} of a nested map does
 * not end the tag.
 */
#ifndef EXPAND_LEX_H
#define EXPAND_LEX_H

#include "base/diag.h"

/* A stretch of the file a script was parsed from; which inclusion of the file
 * is meant, the one who runs it knows. */
struct span {
	uint32_t off, len;
};

enum token_kind {
	TOKEN_CLOSE, /* the end of the tag; `trim` or `keep` may be set */
	TOKEN_EOF,
	TOKEN_NAME,
	TOKEN_TEXT,
	TOKEN_INT,
	TOKEN_REAL,
	TOKEN_SIGN, /* an operator or bracket; text is its spelling */
	TOKEN_BAD   /* text says what is wrong */
};

struct token {
	enum token_kind kind;
	struct span span;
	struct text text; /* NAME; TEXT without escapes; SIGN; BAD */
	struct text hint; /* BAD: the way out, or "" */
	int64_t num;
	double real;
	bool trim; /* CLOSE: written -}} */
	bool keep; /* CLOSE: written +%} */
};

struct lexer {
	struct arena *a;
	struct text body;
	size_t at;
	char mark;     /* what stands in the closing mark: '}' or '%' */
	unsigned open; /* brackets */
};

struct token lex_next(struct lexer *l);

#endif
