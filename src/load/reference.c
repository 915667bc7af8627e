/*
 * reference.c - works to cite, from CSL-YAML and CSL-JSON
 *
 * Both are read by the YAML reader, so that every value has its place.  They
 * differ in two ways (Better BibTeX's translators): a YAML file's strings are
 * Markdown and its dates maps of year, month, day; JSON's strings are CSL's
 * HTML-like markup and its dates date-parts.  Both forms of date are taken
 * from either.
 *
 * Codes: REF-01 an entry without id; REF-02 an id twice; REF-03 an unknown
 * key; REF-04 a date not understood, or a day that does not exist; REF-05 not
 * a list of references; REF-06 an unknown type.
 */
#include "base/file.h"
#include "load/edtf.h"
#include "load/read.h"
#include "load/schema.h"
#include "load/surrogate.h"
#include "load/variable.h"
#include "load/yaml.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

struct reader {
	struct arena *a;
	struct references *into;
	struct diag *d;
	bool markdown; /* strings are Markdown */
};

/* Old names that exports still use. */
static struct text
modern(struct text key)
{
	if (text_is(key, "journalAbbreviation"))
		return TEXT("container-title-short");
	if (text_is(key, "shortTitle"))
		return TEXT("title-short");
	return key;
}

/* --- strings --- */

static const struct {
	struct text mark;
	const char *open, *close;
} marks[] = {
    {TEXT_INIT("**"), "<b>", "</b>"},
    {TEXT_INIT("*"), "<i>", "</i>"},
    {TEXT_INIT("^"), "<sup>", "</sup>"},
    {TEXT_INIT("~"), "<sub>", "</sub>"},
};

static bool
escapable(char c)
{
	return c == '*' || c == '^' || c == '~' || c == '[' || c == ']'
	    || c == '\\' || c == '_' || c == '$' || c == '@' || c == '\''
	    || c == '"';
}

/* One pair of marks at i becomes its element; false when it is not one. */
static bool
pair(struct buf *b, struct text t, size_t *i)
{
	for (size_t k = 0; k < COUNT(marks); k++) {
		struct text m = marks[k].mark;
		if (!text_starts(text_sub(t, *i, t.n), m))
			continue;
		size_t from = *i + m.n, end = text_find(t, from, m);
		if (end == t.n || end == from || t.s[from] == ' ')
			return false;
		buf_fmt(b, "%s%.*s%s", marks[k].open,
		    TEXT_ARG(text_sub(t, from, end)), marks[k].close);
		*i = end + m.n;
		return true;
	}
	return false;
}

/* Better CSL YAML: *i* **b** ^sup^ ~sub~, with backslashes before marks that
 * are meant as they are. */
static struct text
from_markdown(struct arena *a, struct text t)
{
	struct buf b = {.a = a};

	for (size_t i = 0; i < t.n;) {
		if (t.s[i] == '\\' && i + 1 < t.n && escapable(t.s[i + 1])) {
			buf_addc(&b, t.s[i + 1]);
			i += 2;
		} else if (!pair(&b, t, &i)) {
			buf_addc(&b, t.s[i++]);
		}
	}
	return buf_text(&b);
}

static bool
has_markup(struct text t)
{
	for (size_t i = 0; i < t.n; i++)
		if (t.s[i] == '*' || t.s[i] == '^' || t.s[i] == '~'
		    || t.s[i] == '\\')
			return true;
	return false;
}

static void
add_field(struct reader *r, struct reference *ref, struct text var,
    const struct value *v)
{
	struct field f = {var, v->text, v->pos};
	bool address = text_is(var, "URL") || text_is(var, "DOI");

	if (r->markdown && !address && has_markup(f.text))
		f.text = from_markdown(r->a, f.text);
	array_push(r->a, &ref->fields, f);
}

/* --- names --- */

static struct name
read_name(const struct value *v)
{
	struct name n = {.family = value_text(v, "family"),
	    .given = value_text(v, "given"),
	    .suffix = value_text(v, "suffix"),
	    .dropping = value_text(v, "dropping-particle"),
	    .nondropping = value_text(v, "non-dropping-particle"),
	    .literal = value_text(v, "literal"),
	    .brief = value_text(v, "short"),
	    .comma_suffix = value_true(v, "comma-suffix"),
	    .static_ordering = value_true(v, "static-ordering")};

	if (v->kind == VALUE_TEXT)
		n.literal = v->text;
	return n;
}

static void
add_names(struct reader *r, struct reference *ref, const struct value *v)
{
	ARRAY(struct name) names = {0};

	if (v->kind != VALUE_LIST)
		array_push(r->a, &names, read_name(v));
	else
		for (const struct value *k = v->child; k; k = k->next)
			array_push(r->a, &names, read_name(k));
	struct name_list list = {v->key, names.at, names.n, v->pos};
	array_push(r->a, &ref->names, list);
}

/* --- dates --- */

static int
number_of(const struct value *v)
{
	struct text t = v ? v->text : TEXT("");
	bool minus = t.n && t.s[0] == '-';
	int n;

	if (!text_int(text_sub(t, minus, t.n), &n))
		return 0;
	return minus ? -n : n;
}

static int
season_of(const struct value *v)
{
	int n = number_of(v);

	return n > 20 ? n - 20 : n;
}

/* [2024, 3, 1] */
static struct date_point
point_of_list(const struct value *v)
{
	struct date_point p = {0};
	int *const part[] = {&p.year, &p.month, &p.day};
	size_t i = 0;

	for (const struct value *k = v ? v->child : NULL; k && i < 3;
	     k = k->next)
		*part[i++] = number_of(k);
	if (p.month > 12) {
		p.season = p.month > 20 ? p.month - 20 : p.month - 12;
		p.month = 0;
	}
	return p;
}

/* {year: 2024, month: 3, day: 1} */
static struct date_point
point_of_map(const struct value *v)
{
	return (struct date_point){.year = number_of(value_at(v, "year")),
	    .month = number_of(value_at(v, "month")),
	    .day = number_of(value_at(v, "day")),
	    .season = season_of(value_at(v, "season"))};
}

static bool
said_yes(const struct value *v)
{
	return v && !text_is(v->text, "false") && !text_is(v->text, "0")
	    && v->kind != VALUE_NULL;
}

static void
read_date_map(struct date *d, const struct value *v)
{
	const struct value *parts = value_at(v, "date-parts");
	struct text raw = value_text(v, "raw");

	d->circa = said_yes(value_at(v, "circa"));
	d->literal = value_text(v, "literal");
	if (raw.n && !edtf_parse(raw, d))
		d->literal = raw;
	if (parts && parts->child) {
		const struct value *first = parts->child;
		d->from = first->kind == VALUE_LIST ? point_of_list(first)
						    : point_of_list(parts);
		if (first->kind == VALUE_LIST && first->next) {
			d->range = true;
			d->to = point_of_list(first->next);
		}
	} else if (value_at(v, "year")) {
		d->from = point_of_map(v);
	}
	if (!d->from.season)
		d->from.season = season_of(value_at(v, "season"));
}

/* What does not exist is left out: the month, or the day. */
static bool
mend_point(struct date_point *p)
{
	bool month = p->month >= 0 && p->month <= 12;
	/* A year that is not of the calendar counts as a leap year. */
	int year = p->year > 0 && p->year <= 9999 ? p->year : 4;

	if (month && (p->day == 0 || date_exists(year, p->month, p->day)))
		return true;
	p->day = 0;
	p->month = month ? p->month : 0;
	return false;
}

static void
mend_date(struct reader *r, struct date *d, const struct value *v)
{
	bool from = mend_point(&d->from), to = mend_point(&d->to);

	if (!from || !to)
		diag(r->d, LEVEL_WARNING, "REF-04", v->pos,
		    "a day or month that does not exist is left out: %.*s",
		    TEXT_ARG(v->key));
}

static void
add_date(struct reader *r, struct reference *ref, const struct value *v)
{
	struct date d = {.var = v->key, .pos = v->pos};

	if (v->kind == VALUE_MAP) {
		read_date_map(&d, v);
	} else if (v->kind == VALUE_LIST && v->child) {
		read_date_map(&d, v->child);
		if (v->child->next) {
			d.range = true;
			d.to = point_of_map(v->child->next);
		}
	} else if (v->kind == VALUE_TEXT && !edtf_parse(v->text, &d)) {
		struct finding *f = diag(r->d, LEVEL_WARNING, "REF-04", v->pos,
		    "a date not understood, printed as it is: %.*s",
		    TEXT_ARG(v->text));
		finding_hint(r->d, f, "write it as 2026-11-20");
		d.literal = v->text;
	}
	mend_date(r, &d, v);
	array_push(r->a, &ref->dates, d);
}

/* --- 'cheater' lines: "original-date: 1974" in a note --- */

static void
add_note_lines(struct reader *r, struct reference *ref, const struct value *v)
{
	struct text rest = text_trim(v->text), line;
	struct buf kept = {.a = r->a};

	while (text_split(&rest, '\n', &line)) {
		size_t colon = text_findc(line, 0, ':');
		struct text var = text_trim(text_sub(line, 0, colon));
		struct value made = *v;
		made.key = var;
		made.text = text_trim(text_sub(line, colon + 1, line.n));
		made.kind = VALUE_TEXT;
		enum variable kind =
		    colon < line.n ? variable_kind(var) : VARIABLE_NONE;
		if (kind == VARIABLE_DATE)
			add_date(r, ref, &made);
		else if (kind == VARIABLE_TEXT)
			add_field(r, ref, var, &made);
		else
			buf_fmt(&kept, "%s%.*s", kept.n ? "\n" : "",
			    TEXT_ARG(line));
	}
	if (kept.n) {
		struct value note = *v;
		note.text = text_dup(r->a, buf_text(&kept));
		add_field(r, ref, TEXT("note"), &note);
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
unknown_key(struct reader *r, const struct value *v)
{
	struct text best = variable_near(v->key);
	struct finding *f = diag(r->d, LEVEL_INFO, "REF-03", v->keypos,
	    "not a variable of CSL, so no style prints it: %.*s",
	    TEXT_ARG(v->key));

	if (best.n)
		finding_hint(r->d, f, "did you mean %.*s?", TEXT_ARG(best));
}

static void
add_type(struct reader *r, struct reference *ref, const struct value *v)
{
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
add_variable(struct reader *r, struct reference *ref, const struct value *v)
{
	struct text key = modern(v->key);
	enum variable kind = variable_kind(key);

	if (text_is(key, "id") || v->kind == VALUE_NULL)
		return;
	if (text_is(key, "type"))
		add_type(r, ref, v);
	else if (text_is(key, "custom"))
		ref->custom = v;
	else if (kind == VARIABLE_NAMES)
		add_names(r, ref, v);
	else if (kind == VARIABLE_DATE)
		add_date(r, ref, v);
	else if (kind == VARIABLE_NONE || v->kind >= VALUE_LIST)
		unknown_key(r, v);
	else if (text_is(key, "note"))
		add_note_lines(r, ref, v);
	else
		add_field(r, ref, key, v);
}

static void
add_entry(struct reader *r, const struct value *entry)
{
	const struct value *id = value_at(entry, "id");
	struct reference *ref = arena_make(r->a, struct reference);

	if (!id || id->kind != VALUE_TEXT) {
		diag(r->d, LEVEL_ERROR, "REF-01", entry->pos,
		    "a reference needs an id");
		return;
	}
	ref->id = id->text;
	ref->pos = id->pos;
	for (const struct value *v = entry->child; v; v = v->next)
		add_variable(r, ref, v);
	ref->verification = verification_of(ref->custom);
	struct reference *old = map_put(r->a, &r->into->by_id, ref->id, ref);
	array_push(r->a, &r->into->all, ref);
	if (!old)
		return;
	struct finding *f = diag(r->d, LEVEL_WARNING, "REF-02", id->pos,
	    "this id is there twice, the later one counts: %.*s",
	    TEXT_ARG(id->text));
	finding_remark(r->d, f, "first", old->pos, "%s", "");
}

static void
add_list(struct reader *r, const struct value *list)
{
	if (list->kind != VALUE_LIST) {
		diag(r->d, LEVEL_ERROR, "REF-05", list->pos,
		    "references must be a list");
		return;
	}
	for (const struct value *v = list->child; v; v = v->next)
		add_entry(r, v);
}

void
references_value(struct arena *a, const struct value *list,
    struct references *into, struct diag *d)
{
	struct reader r = {a, into, d, true};

	add_list(&r, list);
}

void
references_read(struct arena *a, const struct source *src, bool json,
    struct references *into, struct diag *d)
{
	struct reader r = {a, into, d, !json};

	if (json)
		src = surrogates_join(a, src);
	const struct value *root = yaml_read(a, src, 0, src->body.n, d);
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

void
references_file(struct arena *a, struct text path, struct text name,
    struct pos asked, struct references *into, struct diag *d)
{
	const struct source *src = file_read(a, path, name, asked, d);

	if (src)
		references_read(a, src, text_ends(path, TEXT(".json")), into,
		    d);
}
