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

/* A part of the list of sources: works of one of these types of CSL, or with
 * one of these words in their variable `keyword`. */
struct bib_section {
	struct text id, title; /* "cases", "Cases and decisions" */
	ARRAY(struct text) types, keywords;
	bool authorities; /* it is in the table of authorities */
	struct pos pos;
};

/* A work belongs to the first section that takes it, and to the last one when
 * none does, so that no work is ever left out. */
struct bibliography {
	ARRAY(struct bib_section) sections; /* as printed; none: one list */
	bool backrefs;     /* entries name the paragraphs that cite them */
	struct text cited; /* ... after these words, "cited in", or "" */
	bool notes;        /* the table of authorities names notes too */
	int passim; /* cited in more paragraphs than these; 0: never said */
};

/* When a work that is cited again is "ibid" in a note style. */
enum ibid_policy {
	IBID_STRICT, /* the note before has this one cite and says no more */
	IBID_LOOSE,  /* as CSL 1.0.2 has it */
	IBID_OFF
};

struct profile {
	struct text name; /* "uk-utiac" */
	struct text
	    title; /* "Upper Tribunal (Immigration and Asylum Chamber)" */
	struct text report; /* path of the report template under templates/ */
	struct text lang;   /* BCP 47: "en-GB" */
	int page_cap;       /* 0: none */
	int page_warn;      /* 0: none */
	enum ibid_policy ibid;  /* `ibid: strict | loose | off` */
	bool letter_headings;   /* A, B, C ... on first-level headings */
	bool letter_appendices; /* Appendix A; else Appendix 1 */
	ARRAY(struct constant) constants;
	ARRAY(struct rule_level) rules;
	struct bibliography bibliography;
	const struct sheet *sheet;
	const struct style *style;
	const struct value *root; /* all of the file: nouns, terms ... */
};

/* The section of this id, or NULL. */
const struct bib_section *bibliography_at(const struct bibliography *b,
    struct text id);

const struct constant *profile_constant(const struct profile *p,
    struct text id);

/* The level of a rule under this profile; `standard` if it says nothing.
 * False: the profile switches the rule off. */
bool profile_level(const struct profile *p, const char *code,
    enum level standard, enum level *out);

#endif
