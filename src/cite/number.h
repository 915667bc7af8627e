/*
 * number.h - numbers in words: ordinals, roman, ranges of pages
 *
 * CSL 1.0.2, "Number", "Label", "Page Ranges" and the condition is-numeric.
 */
#ifndef CITE_NUMBER_H
#define CITE_NUMBER_H

#include "cite/term.h"

enum number_form { NUMERIC, ORDINAL, LONG_ORDINAL, ROMAN };

enum number_form number_form_of(struct text t);

/* Nothing but numbers, perhaps with letters at them ("2nd", "D2"), parted by
 * commas, hyphens and ampersands. */
bool number_is_numeric(struct text t);

/* More than one number: "3-5", "i-ix", "213 and 235", but "6(1)(a)" is one. */
bool number_is_plural(const struct terms *t, struct text v);

/* The separator at i: ',', '-' (a hyphen or an en dash), '&', or 0; its bytes
 * in *n. */
char number_separator(struct text t, size_t i, size_t *n);

/* What stands for an ampersand in the locale. */
struct text number_ampersand(const struct terms *t);

/* A number written in roman digits, all small or all capital; else 0. */
int number_roman(struct text t);

/* `gender` is that of the noun counted: 'm', 'f' or 0. */
struct text number_ordinal(struct arena *a, const struct terms *t, int n,
    char gender);

/* A whole variable in a form; what is not numeric stays as it is. */
struct text number_text(struct arena *a, const struct terms *t, struct text v,
    enum number_form form, char gender);

/* "123-125" in a page-range-format ("" is none), with the locale's dash and
 * ampersand. */
struct text number_pages(struct arena *a, const struct terms *t, struct text v,
    struct text format);

#endif
