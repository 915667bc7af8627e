#include "base/file.h"
#include "load/bibliography.h"
#include "load/folder.h"
#include "load/style.h"

static void
bad(struct diag *d, const struct value *v, const char *what)
{
	diag(d, LEVEL_ERROR, "PROF-02", v->pos, "%s: %.*s", what,
	    TEXT_ARG(v->text.n ? v->text : v->key));
}

/* none, or a number. */
static int
number_of(const struct value *root, const char *key, struct diag *d)
{
	const struct value *v = value_at(root, key);
	int n;

	if (!v || v->kind == VALUE_NULL || text_is(v->text, "none"))
		return 0;
	if (text_int(v->text, &n) && n > 0)
		return n;
	bad(d, v, "a number of pages, or none");
	return 0;
}

static bool
choice(const struct value *root, const char *key, const char *yes,
    const char *no, struct diag *d)
{
	const struct value *v = value_at(root, key);

	if (!v || text_is(v->text, no))
		return false;
	if (text_is(v->text, yes))
		return true;
	struct finding *f = diag(d, LEVEL_ERROR, "PROF-02", v->pos,
	    "not a choice for %s: %.*s", key, TEXT_ARG(v->text));
	finding_hint(d, f, "%s or %s", yes, no);
	return false;
}

static void
add_constants(struct arena *a, struct profile *p, struct diag *d)
{
	const struct value *list = value_at(p->root, "constants");

	for (const struct value *v = list ? list->child : NULL; v;
	     v = v->next) {
		struct constant k = {value_text(v, "id"),
		    text_trim(value_text(v, "text")),
		    value_text(v, "authority"), value_text(v, "as_of"),
		    value_true(v, "verified"), value_true(v, "verbatim"),
		    v->pos};
		if (!k.id.n || !k.text.n || !k.authority.n)
			diag(d, LEVEL_ERROR, "PROF-02", v->pos,
			    "a constant needs id, text and authority: %.*s",
			    TEXT_ARG(k.id));
		array_push(a, &p->constants, k);
	}
}

static void
add_rules(struct arena *a, struct profile *p, struct diag *d)
{
	const struct value *map = value_at(p->root, "rules");

	for (const struct value *v = map ? map->child : NULL; v; v = v->next) {
		struct rule_level r = {.code = v->key};
		r.off = text_is(v->text, "off");
		if (!r.off && !level_of(v->text, &r.level))
			bad(d, v, "block, error, warning, info or off");
		array_push(a, &p->rules, r);
	}
}

static void
add_look(struct arena *a, const struct where *w, struct profile *p,
    struct diag *d)
{
	const struct value *sheet = value_at(p->root, "sheet");
	const struct value *style = value_at(p->root, "style");
	struct places places = *w->places;

	places.root = w->root;
	if (sheet)
		p->sheet = sheet_read(a, w, sheet->text, sheet->pos, d);
	if (style)
		p->style =
		    style_load(a, &places, style->text, p->lang, style->pos, d);
	if (!sheet || !style)
		diag(d, LEVEL_ERROR, "PROF-02", p->root->pos,
		    "a profile needs sheet and style: %.*s", TEXT_ARG(p->name));
}

static enum ibid_policy
ibid_of(const struct value *v, struct diag *d)
{
	if (!v || text_is(v->text, "strict"))
		return IBID_STRICT;
	if (text_is(v->text, "loose"))
		return IBID_LOOSE;
	if (text_is(v->text, "off"))
		return IBID_OFF;
	struct finding *f = diag(d, LEVEL_ERROR, "PROF-02", v->pos,
	    "not a choice for ibid: %.*s", TEXT_ARG(v->text));
	finding_hint(d, f, "strict, loose or off");
	return IBID_STRICT;
}

struct profile *
profile_read(struct arena *a, const struct where *w, struct text name,
    struct pos asked, struct diag *d)
{
	struct profile *p = arena_make(a, struct profile);
	struct text shown =
	    text_fmt(a, "templates/profiles/%.*s.yaml", TEXT_ARG(name));
	struct text path = folder_below(a, w->root, shown, asked, d);

	if (!path.n)
		return NULL;
	if (!file_exists(a, path)) {
		folder_lacks(a, path_folder(path), "profile", "PROF-01", name,
		    asked, d);
		return NULL;
	}
	p->root = yaml_file(a, path, shown, asked, d);
	if (!p->root)
		return NULL;
	p->name = name;
	p->title = value_text(p->root, "title");
	p->report = value_text(p->root, "report");
	p->lang = value_text(p->root, "lang");
	if (!p->lang.n)
		p->lang = TEXT("en-GB");
	p->page_cap = number_of(p->root, "page_cap", d);
	p->page_warn = number_of(p->root, "page_warn", d);
	p->letter_headings = choice(p->root, "headings", "letters", "none", d);
	p->letter_appendices =
	    choice(p->root, "appendices", "letters", "numbers", d);
	p->ibid = ibid_of(value_at(p->root, "ibid"), d);
	add_constants(a, p, d);
	add_rules(a, p, d);
	bibliography_read(a, value_at(p->root, "bibliography"),
	    &p->bibliography, d);
	add_look(a, w, p, d);
	return p;
}
