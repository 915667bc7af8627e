#include "load/bare.h"

#include "base/file.h"
#include "load/csl.h"
#include "load/style.h"

bool
bare_is_path(struct text style)
{
	return text_findc(style, 0, '/') < style.n
	    || text_ends(style, TEXT(".csl"));
}

/* "de-DE" and "de" have the same language. */
static bool
same_language(struct text x, struct text y)
{
	return text_eq(text_sub(x, 0, text_findc(x, 0, '-')),
	    text_sub(y, 0, text_findc(y, 0, '-')));
}

static const struct style *
in_locale(struct arena *a, const struct places *where,
    const struct style *style, struct text locale, struct diag *d)
{
	struct style *s = arena_make(a, struct style);

	s->root = style->root;
	s->note = style->note;
	s->lang = locale;
	csl_locales(a, where, s, d);
	return s;
}

static const struct style *
style_of(struct arena *a, const struct places *where, const struct bare *want,
    struct diag *d)
{
	struct pos asked = {0};
	const struct style *s = bare_is_path(want->style)
	    ? style_file(a, where, want->style, want->locale, asked, d)
	    : style_load(a, where, want->style, want->locale, asked, d);

	if (!s || !want->locale.n)
		return s;
	if (!text_eq(s->lang, want->locale))
		s = in_locale(a, where, s, want->locale, d);
	struct text got =
	    s->locale[0] ? elem_attr(s->locale[0], "xml:lang") : TEXT("");
	if (!same_language(got, want->locale))
		finding_hint(d,
		    diag(d, LEVEL_WARNING, "CSL-04", asked, "no locale: %.*s",
			TEXT_ARG(want->locale)),
		    "the words of en-US stand in for it");
	return s;
}

/* JSON begins with a list or a map in brackets; the exports in YAML do not. */
static bool
looks_like_json(struct text t)
{
	t = text_trim(t);
	return t.n && (t.s[0] == '[' || t.s[0] == '{');
}

static void
read_list(struct arena *a, struct text path, struct references *into,
    struct diag *d)
{
	if (!text_is(path, "-")) {
		references_file(a, path, path, (struct pos){0}, into, d);
		return;
	}
	const struct source *src = file_stdin(a, d);
	if (src)
		references_read(a, src, looks_like_json(src->body), into, d);
}

/* Works that stand in the text's own front matter are cited too. */
static struct template *
read_cites(struct arena *a, struct text path, struct references *into,
    struct diag *d)
{
	const struct source *src = text_is(path, "-")
	    ? file_stdin(a, d)
	    : file_read(a, path, path, (struct pos){0}, d);
	struct template *t = src ? template_of(a, src, d) : NULL;
	const struct value *list =
	    t ? value_key(t->front, TEXT("references")) : NULL;

	if (t)
		t->id = path;
	if (list)
		references_value(a, list, into, d);
	return t;
}

struct bare_loaded
bare_load(struct arena *a, const struct places *where, const struct bare *want,
    struct diag *d)
{
	struct library *lib = arena_make(a, struct library);
	struct kase *kase = arena_make(a, struct kase);
	struct profile *profile = arena_make(a, struct profile);
	struct references *refs = arena_make(a, struct references);
	struct template *cites = NULL;

	for (size_t i = 0; i < want->nrefs; i++)
		read_list(a, want->refs[i], refs, d);
	if (want->cites.n)
		cites = read_cites(a, want->cites, refs, d);
	profile->name = TEXT("bare");
	profile->style = style_of(a, where, want, d);
	profile->lang = profile->style ? profile->style->lang : TEXT("");
	kase->profile = profile->name;
	kase->facts =
	    value_add(a, NULL, TEXT(""), VALUE_MAP, TEXT(""), (struct pos){0});
	lib->references = refs;
	lib->version = where->version;
	map_put(a, &lib->profiles, profile->name, profile);
	if (cites) {
		profile->report = cites->id;
		map_put(a, &lib->templates, cites->id, cites);
	}
	bool ready = profile->style && (cites || !want->cites.n);
	return (struct bare_loaded){ready ? lib : NULL, kase, profile};
}
