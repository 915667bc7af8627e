/*
 * hyphen.h - dictionaries of hyphenation
 *
 * They belong to the library, as faces do: each is read once.  libhyphen takes
 * longer to read one than we take to set a report, so reading begins in a
 * thread of its own as soon as the language is known, and whoever asks first
 * waits for it.  No thread is left when hyphens_have has answered.
 */
#ifndef MODEL_HYPHEN_H
#define MODEL_HYPHEN_H

#include "base/text.h"

struct hyphens;

struct hyphens *hyphens_new(struct arena *a);
void hyphens_close(struct hyphens *h); /* NULL is allowed */

/* Begin to read the dictionary of a language: "en-GB" or "en_GB"; a bare "en"
 * is British. */
void hyphens_start(struct hyphens *h, struct text lang);

/* Whether there is one; reads it if nobody has begun. */
bool hyphens_have(struct hyphens *h, struct text lang);

/* Divide a word of small letters: out[i], of word.n + 5 bytes, is odd where a
 * hyphen may follow code point i.  At least `left` letters stay before it and
 * `right` after it.  False: the word is left whole. */
struct hyphen_limits {
	int left, right;
};
bool hyphens_divide(struct hyphens *h, struct text lang, struct text word,
    struct hyphen_limits limits, char *out);

/* "en_GB": what a language's dictionary is called. */
enum { HYPHEN_NAME = 16 };
void hyphens_name(struct text lang, char out[HYPHEN_NAME]);

#endif
