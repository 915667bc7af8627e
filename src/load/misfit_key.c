#include "base/near.h"
#include "load/misfit.h"

enum { GUESSES = 200 }; /* unknown keys that are looked for among all */

/* The maps below `s` that have this key, one after another. */
struct places {
	struct buf names;
	unsigned n;
};

static void
places_of(struct places *p, const struct schema *s, struct text key,
    struct text path)
{
	for (size_t i = 0; i < s->n; i++) {
		const struct schema_field *f = &s->at[i];
		if (!f->map || text_is(f->key, "*"))
			continue;
		struct text at = f->key;
		if (path.n)
			at = text_fmt(p->names.a, "%.*s.%.*s", TEXT_ARG(path),
			    TEXT_ARG(f->key));
		bool list = f->type == FIELD_MAPS || f->type == FIELD_USES;
		if (schema_find(f->map, key))
			buf_fmt(&p->names, "%s%s%.*s", p->n++ ? " or " : "",
			    list ? "an entry of " : "", TEXT_ARG(at));
		places_of(p, f->map, key, at);
	}
}

/* A key that is right in another place: its line is indented wrongly.  One
 * that has many such places says nothing. */
static bool
hint_place(struct checker *c, struct finding *f, struct text key)
{
	struct places p = {.names.a = c->a};
	bool top = schema_find(c->root, key) != NULL;

	places_of(&p, c->root, key, TEXT(""));
	if (top && p.n == 0)
		finding_hint(c->d, f,
		    "it belongs to the whole file: write it at the left edge");
	else if (!top && p.n > 0 && p.n <= 2)
		finding_hint(c->d, f, "it belongs in %.*s",
		    TEXT_ARG(buf_text(&p.names)));
	else
		return false;
	return true;
}

/* In {title: Smith, John} the comma begins the key "John". */
static bool
after_comma(const struct value *v)
{
	struct text body = v->keypos.src->body;
	size_t end = v->keypos.off + v->keypos.len, from = v->keypos.off;

	while (end < body.n && strchr(" \n\r\t", body.s[end]))
		end++;
	while (from > 0 && strchr(" \n\r\t", body.s[from - 1]))
		from--;
	return v->kind == VALUE_NULL && from > 0 && body.s[from - 1] == ','
	    && end < body.n && strchr(",}", body.s[end]);
}

static void
hint_own(struct checker *c, struct finding *f, const struct schema *here)
{
	if (here == c->root && schema_find(here, TEXT("extra")))
		finding_hint(c->d, f, "keys of your own go under extra:");
	else if (schema_find(here, TEXT("extra")))
		finding_hint(c->d, f,
		    "keys of your own go under extra: in this map");
}

static void
own_key(struct checker *c, const struct spot *map, const struct value *v,
    struct text best)
{
	if (!best.n || value_key(map->v, best))
		return;
	struct finding *f =
	    diag(c->d, c->root->mild ? LEVEL_INFO : LEVEL_WARNING,
		c->root->code ? c->root->code : "CASE-01", v->keypos,
		"a key of your own that reads like another: %.*s",
		TEXT_ARG(v->key));
	finding_hint(c->d, f, "did you mean %.*s?", TEXT_ARG(best));
}

static void
hint_key(struct checker *c, struct finding *f, const struct schema *schema,
    const struct value *v)
{
	struct text best = schema_near(schema, v->key), key;

	if (misfit_run_together(schema, v->key, &key))
		misfit_colon(c, f, v->key, key);
	else if (after_comma(v))
		finding_hint(c->d, f,
		    "put quotes around a value that has a comma in it");
	else if (best.n && near_distance(best, v->key, 1) <= 1)
		finding_hint(c->d, f, "did you mean %.*s?", TEXT_ARG(best));
	else if (hint_place(c, f, v->key))
		return;
	else if (best.n)
		finding_hint(c->d, f, "did you mean %.*s?", TEXT_ARG(best));
	else
		hint_own(c, f, schema);
}

void
misfit_key(struct checker *c, const struct spot *map,
    const struct schema *schema, const struct value *v)
{
	bool guess = c->guessed++ < GUESSES;

	if (!schema_rest(schema)) {
		struct finding *f = misfit(c, "CASE-01", v->keypos,
		    "unknown key: %.*s", TEXT_ARG(v->key));
		if (guess)
			hint_key(c, f, schema, v);
	} else if (guess) {
		own_key(c, map, v, schema_near(schema, v->key));
	}
}

bool
misfit_given(const struct schema *schema, const struct value *map,
    struct text key)
{
	struct text before;
	unsigned n = 0;

	if (value_key(map, key))
		return true;
	for (const struct value *v = map->child; v && n < GUESSES; v = v->next)
		if (!schema_find(schema, v->key) && ++n
		    && (text_eq(schema_near(schema, v->key), key)
			|| (misfit_run_together(schema, v->key, &before)
			    && text_eq(before, key))))
			return true;
	return false;
}

void
misfit_missing(struct checker *c, const struct spot *map,
    const struct schema *schema)
{
	struct buf keys = {.a = c->d->a}, lines = {.a = c->d->a};
	const struct value *v = map->v;
	unsigned n = 0;

	for (size_t i = 0; i < schema->n && !c->root->lax; i++) {
		const struct schema_field *f = &schema->at[i];
		if (!f->needed || misfit_given(schema, v, f->key))
			continue;
		buf_fmt(&keys, "%s%.*s", n++ ? ", " : "", TEXT_ARG(f->key));
		buf_fmt(&lines, "%s%.*s: ...", lines.n ? ", " : "",
		    TEXT_ARG(f->key));
	}
	if (n == 0)
		return;
	struct pos at =
	    v->key.n ? v->keypos : (struct pos){v->pos.src, v->pos.off, 1};
	struct text name = misfit_map_name(c, map);
	struct finding *f = misfit(c, "CASE-02", at,
	    "missing key%s%s%.*s: %.*s", n > 1 ? "s" : "", name.n ? " in " : "",
	    TEXT_ARG(name), TEXT_ARG(buf_text(&keys)));
	finding_hint(c->d, f, "add %.*s", TEXT_ARG(buf_text(&lines)));
}

void
misfit_empty(struct checker *c, const struct value *v)
{
	if (v->kind == VALUE_UNKNOWN)
		misfit(c, "CASE-03", v->keypos, "this must be known: %.*s",
		    TEXT_ARG(v->key));
	else
		misfit(c, "CASE-02", v->keypos,
		    "nothing is written after this key: %.*s",
		    TEXT_ARG(v->key));
}
