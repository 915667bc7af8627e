/*
 * rule.h - a style, made ready: CSL's elements with their attributes read
 *
 * Compiled once from the XML: macros are reached by pointer, variables are
 * small numbers, choices are enums.  Elements and attributes that CSL 1.0.2
 * does not know are passed over.
 */
#ifndef CITE_RULE_H
#define CITE_RULE_H

#include "base/map.h"
#include "cite/term.h"
#include "model/csl.h"

enum rule_kind {
	RULE_VARIABLE, /* <text variable> */
	RULE_MACRO,    /* <text macro> */
	RULE_TERM,     /* <text term> */
	RULE_VALUE,    /* <text value> */
	RULE_NUMBER,
	RULE_LABEL,
	RULE_DATE,
	RULE_NAMES,
	RULE_GROUP,
	RULE_CHOOSE /* children are BRANCHes */,
	RULE_BRANCH,
	RULE_NONE
};

enum text_case {
	CASE_NONE,
	CASE_LOWER,
	CASE_UPPER,
	CASE_FIRST, /* capitalize-first */
	CASE_ALL,   /* capitalize-all */
	CASE_SENTENCE,
	CASE_TITLE
};

enum font_style { STYLE_UNSET, STYLE_NORMAL, STYLE_ITALIC, STYLE_OBLIQUE };
enum font_weight { WEIGHT_UNSET, WEIGHT_NORMAL, WEIGHT_BOLD, WEIGHT_LIGHT };
enum font_variant { VARIANT_UNSET, VARIANT_NORMAL, VARIANT_SMALLCAPS };
enum font_line { LINE_UNSET, LINE_NONE, LINE_UNDER };
enum font_rise { RISE_UNSET, RISE_BASE, RISE_SUP, RISE_SUB };
enum display {
	DISPLAY_UNSET,
	DISPLAY_BLOCK,
	DISPLAY_LEFT,
	DISPLAY_RIGHT,
	DISPLAY_INDENT
};

/* CSL 1.0.2, "Formatting", "Quotes", "Strip Periods", "Text-case", "Display":
 * what is done to the words of an element. */
struct format {
	uint8_t style, weight, variant, line, rise, display, textcase;
	bool quotes, strip_periods;
	bool markup; /* a field's own: italics in italics stand upright */
};

/* Options of names, inherited one by one: cs:style, cs:citation or
 * cs:bibliography, cs:name.  A zero says nothing. */
enum names_and { AND_UNSET, AND_TEXT, AND_SYMBOL };
enum names_precede {
	PRECEDE_UNSET,
	PRECEDE_CONTEXTUAL,
	PRECEDE_AFTER_INVERTED,
	PRECEDE_ALWAYS,
	PRECEDE_NEVER
};
enum names_form { NAMES_UNSET, NAMES_LONG, NAMES_SHORT, NAMES_COUNT };
enum names_order { ORDER_UNSET, ORDER_FIRST, ORDER_ALL };
enum tristate { UNSAID, NO, YES };

struct name_options {
	uint8_t and, precedes_last, precedes_etal, form, order;
	uint8_t initialize, use_last; /* enum tristate */
	bool has_initials, has_separator, has_delimiter, has_between;
	/* etal_first: -1 is a zero that was said, which shows nobody */
	int etal_min, etal_first, etal_later_min, etal_later_first;
	struct text initials;  /* initialize-with */
	struct text separator; /* sort-separator */
	struct text delimiter; /* between the names of a list */
	struct text between;   /* names-delimiter: between lists */
};

struct name_part {
	struct format format;
	struct text prefix, suffix;
	bool given; /* that one is set */
};

enum date_name { DATE_YEAR, DATE_MONTH, DATE_DAY };
enum date_form {
	DATE_UNSET, /* as DATE_LONG; of a day DATE_NUMERIC */
	DATE_LONG,
	DATE_SHORT,
	DATE_NUMERIC,
	DATE_ZEROS, /* numeric-leading-zeros */
	DATE_ORDINAL
};

struct date_part {
	uint8_t name, form;
	struct text range; /* range-delimiter, "" if none is set */
	struct format format;
	struct text prefix, suffix;
};

enum match { MATCH_ALL, MATCH_ANY, MATCH_NONE };
enum test_kind {
	TEST_TYPE,
	TEST_VARIABLE,
	TEST_NUMERIC,
	TEST_UNCERTAIN,
	TEST_LOCATOR,
	TEST_POSITION,
	TEST_DISAMBIGUATE,
	TEST_HOLDS, /* these two: extend.h */
	TEST_HAS_SHORT
};
enum position {
	POSITION_FIRST,
	POSITION_SUBSEQUENT,
	POSITION_IBID,
	POSITION_IBID_LOCATOR,
	POSITION_NEAR_NOTE
};

struct test {
	uint8_t kind;
	uint8_t position;  /* or the value of "disambiguate" */
	int var;           /* or the number of a type */
	struct text value; /* a locator's label; HOLDS: words */
};

/* <names>, with its cs:name, cs:et-al, cs:label and cs:substitute. */
struct names_rule {
	ARRAY(int) vars;
	struct name_options options;
	struct text prefix, suffix; /* of cs:name */
	struct format format;
	struct name_part family, given;
	struct text etal; /* the term, "et-al" */
	struct format etal_format;
	const struct rule *label; /* or NULL */
	bool label_first, has_name, has_etal, has_delimiter;
	bool brief; /* extend.h: institutions by their short form */
	struct rule *substitute;
};

/* CSL 1.0.2, "Date"; a localized one with the locale's parts put in. */
struct date_rule {
	bool localized;
	struct date_part part[3]; /* in the order printed */
	size_t nparts;
	struct text delimiter;
	struct format format; /* the locale's */
};

/* A style has thousands of rules, so that what only a few need is apart. */
struct rule {
	uint8_t kind;        /* enum rule_kind */
	uint8_t form;        /* enum term_form: TERM, LABEL, NAMES' label */
	uint8_t plural;      /* TERM: 1; LABEL: 0 as needed, 1 always, 2 no */
	uint8_t number_form; /* NUMBER: enum number_form */
	bool short_form;     /* VARIABLE: form="short" */
	bool each;           /* extend.h: affixes around each number */
	int link;            /* extend.h: number of a variable + 1, or 0 */
	bool ranged;         /* VARIABLE: its hyphens join ranges of numbers */
	uint8_t match;       /* BRANCH: enum match */
	struct format format;
	int var; /* number of the variable */
	struct text prefix, suffix, delimiter;
	struct text name; /* of the variable, term; the value */
	struct rule *child, *next;
	const struct rule *call;  /* MACRO */
	struct names_rule *names; /* NAMES */
	struct date_rule *date;   /* DATE */
	ARRAY(struct test) tests; /* BRANCH; none: else */
};

struct sort_key {
	int var; /* or -1 */
	const struct rule *macro;
	bool descending;
	struct name_options names; /* names-min, names-use-first ... */
};

/* cs:citation or cs:bibliography. */
struct area {
	bool present;
	struct name_options names; /* those of cs:style below them */
	struct rule layout;        /* its affixes, delimiter, children */
	ARRAY(struct sort_key) sort;
	/* citation; CSL 1.0.2, "Disambiguation", "Cite Grouping" ... */
	bool add_names, add_given, year_suffix;
	struct text given_rule;
	bool initials_only; /* of given_rule */
	struct text collapse, group_delimiter, suffix_delimiter;
	struct text after_delimiter;
	bool has_group, has_suffix_delimiter, has_after;
	int near_distance;
	/* bibliography */
	struct text substitute, substitute_rule;
	bool has_substitute, hanging;
	struct text second_field;
	int line_spacing, entry_spacing;
};

struct rules {
	const struct style *style;
	struct terms *terms;
	struct map vars; /* name -> int: its number */
	ARRAY(struct text) var_names;
	struct map types; /* that the style asks for -> int, from 1 */
	struct area citation, bibliography;
	struct text page_format; /* page-range-format */
	uint8_t demote;          /* 0 never, 1 sort-only, 2 display-and-sort */
	bool initialize_hyphen;  /* initialize-with-hyphen */
	bool asks_ambiguous;     /* tests disambiguate="true" */
	bool undotted;           /* some label of a locator has strip-periods */
	bool year_suffix_placed; /* the style prints it itself */
	/* variables the engine itself looks at */
	int title, title_short, container, container_short, locator, page,
	    page_first, first_note, citation_number, citation_label, suffix,
	    url, doi, edition, language, issued, accessed;
};

struct rules *rules_new(struct arena *a, const struct style *style,
    struct diag *d);

/* The number of a variable, made if new. */
int rules_var(struct arena *a, struct rules *r, struct text name);
bool rules_is_number(const struct rules *r, int var);
int rules_type(const struct rules *r, struct text type); /* 0: not asked for */

/* What `over` says, and below it what `under` says. */
struct name_options name_options_over(const struct name_options *over,
    const struct name_options *under);

enum text_case text_case_of(struct text t);

#endif
