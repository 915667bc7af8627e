/*
 * rule.h - within check/: the table of rules, and what a rule may ask
 *
 * A rule looks at the finished report and says what a tribunal would object
 * to.  Its code is that of the rules' catalogue; its level is the profile's, or
 * the standard one here.  A finding that the case waives, with a reason, is
 * shown as information.
 */
#ifndef CHECK_RULE_H
#define CHECK_RULE_H

#include "model/stage.h"

struct checker {
	struct arena *a;
	const struct doc *doc;
	const struct pages *pages; /* or NULL */
	const struct library *lib;
	const struct kase *kase;
	const struct profile *profile;
	struct diag *d;
	struct pos place;          /* of findings about the whole report */
	const struct rule *rule;   /* the one that runs */
	enum level level;          /* of it, under this profile */
	bool *applied;             /* by waiver: it met a finding */
	struct language *language; /* made by the first rule that asks */
	bool stopped;              /* an unwaived error or block was found */
};

struct rule {
	const char *code;
	enum level level; /* when the profile says nothing */
	bool needs_pages;
	const char *title;              /* for lists and the compliance sheet */
	const char *authority;          /* what it rests on */
	void (*run)(struct checker *c); /* NULL: another stage finds it */
};

extern const struct rule rules[];
extern const size_t nrules;

/* A finding of the running rule.  `where` is what a waiver may name: a
 * section, a label or a source; "" is the whole report. */
struct finding *rule_found(struct checker *c, struct text where, struct pos at,
    const char *fmt, ...) __attribute__((format(printf, 4, 5)));

/* Waivers that lack a reason, and those that met nothing. */
void waivers_check(struct checker *c);

/* Calls fn for n and every node below, in document order; where fn returns
 * false it does not go deeper. */
void walk(const struct node *n, bool (*fn)(const struct node *n, void *ctx),
    void *ctx);

/* "paragraph 12", or "an unnumbered paragraph". */
struct text para_name(struct arena *a, const struct node *para);

void check_truth(struct checker *c);        /* STMT-01 */
void check_signature(struct checker *c);    /* STMT-02 */
void check_uncited(struct checker *c);      /* CITE-01 */
void check_verification(struct checker *c); /* VERIF-01 */
void check_length(struct checker *c);       /* FT-02 */
void check_grammar(struct checker *c);      /* GRAM-01 .. */

#endif
