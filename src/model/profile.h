/*
 * profile.h - what a forum demands; read from templates/profiles/
 */
#ifndef MODEL_PROFILE_H
#define MODEL_PROFILE_H

#include "model/csl.h"
#include "model/sheet.h"
#include "model/value.h"

/* Words that must stand in the report exactly as they are. */
struct constant {
	struct text id; /* "truth", "duty" */
	struct text text;
	struct text authority; /* the rule it comes from */
	struct text as_of;
	bool verified; /* a lawyer has read the instrument */
	bool verbatim; /* compared letter by letter in the output */
	struct pos pos;
};

struct rule_level {
	struct text code; /* "CITE-01" */
	enum level level;
	bool off;
};

struct profile {
	struct text name; /* "uk-utiac" */
	struct text
	    title; /* "Upper Tribunal (Immigration and Asylum Chamber)" */
	struct text report;   /* path of the report template under templates/ */
	struct text lang;     /* BCP 47: "en-GB" */
	int page_cap;         /* 0: none */
	int page_warn;        /* 0: none */
	bool letter_headings; /* A, B, C ... on first-level headings */
	bool letter_appendices; /* Appendix A; else Appendix 1 */
	ARRAY(struct constant) constants;
	ARRAY(struct rule_level) rules;
	const struct sheet *sheet;
	const struct style *style;
	const struct value *root; /* all of the file: nouns, terms ... */
};

const struct constant *profile_constant(const struct profile *p,
    struct text id);

/* The level of a rule under this profile; `standard` if it says nothing.
 * False: the profile switches the rule off. */
bool profile_level(const struct profile *p, const char *code,
    enum level standard, enum level *out);

#endif
