/*
 * extend.h - what our own styles say that CSL 1.0.2 cannot
 *
 * Attributes of the namespace urn:peritus:csl:1 on CSL's own elements.  Other
 * engines pass over them, so a style has to be sane without: a condition is
 * joined to one of CSL's, by match, that falls out as most works need it.
 *
 *   p:holds="VARIABLE WORD..."     on cs:if, cs:else-if: the variable's text
 *       holds one of the words.  ^ before a word: it stands at the start; _ in
 *       a word is a blank.  {DATE} is the year of that date, with no digit
 *       beside it, and only a date of one year; {NAMES} the institution that
 *       is the only name; {TEXT} the words of another variable.  p:holds="title {issued}" is a title that says its
 *       year already, p:holds="number ^A/ ^S/" the symbol of a document of
 *       the United Nations, p:holds="publisher ^{author}" a report's author
 *       who published it.
 *       A variable that holds the word counts as printed (lost.c): the style
 *       knows it, and may print "ECtHR" for the court's full name.
 *   p:has-short="NAMES"            on cs:if, cs:else-if: one of the names has
 *       a short form (the key `short` beside `literal`).
 *   p:institutions="short"         on cs:name: print that form, where there
 *       is one.  CSL's form="short" leaves institutions as they are.
 *   p:affixes="each"               on cs:text of a variable: the affixes stand
 *       around each number of it, "[90]-[92]", "[4], [7]".
 *   p:link="VARIABLE"              on any element that prints: what it prints
 *       is a link to the address that the variable holds.
 *
 * load/csl.c names these attributes p:..., whatever prefix the file chose,
 * and drops those of all other namespaces.
 */
#ifndef CITE_EXTEND_H
#define CITE_EXTEND_H

#include "cite/render.h"
#include "cite/rule_read.h"

/* p:affixes, p:link. */
void extend_read(struct compiler *c, const struct elem *e, struct rule *r);

/* p:holds, p:has-short. */
void extend_tests_read(struct compiler *c, const struct elem *e,
    struct rule *r);
bool extend_test(const struct render *c, const struct test *t);

/* p:affixes="each": v with the rule's affixes around its numbers. */
struct text extend_each(struct arena *a, const struct rule *r, struct text v);

#endif
