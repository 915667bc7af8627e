/*
 * grammar.h - what assembling a sentence from pieces does to its grammar
 *
 * Not a grammar of English: each rule knows one fault that a template makes
 * when a fact is of another number, sex or length than its author had in mind,
 * and says nothing where an English sentence could be meant.
 *
 *   GRAM-01 a verb that does not agree with its pronoun
 *   GRAM-02 "a" where "an" belongs, and the other way round
 *   GRAM-03 a word twice        GRAM-04 a blank twice
 *   GRAM-05 a blank before a mark that ends, or after one that opens
 *   GRAM-06 what an empty list or fact leaves behind
 *   GRAM-07 a sentence that begins with a small letter
 *   GRAM-08 a bracket or quotation mark without its partner
 *   GRAM-09 a capital pronoun within a sentence
 *   GRAM-10 more than one full stop
 *   GRAM-11 a number and a noun that do not agree
 *   GRAM-12 a pronoun of another set than the subject's
 *   GRAM-13 a tag that is printed as it stands
 */
#ifndef CHECK_GRAMMAR_H
#define CHECK_GRAMMAR_H

#include "model/value.h"
#include "model/wording.h"

struct grammar_hit {
	const char *code;
	size_t from, to; /* bytes of the wording */
	struct text says;
	const char *way; /* out of it */
};

struct grammar_hits {
	ARRAY(struct grammar_hit) at;
};

/* Who the report is about, for GRAM-12; all zeros: nobody in particular. */
struct grammar_subject {
	const struct value *value; /* the case's `subject` */
	struct text they;          /* its pronoun: "she" */
};

struct grammar_subject grammar_subject_of(const struct value *facts);

/* All that the rules find in a wording, in the rules' order. */
void grammar(struct arena *a, const struct wording *p,
    const struct grammar_subject *who, struct grammar_hits *out);

#endif
