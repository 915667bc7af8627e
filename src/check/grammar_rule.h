/*
 * grammar_rule.h - within check/: a wording as words, and the rules on them
 *
 * A word is letters, digits and marks, with the apostrophes and hyphens inside
 * it.  What stands between two words is its gap.
 */
#ifndef CHECK_GRAMMAR_RULE_H
#define CHECK_GRAMMAR_RULE_H

#include "check/grammar.h"

struct gram_word {
	size_t from, to;
	struct text low; /* in small letters */
	bool begins;     /* a sentence */
	bool capital;    /* its first letter is */
	bool opaque;     /* not to be judged */
};

struct gram {
	struct arena *a;
	const struct wording *p;
	struct text t; /* the wording's */
	const struct grammar_subject *who;
	ARRAY(struct gram_word) words;
	const char *code; /* of the rule that runs */
	struct grammar_hits *out;
};

void gram_hit(struct gram *g, size_t from, size_t to, const char *way,
    const char *fmt, ...) __attribute__((format(printf, 5, 6)));

/* The words of the list, one blank between and at both ends, have this one. */
bool gram_among(const char *list, struct text low);

/* The i-th word, or an empty one beyond the ends. */
const struct gram_word *gram_word(const struct gram *g, size_t i);

/* The text between the word before i and word i. */
struct text gram_gap(const struct gram *g, size_t i);

/* Words i-1 and i stand side by side, a blank between them. */
bool gram_joined(const struct gram *g, size_t i);

/* grammar_verb.c */
void gram_agreement(struct gram *g);
void gram_capital(struct gram *g);
void gram_other_set(struct gram *g);
/* grammar_word.c */
void gram_article(struct gram *g);
void gram_doubled(struct gram *g);
void gram_count(struct gram *g);
/* grammar_mark.c */
void gram_blanks(struct gram *g);
void gram_spaced(struct gram *g);
void gram_empty(struct gram *g);
void gram_stops(struct gram *g);
/* grammar_pair.c */
void gram_small(struct gram *g);
void gram_pairs(struct gram *g);
void gram_tags(struct gram *g);

#endif
