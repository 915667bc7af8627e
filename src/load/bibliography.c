#include "load/bibliography.h"

#include "base/near.h"

static struct finding *
fault(struct diag *d, struct pos at, const char *what, struct text word)
{
	return diag(d, LEVEL_ERROR, "PROF-02", at, "%s: %.*s", what,
	    TEXT_ARG(word));
}

/* The words of the list under a key, in `out`; what is none of them
 * schema_check has said. */
static size_t
words_at(struct arena *a, const struct value *map, const char *key,
    struct text **out)
{
	const struct value *list = value_at(map, key);
	size_t n = 0;

	*out = NULL;
	if (!list || list->kind != VALUE_LIST)
		return 0;
	*out = arena_alloc(a, (list->n + 1) * sizeof(**out));
	for (const struct value *v = list->child; v; v = v->next)
		if (v->kind == VALUE_TEXT)
			(*out)[n++] = v->text;
	return n;
}

static void
add_section(struct arena *a, const struct value *v, struct bibliography *into,
    struct diag *d)
{
	struct bib_section s = {.pos = v->pos};

	s.id = value_text(v, "id");
	s.title = value_text(v, "title");
	s.types.n = s.types.cap = words_at(a, v, "types", &s.types.at);
	s.keywords.n = s.keywords.cap =
	    words_at(a, v, "keywords", &s.keywords.at);
	if (v->kind == VALUE_MAP && !value_at(v, "types")
	    && !value_at(v, "keywords"))
		finding_hint(d,
		    fault(d, v->pos, "a section that takes no work", s.id),
		    "name its types or keywords");
	array_push(a, &into->sections, s);
}

static void
add_other(struct arena *a, const struct value *v, struct bibliography *into,
    struct diag *d)
{
	struct bib_section s = {.id = TEXT("other")};

	if (!v || v->kind != VALUE_MAP)
		return;
	s.pos = v->pos;
	s.title = value_text(v, "title");
	if (bibliography_at(into, s.id))
		fault(d, v->pos, "this section is there twice", s.id);
	array_push(a, &into->sections, s);
}

static void
mark_authority(const struct value *v, struct bibliography *into, struct diag *d)
{
	struct near near = near_to(v->text);

	for (size_t i = 0; i < into->sections.n; i++) {
		struct bib_section *s = &into->sections.at[i];
		near_offer(&near, s->id);
		if (!text_eq(s->id, v->text))
			continue;
		s->authorities = true;
		return;
	}
	struct finding *f =
	    fault(d, v->pos, "no section of the bibliography", v->text);
	if (near.best.n)
		finding_hint(d, f, "did you mean %.*s?", TEXT_ARG(near.best));
}

static void
add_authorities(const struct value *v, struct bibliography *into,
    struct diag *d)
{
	const struct value *list = value_at(v, "sections");
	const struct value *passim = value_at(v, "passim");

	for (const struct value *id = list ? list->child : NULL; id;
	     id = id->next)
		if (id->kind == VALUE_TEXT)
			mark_authority(id, into, d);
	if (text_int(value_text(v, "passim"), &into->passim)
	    && into->passim < 1)
		fault(d, passim->pos, "not a number of paragraphs",
		    passim->text);
	into->notes = value_true(v, "notes");
}

/* true, or the words that stand before the paragraphs. */
static void
add_backrefs(const struct value *v, struct bibliography *into)
{
	if (!v)
		return;
	into->cited = v->kind == VALUE_TEXT ? v->text : TEXT("");
	into->backrefs = into->cited.n || text_is(v->text, "true");
}

void
bibliography_read(struct arena *a, const struct value *v,
    struct bibliography *into, struct diag *d)
{
	const struct value *list = value_at(v, "sections");

	for (const struct value *s = list ? list->child : NULL; s; s = s->next)
		add_section(a, s, into, d);
	add_other(a, value_at(v, "other"), into, d);
	add_backrefs(value_at(v, "backrefs"), into);
	add_authorities(value_at(v, "authorities"), into, d);
}
