#include "base/file.h"
#include "load/bibliography.h"
#include "load/folder.h"
#include "load/ids.h"
#include "load/schema.h"
#include "load/style.h"

/* What is wrong with any value schema_check has said: here it counts as not
 * there. */
static int
number_of(const struct value *root, const char *key)
{
	int n;

	return text_int(value_text(root, key), &n) ? n : 0;
}

static bool
choice(const struct value *root, const char *key, const char *word)
{
	return text_is(value_text(root, key), word);
}

static void
add_constants(struct arena *a, struct profile *p)
{
	const struct value *list = value_at(p->root, "constants");

	for (const struct value *v = list ? list->child : NULL; v;
	     v = v->next) {
		struct constant k = {value_text(v, "id"),
		    text_trim(value_text(v, "text")),
		    value_text(v, "authority"), value_text(v, "as_of"),
		    value_true(v, "verified"), value_true(v, "verbatim"),
		    v->pos};
		array_push(a, &p->constants, k);
	}
}

static void
add_rules(struct arena *a, struct profile *p)
{
	const struct value *map = value_at(p->root, "rules");

	for (const struct value *v = map ? map->child : NULL; v; v = v->next) {
		struct rule_level r = {.code = v->key};
		r.off = text_is(v->text, "off");
		if (r.off || level_of(v->text, &r.level))
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
	if (sheet && sheet->kind == VALUE_TEXT)
		p->sheet = sheet_read(a, w, sheet->text, sheet->pos, d);
	if (style && style->kind == VALUE_TEXT)
		p->style =
		    style_load(a, &places, style->text, p->lang, style->pos, d);
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
	struct value *root = yaml_file(a, path, shown, asked, d);
	if (!root)
		return NULL;
	schema_check(a, root, &profile_schema, d);
	p->root = root;
	p->name = name;
	p->title = value_text(p->root, "title");
	p->report = value_text(p->root, "report");
	p->lang = value_text(p->root, "lang");
	if (!p->lang.n)
		p->lang = TEXT("en-GB");
	p->page_cap = number_of(p->root, "page_cap");
	p->page_warn = number_of(p->root, "page_warn");
	p->letter_headings = choice(p->root, "headings", "letters");
	p->letter_appendices = choice(p->root, "appendices", "letters");
	p->ibid = choice(p->root, "ibid", "loose") ? IBID_LOOSE
	    : choice(p->root, "ibid", "off")       ? IBID_OFF
						   : IBID_STRICT;
	add_constants(a, p);
	add_rules(a, p);
	ids_rules(a, value_at(p->root, "rules"), d);
	bibliography_read(a, value_at(p->root, "bibliography"),
	    &p->bibliography, d);
	add_look(a, w, p, d);
	return p;
}
