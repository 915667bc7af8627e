/*
 * ref_name.c - names: people in parts, and institutions as they are
 *
 * CSL-JSON writes a list of maps; people also write one map, or one word.
 * Particles that stand inside a family or given name, and names in double
 * quotes, are told apart by cite/ when it needs the parts.  "isInstitution",
 * which some programs add to a family name alone, changes nothing that is
 * printed, and is accepted.
 */
#include "load/reference.h"

/* The words at a key, numbers and all that looks like one included. */
static struct text
words(const struct value *v, const char *key)
{
	const struct value *k = value_at(v, key);

	return k && (k->kind == VALUE_TEXT || k->kind == VALUE_BOOL) ? k->text
								     : TEXT("");
}

/* "Family || Given", as Zotero writes a person in its field for extras; other
 * words are the name of an institution. */
static struct name
name_of_words(struct text t)
{
	size_t bars = text_find(t, 0, TEXT("||"));

	if (bars == t.n)
		return (struct name){.literal = text_trim(t)};
	return (struct name){.family = text_trim(text_sub(t, 0, bars)),
	    .given = text_trim(text_sub(t, bars + 2, t.n))};
}

static struct name
name_of_map(struct ref_reader *r, const struct value *v)
{
	struct name n = {.family = words(v, "family"),
	    .given = words(v, "given"),
	    .suffix = words(v, "suffix"),
	    .dropping = words(v, "dropping-particle"),
	    .nondropping = words(v, "non-dropping-particle"),
	    .literal = words(v, "literal"),
	    .brief = words(v, "short"),
	    .comma_suffix = ref_yes(value_at(v, "comma-suffix")),
	    .static_ordering = ref_yes(value_at(v, "static-ordering"))};

	ref_keys(r, v, &source_name_schema);
	if (!n.literal.n)
		n.literal = words(v, "name");
	if (!n.literal.n)
		n.literal = words(v, "institution");
	return n;
}

static bool
said(const struct name *n)
{
	return n->family.n || n->given.n || n->literal.n || n->dropping.n
	    || n->nondropping.n || n->suffix.n;
}

static bool
read_name(struct ref_reader *r, struct text var, const struct value *v,
    struct name *out)
{
	if (v->kind == VALUE_TEXT || v->kind == VALUE_BOOL)
		*out = name_of_words(v->text);
	else if (v->kind == VALUE_MAP)
		*out = name_of_map(r, v);
	if (said(out))
		return true;
	if (v->kind == VALUE_NULL || v->n == 0)
		return false; /* nothing is lost */
	struct finding *f = diag(r->d, LEVEL_WARNING, "REF-08", v->pos,
	    "a name not understood, so left out of: %.*s", TEXT_ARG(var));
	finding_hint(r->d, f,
	    "write {family: Doe, given: Ann} or {literal: The Institute}");
	return false;
}

void
ref_names(struct ref_reader *r, const struct value *v, struct name_list *list)
{
	ARRAY(struct name) names = {0};
	struct name n = {0};

	for (size_t i = 0; i < list->n; i++)
		array_push(r->a, &names, list->at[i]);
	if (v->kind != VALUE_LIST && read_name(r, list->var, v, &n))
		array_push(r->a, &names, n);
	for (const struct value *k = v->kind == VALUE_LIST ? v->child : NULL; k;
	     k = k->next) {
		n = (struct name){0};
		if (read_name(r, list->var, k, &n))
			array_push(r->a, &names, n);
	}
	list->at = names.at;
	list->n = names.n;
}
