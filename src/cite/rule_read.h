/*
 * rule_read.h - between rule.c and the files that read single elements
 */
#ifndef CITE_RULE_READ_H
#define CITE_RULE_READ_H

#include "cite/rule.h"

struct compiler {
	struct arena *a;
	struct rules *rules;
	struct map macros;    /* name -> struct macro */
	struct macro *inside; /* the one that is being read, or NULL */
	unsigned depth;
	struct diag *d;
};

bool attr_get(const struct elem *e, const char *name, struct text *out);
/* From 1, the place of an attribute's value among names; 0: none of them. */
uint8_t attr_pick(const struct elem *e, const char *attr,
    const char *const *names);
struct format format_read(const struct elem *e);
struct format format_over(struct format over, struct format under);
void name_options_read(const struct elem *e, const char *form,
    const char *delimiter, struct name_options *o);
void names_read(struct compiler *c, const struct elem *e, struct rule *r);
void date_read(struct compiler *c, const struct elem *e, struct rule *r);
void branch_read(struct compiler *c, const struct elem *e, struct rule *r);
struct rule *rule_read(struct compiler *c, const struct elem *e);
struct rule *rules_read(struct compiler *c, const struct elem *first);

#endif
