#include "load/bibliography.h"

#include "base/near.h"
#include "load/variable.h"

static struct finding *
fault(struct diag *d, struct pos at, const char *what, struct text word)
{
	return diag(d, LEVEL_ERROR, "PROF-02", at, "%s: %.*s", what,
	    TEXT_ARG(word));
}

static void
suggest(struct diag *d, struct finding *f, const struct near *near)
{
	if (near->best.n)
		finding_hint(d, f, "did you mean %.*s?", TEXT_ARG(near->best));
}

/* Keys of a map, separated by |; a word that is none of them is a slip. */
static void
known_keys(const struct value *map, const char *keys, struct diag *d)
{
	for (const struct value *v = map->child; v; v = v->next) {
		struct text rest = text_of(keys), key;
		struct near near = near_to(v->key);
		bool known = false;
		while (!known && text_split(&rest, '|', &key)) {
			known = text_eq(key, v->key);
			near_offer(&near, key);
		}
		if (!known)
			suggest(d,
			    fault(d, v->keypos, "not a key of the bibliography",
				v->key),
			    &near);
	}
}

static const char *
kind_words(enum value_kind kind)
{
	return kind == VALUE_MAP    ? "a map"
	    : kind == VALUE_LIST    ? "a list"
	    : kind == VALUE_BOOL    ? "true or false"
	    : kind == VALUE_UNKNOWN ? "unknown"
				    : "a text";
}

/* Whether v is there and of this kind; says so if it is of another one. */
static bool
of_kind(const struct value *v, enum value_kind kind, struct diag *d)
{
	if (!v || v->kind == VALUE_NULL)
		return false;
	if (v->kind == kind)
		return true;
	struct text word = v->key.n ? v->key : v->text;
	diag(d, LEVEL_ERROR, "PROF-02", v->pos, "%s must be %s, not %s%s%.*s",
	    v->key.n ? "this key" : "each of a list", kind_words(kind),
	    kind_words(v->kind), word.n ? ": " : "", TEXT_ARG(word));
	return false;
}

static bool
truth_at(const struct value *map, const char *key, struct diag *d)
{
	const struct value *v = value_at(map, key);

	return of_kind(v, VALUE_BOOL, d) && value_true(map, key);
}

/* The words of the list under a key, in `out`. */
static size_t
words_at(struct arena *a, const struct value *map, const char *key,
    struct text **out, struct diag *d)
{
	const struct value *list = value_at(map, key);
	size_t n = 0;

	*out = NULL;
	if (!of_kind(list, VALUE_LIST, d))
		return 0;
	*out = arena_alloc(a, (list->n + 1) * sizeof(**out));
	for (const struct value *v = list->child; v; v = v->next)
		if (of_kind(v, VALUE_TEXT, d))
			(*out)[n++] = v->text;
	return n;
}

static void
known_types(const struct value *section, struct diag *d)
{
	const struct value *list = value_at(section, "types");

	for (const struct value *v = list ? list->child : NULL; v;
	     v = v->next) {
		if (v->kind != VALUE_TEXT || type_known(v->text))
			continue;
		struct near near = {.best = type_near(v->text)};
		suggest(d, fault(d, v->pos, "not a type of CSL", v->text),
		    &near);
	}
}

static void
add_section(struct arena *a, const struct value *v, struct bibliography *into,
    struct diag *d)
{
	struct bib_section s = {.pos = v->pos};

	if (!of_kind(v, VALUE_MAP, d))
		return;
	known_keys(v, "id|title|types|keywords", d);
	s.id = value_text(v, "id");
	s.title = value_text(v, "title");
	s.types.n = s.types.cap = words_at(a, v, "types", &s.types.at, d);
	s.keywords.n = s.keywords.cap =
	    words_at(a, v, "keywords", &s.keywords.at, d);
	known_types(v, d);
	if (!s.id.n)
		fault(d, v->pos, "a section of the bibliography needs an id",
		    s.title);
	else if (!s.title.n)
		fault(d, v->pos, "a section of the bibliography needs a title",
		    s.id);
	if (!value_at(v, "types") && !value_at(v, "keywords"))
		finding_hint(d,
		    fault(d, v->pos, "a section that takes no work", s.id),
		    "name its types or keywords");
	const struct bib_section *old =
	    s.id.n ? bibliography_at(into, s.id) : NULL;
	if (old)
		finding_remark(d,
		    fault(d, value_at(v, "id")->pos,
			"this section is there twice", s.id),
		    "first", old->pos, "%s", "");
	array_push(a, &into->sections, s);
}

static void
add_other(struct arena *a, const struct value *v, struct bibliography *into,
    struct diag *d)
{
	struct bib_section s = {.id = TEXT("other")};

	if (!of_kind(v, VALUE_MAP, d))
		return;
	known_keys(v, "title", d);
	s.pos = v->pos;
	s.title = value_text(v, "title");
	if (!s.title.n)
		fault(d, v->pos, "a section of the bibliography needs a title",
		    s.id);
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
	suggest(d, fault(d, v->pos, "no section of the bibliography", v->text),
	    &near);
}

static void
add_authorities(const struct value *v, struct bibliography *into,
    struct diag *d)
{
	if (!of_kind(v, VALUE_MAP, d))
		return;
	known_keys(v, "sections|passim|notes", d);
	const struct value *list = value_at(v, "sections");
	const struct value *passim = value_at(v, "passim");
	if (of_kind(list, VALUE_LIST, d))
		for (const struct value *id = list->child; id; id = id->next)
			if (of_kind(id, VALUE_TEXT, d))
				mark_authority(id, into, d);
	if (of_kind(passim, VALUE_TEXT, d)
	    && (!text_int(passim->text, &into->passim) || into->passim < 1))
		fault(d, passim->pos, "not a number of paragraphs",
		    passim->text);
	into->notes = truth_at(v, "notes", d);
}

/* true, or the words that stand before the paragraphs. */
static void
add_backrefs(const struct value *v, struct bibliography *into, struct diag *d)
{
	if (v && v->kind == VALUE_TEXT) {
		into->cited = v->text;
		into->backrefs = true;
	} else if (of_kind(v, VALUE_BOOL, d)) {
		into->backrefs = text_is(v->text, "true");
	}
}

void
bibliography_read(struct arena *a, const struct value *v,
    struct bibliography *into, struct diag *d)
{
	if (!of_kind(v, VALUE_MAP, d))
		return;
	known_keys(v, "sections|other|backrefs|authorities", d);
	const struct value *list = value_at(v, "sections");
	if (of_kind(list, VALUE_LIST, d))
		for (const struct value *s = list->child; s; s = s->next)
			add_section(a, s, into, d);
	add_other(a, value_at(v, "other"), into, d);
	add_backrefs(value_at(v, "backrefs"), into, d);
	add_authorities(value_at(v, "authorities"), into, d);
}
