#include "load/schema.h"

#include "base/map.h"
#include "base/near.h"
#include "load/day.h"
#include "load/misfit.h"

/* --- tables --- */

const struct schema_field *
schema_rest(const struct schema *s)
{
	return s->n && text_is(s->at[s->n - 1].key, "*") ? &s->at[s->n - 1]
							 : NULL;
}

/* From `*from` on and then from the top; *from is moved behind it. */
static const struct schema_field *
search(const struct schema *s, struct text key, size_t *from)
{
	size_t n = s->n - (schema_rest(s) != NULL);

	for (size_t i = *from, left = n; left > 0; left--, i++) {
		if (i >= n)
			i = 0;
		if (!text_eq(key, s->at[i].key))
			continue;
		*from = i + 1;
		return &s->at[i];
	}
	return NULL;
}

const struct schema_field *
schema_find(const struct schema *s, struct text key)
{
	size_t from = 0;

	return search(s, key, &from);
}

struct text
schema_near(const struct schema *s, struct text word)
{
	struct near near = near_to(word);

	for (size_t i = 0; i < s->n; i++)
		if (!text_is(s->at[i].key, "*"))
			near_offer(&near, s->at[i].key);
	return near.best;
}

bool
schema_next_word(struct text *rest, struct text *word)
{
	while (text_split(rest, '|', word))
		if (word->n)
			return true;
	return false;
}

bool
schema_word(const char *words, struct text word)
{
	struct text rest = text_of(words), one;

	while (schema_next_word(&rest, &one))
		if (text_eq(one, word))
			return true;
	return false;
}

/* --- values --- */

static void check_map(struct checker *c, const struct spot *s,
    const struct schema *schema);

/* "20 November 2026" is words, and may stand for a partial date; 20/11/2026 is
 * a day that was written in another way. */
static bool
words(struct text t)
{
	for (size_t i = 0; i < t.n; i++)
		if (!strchr("0123456789/.- ", t.s[i]))
			return true;
	return false;
}

static bool
date_fits(struct text t, bool partial)
{
	struct day d;
	struct day_guess guess;
	struct day_span span;

	if (!partial)
		return day_parse(t, &d) && day_exists(d);
	if (day_parse_partial(t, &d))
		return t.n == 4 || day_span(t, &span);
	struct text plain = misfit_plain(t);
	if (plain.n < t.n && day_parse_partial(plain, &d))
		return false;
	return words(plain) || !day_guess(plain, &guess);
}

static bool
id_fits(struct text t)
{
	for (size_t i = 0; i < t.n; i++)
		if (strchr(" \t\n\"'{}[]()#@,;", t.s[i]))
			return false;
	return misfit_plain(t).n == t.n;
}

/* Whether the kind of a scalar is that of the field. */
static bool
scalar_fits(const struct value *v, enum field_type type)
{
	int n;

	if (v->kind >= VALUE_LIST)
		return false;
	if (type == FIELD_BOOL)
		return v->kind == VALUE_BOOL;
	if (type == FIELD_SWITCH)
		return true;
	if (type == FIELD_NUMBER)
		return text_int(v->text, &n);
	if (type == FIELD_LIMIT)
		return text_is(v->text, "none")
		    || (text_int(v->text, &n) && n > 0);
	return v->kind != VALUE_BOOL;
}

static void
check_scalar(struct checker *c, const struct spot *s, struct value *v,
    const struct schema_field *f)
{
	if (!scalar_fits(v, f->type)) {
		misfit_kind(c, s, f);
		return;
	}
	v->prose = f->type == FIELD_PROSE || f->type == FIELD_PROSES;
	if (f->type == FIELD_DATE && !date_fits(v->text, false))
		misfit_date(c, v, false);
	else if (f->type == FIELD_PARTIAL && !date_fits(v->text, true))
		misfit_date(c, v, true);
	else if ((f->type == FIELD_ENUM || f->type == FIELD_CHOICE)
	    && !schema_word(f->words, v->text))
		misfit_word(c, v, f);
	else if (f->type == FIELD_ID && !id_fits(v->text))
		misfit_id(c, v);
}

/* Texts are texts; of what is not there the one who needs it says so. */
static void
check_texts(struct checker *c, const struct spot *list,
    const struct schema_field *f)
{
	for (struct value *v = list->v->child; v; v = v->next) {
		struct spot s = {list, v, true};
		if (v->kind == VALUE_NULL || v->kind == VALUE_UNKNOWN)
			continue;
		if (v->kind != VALUE_TEXT)
			misfit_kind(c, &s, f);
		else if (f->type == FIELD_WORDS
		    && !schema_word(f->words, v->text))
			misfit_word(c, v, f);
		v->prose = f->type == FIELD_PROSES;
	}
}

/* Two entries of one list may not have the same id. */
static void
check_ids(struct checker *c, const struct value *list)
{
	struct map seen = {0};

	for (struct value *v = list->child; v; v = v->next) {
		const struct value *id = value_key(v, TEXT("id"));
		if (!id || id->kind != VALUE_TEXT)
			continue;
		void **slot = map_slot(c->a, &seen, id->text);
		const struct value *old = *slot;
		if (old)
			misfit_twice(c, id, value_key(old, TEXT("id"))->pos);
		else
			*slot = v;
	}
}

static void
check_maps(struct checker *c, const struct spot *list,
    const struct schema_field *f)
{
	for (struct value *v = list->v->child; v; v = v->next) {
		struct spot s = {list, v, true};
		if (v->kind == VALUE_MAP)
			check_map(c, &s, f->map);
		else if (f->type == FIELD_MAPS || v->kind != VALUE_TEXT)
			misfit_kind(c, &s, f);
	}
	if (f->type == FIELD_MAPS && schema_find(f->map, TEXT("id")))
		check_ids(c, list->v);
}

/* Depth is that of the tables. */
static void
check(struct checker *c, const struct spot *s, struct value *v,
    const struct schema_field *f)
{
	bool list = v->kind == VALUE_LIST;

	if (v->kind == VALUE_NULL || v->kind == VALUE_UNKNOWN
	    || (v->kind == VALUE_TEXT && f->needed
		&& text_trim(v->text).n == 0)) {
		if (f->needed && !c->root->lax)
			misfit_empty(c, v);
		return;
	}
	switch (f->type) {
	case FIELD_MAP:
		if (v->kind == VALUE_MAP)
			check_map(c, s, f->map);
		else
			misfit_kind(c, s, f);
		break;
	case FIELD_MAPS:
	case FIELD_USES:
		if (list)
			check_maps(c, s, f);
		else
			misfit_kind(c, s, f);
		break;
	case FIELD_TEXTS:
	case FIELD_WORDS:
	case FIELD_PROSES:
		if (list)
			check_texts(c, s, f);
		else if (f->type == FIELD_PROSES)
			check_scalar(c, s, v, f);
		else
			misfit_kind(c, s, f);
		break;
	case FIELD_CHOICE:
		if (v->kind == VALUE_MAP)
			check_map(c, s, f->map);
		else
			check_scalar(c, s, v, f);
		break;
	case FIELD_TEXT:
	case FIELD_ID:
	case FIELD_PROSE:
	case FIELD_DATE:
	case FIELD_PARTIAL:
	case FIELD_NUMBER:
	case FIELD_LIMIT:
	case FIELD_BOOL:
	case FIELD_SWITCH:
	case FIELD_ENUM:
	case FIELD_LENGTH:
	case FIELD_COLOUR:
		check_scalar(c, s, v, f);
		break;
	case FIELD_PAPER: /* and below: by the file's own reader */
	case FIELD_RICH:
	case FIELD_NAMES:
	case FIELD_WHEN:
	case FIELD_KEYS:
	case FIELD_ANY:
		break;
	}
}

/* A key that the table does not have is said, and what stands behind it is not
 * looked into. */
static void
check_map(struct checker *c, const struct spot *s, const struct schema *schema)
{
	size_t from = 0;

	misfit_missing(c, s, schema);
	for (struct value *v = s->v->child; v; v = v->next) {
		const struct schema_field *f = search(schema, v->key, &from);
		struct spot below = {s, v, false};
		if (!f) {
			misfit_key(c, s, schema, v);
			f = schema_rest(schema);
		}
		if (f)
			check(c, &below, v, f);
	}
}

void
schema_check(struct arena *a, const struct value *root,
    const struct schema *schema, struct diag *d)
{
	struct checker c = {a, schema, d, 0};
	struct spot s = {NULL, root, false};

	if (root->kind == VALUE_MAP)
		check_map(&c, &s, schema);
	else
		diag(d, schema->mild ? LEVEL_WARNING : LEVEL_ERROR,
		    schema->code ? schema->code : "CASE-03", root->pos,
		    "the file must be a map of keys");
}
