/*
 * text.h - slices of UTF-8, and a buffer to build them in
 *
 * A slice does not own its bytes and is not NUL-terminated; it may point into
 * a loaded file, an arena or a literal, and lives as long as that does.  The
 * functions here return "" for an empty slice, never NULL.
 */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"

struct text {
	const char *s;
	size_t n; /* bytes */
};

#define TEXT(literal) ((struct text){(literal), sizeof(literal) - 1})
#define TEXT_INIT(literal)                     \
	{                                      \
		(literal), sizeof(literal) - 1 \
	}
#define TEXT_ARG(t) (int)(t).n, (t).s ? (t).s : "" /* for printf's %.*s */

struct text text_of(const char *cstr); /* NULL gives "" */

static inline bool
text_eq(struct text a, struct text b)
{
	return a.n == b.n && (a.n == 0 || memcmp(a.s, b.s, a.n) == 0);
}

/* Here and not in text.c: for a literal the length is then known. */
static inline bool
text_is(struct text a, const char *cstr)
{
	return text_eq(a, (struct text){cstr, strlen(cstr)});
}

int text_cmp(struct text a, struct text b); /* by bytes; <0, 0, >0 */
bool text_starts(struct text t, struct text with);
bool text_ends(struct text t, struct text with);
struct text text_sub(struct text t, size_t from, size_t to);
struct text text_trim(struct text t); /* blank, tab, LF, CR at both ends */
size_t text_find(struct text t, size_t from, struct text what); /* or t.n */
size_t text_findc(struct text t, size_t from, char c);          /* or t.n */

/* The piece of *rest before the next `sep`, which is skipped; *rest shrinks.
 * When nothing is left, false. */
bool text_split(struct text *rest, char sep, struct text *piece);

struct text text_dup(struct arena *a, struct text t);
struct text text_join(struct arena *a, struct text x, struct text y);
struct text text_fmt(struct arena *a, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));
struct text text_vfmt(struct arena *a, const char *fmt, va_list ap)
    __attribute__((format(printf, 2, 0)));

/* A NUL-terminated copy, for the C libraries that want one. */
const char *text_cstr(struct arena *a, struct text t);

/* Digits only, at most 9 of them; false otherwise. */
bool text_int(struct text t, int *out);

/* The code point at *off, which moves past it; U+FFFD for a bad byte.
 * *off must be < t.n. */
uint32_t text_next(struct text t, size_t *off);

/* Where the first byte that is not well-formed UTF-8 stands, or t.n. */
size_t text_bad_utf8(struct text t);

/* cp as UTF-8 into out[4]; returns its length. */
size_t text_encode(uint32_t cp, char out[4]);

struct buf {
	struct arena *a;
	char *at;
	size_t n, cap;
};

void buf_add(struct buf *b, struct text t);
void buf_addc(struct buf *b, char c);
void buf_cp(struct buf *b, uint32_t cp);
void buf_fmt(struct buf *b, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));
struct text buf_text(const struct buf *b); /* borrows; dies at the next add */

#endif
