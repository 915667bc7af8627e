/*
 * reference.c - works to cite, from CSL-YAML and CSL-JSON
 *
 * Both are read by the YAML reader, so that every value has its place.  They
 * differ in one way: a YAML file's strings are Markdown (markdown.h), JSON's
 * are CSL's HTML-like markup.  All forms of dates and names are taken from
 * either.  Addresses and numbers of registers are never markup.
 */
#include "load/reference.h"

#include "base/file.h"
#include "load/json.h"
#include "load/markdown.h"
#include "load/read.h"
#include "load/variable.h"
#include "load/yaml.h"

/* No title is so long; with a limit no later stage need have one. */
enum { LONGEST = 64 * 1024 };

bool
ref_yes(const struct value *v)
{
	return v && v->kind != VALUE_NULL && v->text.n
	    && !text_is(v->text, "false") && !text_is(v->text, "no")
	    && !text_is(v->text, "0");
}

static void
unknown_key(struct ref_reader *r, const struct value *v, const char *what,
    struct text best)
{
	struct finding *f = diag(r->d, LEVEL_INFO, "REF-03", v->keypos,
	    "%s: %.*s", what, TEXT_ARG(v->key));

	if (best.n)
		finding_hint(r->d, f, "did you mean %.*s?", TEXT_ARG(best));
}

void
ref_keys(struct ref_reader *r, const struct value *map,
    const struct schema *schema)
{
	for (const struct value *v = map->child; v; v = v->next)
		if (!schema_find(schema, v->key))
			unknown_key(r, v,
			    "no part of a name or date has this key",
			    schema_near(schema, v->key));
}

/* --- strings --- */

static bool
verbatim(struct text var)
{
	static const char *const names[] = {"URL", "DOI", "ISBN", "ISSN",
	    "PMID", "PMCID", "citation-key"};

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (text_is(var, names[i]))
			return true;
	return false;
}

/* Not longer than LONGEST, cut between letters. */
static struct text
bounded(struct ref_reader *r, struct text var, const struct value *v)
{
	size_t n = LONGEST;

	if (v->text.n <= LONGEST)
		return v->text;
	while (n && ((unsigned char)v->text.s[n] & 0xc0) == 0x80)
		n--;
	struct pos at = v->pos;
	at.len = 0;
	diag(r->d, LEVEL_ERROR, "REF-13", at,
	    "more than %d kB of text, so the rest is left out: %.*s",
	    LONGEST / 1024, TEXT_ARG(var));
	return text_sub(v->text, 0, n);
}

void
ref_field(struct ref_reader *r, struct reference *ref, struct text var,
    const struct value *v)
{
	struct field f = {var, bounded(r, var, v), v->pos};

	if (r->markdown && !verbatim(var))
		f.text = markdown_csl(r->a, f.text);
	array_push(r->a, &ref->fields, f);
}

/* A list of words, as tags are often written, is one text with commas. */
static void
add_text(struct ref_reader *r, struct reference *ref, struct text var,
    const struct value *v)
{
	struct buf b = {.a = r->a};
	struct value joined = *v;
	bool flat = v->kind == VALUE_LIST;

	for (const struct value *k = v->child; k; k = k->next) {
		flat = flat && k->kind == VALUE_TEXT;
		buf_fmt(&b, "%s%.*s", b.n ? ", " : "", TEXT_ARG(k->text));
	}
	if (v->kind < VALUE_LIST) {
		ref_field(r, ref, var, v);
	} else if (flat) {
		joined.text = buf_text(&b);
		ref_field(r, ref, var, &joined);
	} else {
		struct finding *f = diag(r->d, LEVEL_WARNING, "REF-11", v->pos,
		    "a text belongs here, so this is left out: %.*s",
		    TEXT_ARG(v->key));
		finding_hint(r->d, f, "not a %s", value_kind_name(v->kind));
	}
}

/* --- an entry --- */

static enum verification
verification_of(const struct value *custom)
{
	struct text state = value_text(custom, "verification");
	const struct value *by = value_at(custom, "verified.by");

	if (by && by->kind == VALUE_TEXT && value_text(custom, "verified.on").n)
		return VERIFY_CHECKED;
	if (text_is(state, "seen"))
		return VERIFY_SEEN;
	if (text_is(state, "uncertain"))
		return VERIFY_UNCERTAIN;
	return VERIFY_KNOWN;
}

static void
add_type(struct ref_reader *r, struct reference *ref, const struct value *v)
{
	if (v->kind != VALUE_TEXT)
		return; /* said by check_type */
	ref->type = v->text;
	ref->typepos = v->pos;
	if (type_known(v->text))
		return;
	struct text best = type_near(v->text);
	struct finding *f = diag(r->d, LEVEL_WARNING, "REF-06", v->pos,
	    "not a type of CSL, so styles treat it as any document: %.*s",
	    TEXT_ARG(v->text));
	if (best.n)
		finding_hint(r->d, f, "did you mean %.*s?", TEXT_ARG(best));
}

static void
check_type(struct ref_reader *r, const struct reference *ref)
{
	if (ref->type.n)
		return;
	struct finding *f = diag(r->d, LEVEL_WARNING, "REF-07", ref->pos,
	    "a reference without a type, so styles treat it as any document: "
	    "%.*s",
	    TEXT_ARG(ref->id));
	finding_hint(r->d, f, "add type: report, legal_case, webpage ...");
}

static void
add_names(struct ref_reader *r, struct reference *ref, struct text var,
    const struct value *v)
{
	struct name_list list = {var, NULL, 0, v->pos};

	ref_names(r, v, &list);
	if (list.n)
		array_push(r->a, &ref->names, list);
}

static void
add_date(struct ref_reader *r, struct reference *ref, struct text var,
    const struct value *v)
{
	struct date d = {.var = var, .pos = v->pos};

	if (ref_date(r, v, &d))
		array_push(r->a, &ref->dates, d);
}

/* Other programs put here what they like. */
static void
add_custom(struct ref_reader *r, struct reference *ref, const struct value *v)
{
	ref->custom = v;
	if (v->kind == VALUE_MAP)
		schema_check(r->a, v, &source_custom_schema, r->d);
}

/* An unknown key's words are kept: a style may have variables of its own. */
static void
add_unknown(struct ref_reader *r, struct reference *ref, const struct value *v)
{
	unknown_key(r, v, "not a variable of CSL 1.0.2", variable_near(v->key));
	if (v->kind < VALUE_LIST)
		ref_field(r, ref, v->key, v);
}

static void
add_variable(struct ref_reader *r, struct reference *ref, const struct value *v)
{
	struct text var;
	enum variable kind = variable_find(v->key, &var);

	if (text_is(var, "id") || text_is(var, "note") || v->kind == VALUE_NULL)
		return;
	if (text_is(var, "type"))
		add_type(r, ref, v);
	else if (text_is(var, "custom"))
		add_custom(r, ref, v);
	else if (kind == VARIABLE_NAMES)
		add_names(r, ref, var, v);
	else if (kind == VARIABLE_DATE)
		add_date(r, ref, var, v);
	else if (kind == VARIABLE_NONE)
		add_unknown(r, ref, v);
	else
		add_text(r, ref, var, v);
}

static void
put(struct arena *a, struct references *into, struct reference *ref,
    struct diag *d)
{
	const struct reference *old = map_put(a, &into->by_id, ref->id, ref);

	array_push(a, &into->all, ref);
	if (!old)
		return;
	struct finding *f = diag(d, LEVEL_WARNING, "REF-02", ref->pos,
	    "this id is there twice, the later one counts: %.*s",
	    TEXT_ARG(ref->id));
	finding_remark(d, f, "first", old->pos, "%s", "");
}

static void
add_entry(struct ref_reader *r, const struct value *entry)
{
	const struct value *id = value_at(entry, "id");
	const struct value *note = value_at(entry, "note");
	struct reference *ref = arena_make(r->a, struct reference);

	if (!id || (id->kind != VALUE_TEXT && id->kind != VALUE_BOOL)
	    || !id->text.n) {
		diag(r->d, LEVEL_ERROR, "REF-01", entry->pos,
		    "a reference needs an id");
		return;
	}
	ref->id = id->text;
	ref->pos = id->pos;
	for (const struct value *v = entry->child; v; v = v->next)
		add_variable(r, ref, v);
	if (note && note->kind == VALUE_TEXT)
		ref_note(r, ref, note);
	else if (note && note->kind != VALUE_NULL)
		add_text(r, ref, TEXT("note"), note);
	check_type(r, ref);
	ref->verification = verification_of(ref->custom);
	put(r->a, r->into, ref, r->d);
}

static void
add_list(struct ref_reader *r, const struct value *list)
{
	if (list->kind != VALUE_LIST) {
		diag(r->d, LEVEL_ERROR, "REF-05", list->pos,
		    "references must be a list, not a %s",
		    value_kind_name(list->kind));
		return;
	}
	for (const struct value *v = list->child; v; v = v->next)
		add_entry(r, v);
}

/* An id that is there twice in `from` was said when that was read. */
void
references_merge(struct arena *a, struct references *into,
    const struct references *from, struct diag *d)
{
	struct diag said = {.a = d->a};

	for (size_t i = 0; from && i < from->all.n; i++) {
		struct reference *ref = from->all.at[i];
		const struct reference *old = reference_at(into, ref->id);
		bool within = old && old->pos.src == ref->pos.src;
		put(a, into, ref, within ? &said : d);
	}
}

void
references_value(struct arena *a, const struct value *list,
    struct references *into, struct diag *d)
{
	struct ref_reader r = {a, into, d, true};

	add_list(&r, list);
}

void
references_read(struct arena *a, const struct source *src, bool json,
    struct references *into, struct diag *d)
{
	struct ref_reader r = {a, into, d, !json};

	const struct value *root =
	    json ? json_read(a, src, d) : yaml_read(a, src, 0, src->body.n, d);
	if (!root)
		return;
	const struct value *list = root;
	if (root->kind == VALUE_MAP) {
		list = value_at(root, "references");
		if (!list)
			list = value_at(root, "items");
	}
	if (list)
		add_list(&r, list);
	else
		diag(d, LEVEL_ERROR, "REF-05", root->pos,
		    "the file has no list of references");
}

/* Lists of works that are written otherwise, by the end of their names. */
static bool
foreign(struct text path, struct pos asked, struct diag *d)
{
	static const char *const ends[] = {".bib", ".bibtex", ".ris", ".enw",
	    ".nbib", ".rdf", ".xml", ".csv"};

	for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++) {
		if (!text_ends(path, text_of(ends[i])))
			continue;
		struct finding *f = diag(d, LEVEL_ERROR, "REF-12", asked,
		    "a list of references of a kind that is not read: %.*s",
		    TEXT_ARG(path));
		finding_hint(d, f,
		    "export it as CSL JSON, Better CSL JSON or Better CSL "
		    "YAML");
		return true;
	}
	return false;
}

void
references_file(struct arena *a, struct text path, struct text name,
    struct pos asked, struct references *into, struct diag *d)
{
	const struct source *src =
	    foreign(name, asked, d) ? NULL : file_read(a, path, name, asked, d);

	if (src)
		references_read(a, src, text_ends(path, TEXT(".json")), into,
		    d);
}
