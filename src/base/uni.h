/*
 * uni.h - what Unicode knows of a code point: its case and its class
 *
 * Locale-free: simple case mappings of the Unicode Character Database, the same
 * on every machine.  uni.c is the one file that knows utf8proc.
 */
#ifndef BASE_UNI_H
#define BASE_UNI_H

#include "base/text.h"

enum uni_class {
	UNI_OTHER, /* punctuation, symbols, controls, unassigned */
	UNI_LETTER,
	UNI_MARK,  /* combining: Mn, Mc, Me */
	UNI_DIGIT, /* decimal digits, Nd */
	UNI_SPACE  /* Z* and the blank controls */
};

enum uni_class uni_class(uint32_t cp);
/* Where the run of such code points ends that may begin at the byte i. */
size_t uni_skip(struct text t, size_t i, enum uni_class what);
size_t uni_blanks(struct text t, size_t i); /* the same for UNI_SPACE */
bool uni_is_word(uint32_t cp);              /* a letter, digit or mark */
bool uni_is_upper(uint32_t cp);
bool uni_is_lower(uint32_t cp);

/* What is never drawn: joiners, marks of direction, variation selectors, soft
 * hyphens (the Default_Ignorable_Code_Points in use). */
bool uni_is_invisible(uint32_t cp);
/* Nothing but blanks and what is never drawn. */
bool uni_is_blank(struct text t);

uint32_t uni_to_lower(uint32_t cp);
uint32_t uni_to_upper(uint32_t cp);

struct text uni_lower(struct arena *a, struct text t);
struct text uni_upper(struct arena *a, struct text t);

/* The first letter of the text as a capital; the rest as it is. */
struct text uni_capital(struct arena *a, struct text t);

/* The first letter of each word as a capital, the rest small.  A word begins
 * after a blank, a hyphen or an opening bracket, never after an apostrophe. */
struct text uni_title(struct arena *a, struct text t);

/* What a raised letter or digit (U+00B2, U+02B3, U+2122) is when it stands on
 * the line; returns how many code points, 0: it is not raised. */
size_t uni_superscript(uint32_t cp, uint32_t out[4]);

/* How it stands on a terminal. */
enum uni_form {
	UNI_SHOWN,  /* a glyph of its own, in uni_cells() cells */
	UNI_HIDDEN, /* none: controls, marks of direction, joiners, unassigned */
	UNI_EMOJI,  /* a glyph that joiners and selectors may change */
	UNI_SELECTOR /* changes the one before: a variant, a colour of skin */
};

enum uni_form uni_form(uint32_t cp);
unsigned uni_cells(uint32_t cp); /* 0 of a mark, 2 of wide ones (UAX #11) */

/* Letters of scripts that run from right to left: R and AL of UAX #9. */
bool uni_is_rtl(uint32_t cp);
bool uni_is_ltr(uint32_t cp); /* L of UAX #9 */

/* Code points in t. */
size_t uni_length(struct text t);

#endif
