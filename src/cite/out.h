/*
 * out.h - what a style makes of a cite: a tree of words with their formatting
 *
 * Strings come last: collisions of punctuation, quotation marks that
 * alternate, italics in italics, disambiguation, collapsing and links all need
 * to know which words came from where.
 */
#ifndef CITE_OUT_H
#define CITE_OUT_H

#include "base/uni_case.h"
#include "cite/rule.h"
#include "model/doc.h"
#include "model/reference.h"

enum out_kind {
	OUT_TEXT,
	OUT_GROUP,
	OUT_NODE /* a span of the document, taken over as it is */
};

enum out_tag {
	TAG_NONE,
	TAG_NAMES,   /* all of a cs:names */
	TAG_NAME,    /* one person */
	TAG_PEOPLE,  /* the names of a variable, without their role */
	TAG_INSTEAD, /* what its cs:substitute printed, if no names */
	TAG_DATE,
	TAG_YEAR,
	TAG_LOCATOR,
	TAG_LABEL,  /* of a locator */
	TAG_SUFFIX, /* the year-suffix, or where it would stand */
	TAG_NUMBER, /* citation-number */
	TAG_TITLE,
	TAG_TERM,
	TAG_LINK,  /* text is a URL, or "#label" */
	TAG_NOCASE /* text-case leaves it alone */
};

struct out {
	uint8_t kind, tag;
	bool dressed; /* format and affixes are taken */
	bool own; /* TEXT: of a cite's affix: its marks stay where they are */
	struct format format;
	struct text text;                      /* TEXT; LINK: the target */
	struct text prefix, suffix, delimiter; /* outside of `format` */
	const struct node *node;
	const struct name *name; /* TAG_NAME: whose, in work->names */
	struct out *child, *next, *last;
};

struct out *out_text(struct arena *a, struct text t);
struct out *out_group(struct arena *a);
void out_append(struct out *parent, struct out *child); /* one; may be NULL */
bool out_empty(const struct out *o);                    /* no word in it */

/* Words with CSL's markup and straight quotes, as a group. */
struct out *out_rich(struct arena *a, struct text s);

/* text-case and strip-periods, on the words of a tree. */
void out_case(struct arena *a, struct out *o, enum text_case c,
    enum uni_lang lang);
void out_strip_periods(struct arena *a, struct out *o);

/* An entry: its fields, with the layout's affixes.  second-field-align sets the
 * first field apart; what stands last takes the suffix. */
struct out *out_entry(struct arena *a, const struct area *area,
    struct out *fields);

struct out *out_copy(struct arena *a, const struct out *o); /* all of it */

/* The words alone. */
struct text out_words(struct arena *a, const struct out *o);

#endif
