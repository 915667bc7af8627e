#include "load/schema.h"
#include "base/map.h"
#include "base/near.h"

struct checker {
	struct arena *a;
	const struct schema_field *fields;
	size_t n;
	struct diag *d;
};

static const struct schema_field *
field_at(const struct checker *c, struct text path)
{
	for (size_t i = 0; i < c->n; i++)
		if (text_is(path, c->fields[i].path))
			return &c->fields[i];
	return NULL;
}

/* A map whose row is "map.*" takes any key. */
static bool
takes_any(struct checker *c, struct text path)
{
	return field_at(c, text_join(c->a, path, TEXT(".*"))) != NULL;
}

bool
schema_child(struct text path, struct text parent, struct text *key)
{
	if (parent.n) {
		if (!text_starts(path, parent) || path.n <= parent.n + 1
		    || path.s[parent.n] != '.')
			return false;
		path = text_sub(path, parent.n + 1, path.n);
	}
	*key = path;
	return text_findc(path, 0, '.') == path.n
	    && text_findc(path, 0, '[') == path.n;
}

static struct text
join(const struct checker *c, struct text parent, struct text key)
{
	if (!parent.n)
		return key;
	return text_fmt(c->a, "%.*s.%.*s", TEXT_ARG(parent), TEXT_ARG(key));
}

/* The key of this map that `word` was meant to be, or "". */
static struct text
nearest(const struct checker *c, struct text parent, struct text word)
{
	struct near near = near_to(word);
	struct text key;

	for (size_t i = 0; i < c->n; i++)
		if (schema_child(text_of(c->fields[i].path), parent, &key))
			near_offer(&near, key);
	return near.best;
}

static void
unknown_key(struct checker *c, struct text parent, const struct value *v)
{
	struct text best = nearest(c, parent, v->key);
	struct finding *f = diag(c->d, LEVEL_ERROR, "CASE-01", v->keypos,
	    "unknown key: %.*s", TEXT_ARG(v->key));

	if (best.n)
		finding_hint(c->d, f, "did you mean %.*s?", TEXT_ARG(best));
	else if (!parent.n)
		finding_hint(c->d, f, "keys of your own go under extra:");
}

/* There, or there under a name so near that the misspelling is said. */
static bool
given(const struct checker *c, struct text path, const struct value *map,
    struct text key)
{
	if (value_key(map, key))
		return true;
	for (const struct value *v = map->child; v; v = v->next)
		if (text_eq(nearest(c, path, v->key), key)
		    && !field_at(c, join(c, path, v->key)))
			return true;
	return false;
}

/* A required key with nothing behind it. */
static void
check_filled(struct checker *c, const struct value *v)
{
	if (v->kind == VALUE_UNKNOWN)
		diag(c->d, LEVEL_ERROR, "CASE-03", v->keypos,
		    "this must be known: %.*s", TEXT_ARG(v->key));
	else if (v->kind == VALUE_NULL
	    || (v->kind == VALUE_TEXT && text_trim(v->text).n == 0))
		diag(c->d, LEVEL_ERROR, "CASE-02", v->keypos,
		    "nothing is written after this key: %.*s",
		    TEXT_ARG(v->key));
}

/* "subject.name", "an entry of documents": a map, for people. */
static struct text
map_name(struct checker *c, struct text path)
{
	if (text_ends(path, TEXT("[]")))
		return text_fmt(c->a, "this entry of %.*s",
		    TEXT_ARG(text_sub(path, 0, path.n - 2)));
	return path;
}

/* One finding a map, however many keys it lacks. */
static void
missing_keys(struct checker *c, struct text path, const struct value *v)
{
	struct buf keys = {.a = c->d->a}, lines = {.a = c->d->a};
	struct text key;
	unsigned n = 0;

	for (size_t i = 0; i < c->n; i++) {
		const struct schema_field *f = &c->fields[i];
		if (!f->required || !schema_child(text_of(f->path), path, &key)
		    || given(c, path, v, key))
			continue;
		buf_fmt(&keys, "%s%.*s", n++ ? ", " : "", TEXT_ARG(key));
		buf_fmt(&lines, "%s%.*s: ...", lines.n ? ", " : "",
		    TEXT_ARG(key));
	}
	if (n == 0)
		return;
	struct pos at =
	    v->key.n ? v->keypos : (struct pos){v->pos.src, v->pos.off, 1};
	struct text map = map_name(c, path);
	struct finding *f = diag(c->d, LEVEL_ERROR, "CASE-02", at,
	    "missing key%s%s%.*s: %.*s", n > 1 ? "s" : "", map.n ? " in " : "",
	    TEXT_ARG(map), TEXT_ARG(buf_text(&keys)));
	finding_hint(c->d, f, "add %.*s", TEXT_ARG(buf_text(&lines)));
}

/* The path of a field for people: within an entry of a list, its key. */
static struct text
field_name(struct text path)
{
	struct text entry = TEXT("[].");

	for (;;) {
		size_t at = text_find(path, 0, entry);
		if (at == path.n)
			return path;
		path = text_sub(path, at + entry.n, path.n);
	}
}

/* `name`: of the field, or of the list that v stands in. */
static struct finding *
wrong(struct checker *c, struct text name, const struct value *v,
    const char *want)
{
	name = field_name(name);
	if (v->kind < VALUE_LIST && v->text.n)
		return diag(c->d, LEVEL_ERROR, "CASE-03", v->pos,
		    "%.*s must be %s, not: %.*s", TEXT_ARG(name), want,
		    TEXT_ARG(v->text));
	return diag(c->d, LEVEL_ERROR, "CASE-03", v->pos,
	    "%.*s must be %s, not %s", TEXT_ARG(name), want,
	    v->kind == VALUE_LIST      ? "a list"
		: v->kind == VALUE_MAP ? "a map"
				       : value_kind_name(v->kind));
}

bool
date_exists(int y, int m, int d)
{
	static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30,
	    31};
	bool leap = y % 4 == 0 && (y % 100 != 0 || y % 400 == 0);

	return y >= 1 && y <= 9999 && m >= 1 && m <= 12 && d >= 1
	    && d <= days[m - 1] + (m == 2 && leap);
}

bool
date_parse(struct text t, int *y, int *m, int *d)
{
	return t.n == 10 && t.s[4] == '-' && t.s[7] == '-'
	    && text_int(text_sub(t, 0, 4), y) && text_int(text_sub(t, 5, 7), m)
	    && text_int(text_sub(t, 8, 10), d);
}

static void
check_date(struct checker *c, const struct value *v, bool partial)
{
	int y, m = 1, d = 1;
	struct text t = v->text;
	bool shape = date_parse(t, &y, &m, &d);

	if (!shape && partial) {
		shape = t.n == 7 && t.s[4] == '-'
		    && text_int(text_sub(t, 0, 4), &y)
		    && text_int(text_sub(t, 5, 7), &m);
		if (!shape)
			return; /* a year, or words */
	}
	if (shape && date_exists(y, m, d))
		return;
	struct finding *f = diag(c->d, LEVEL_ERROR, "CASE-04", v->pos,
	    shape ? "there is no such day: %.*s" : "not a date: %.*s",
	    TEXT_ARG(t));
	if (!shape)
		finding_hint(c->d, f, "write it as 2026-11-20");
}

static void
check_enum(struct checker *c, const struct value *v,
    const struct schema_field *f)
{
	struct text rest = text_of(f->words), word;
	struct near near = near_to(v->text);

	while (text_split(&rest, '|', &word)) {
		if (text_eq(word, v->text))
			return;
		near_offer(&near, word);
	}
	struct finding *found = diag(c->d, LEVEL_ERROR, "CASE-05", v->pos,
	    "not one of the words allowed: %.*s", TEXT_ARG(v->text));
	if (near.best.n)
		finding_hint(c->d, found, "did you mean %.*s?",
		    TEXT_ARG(near.best));
	struct buf b = {.a = c->a};
	rest = text_of(f->words);
	while (text_split(&rest, '|', &word))
		buf_fmt(&b, "%s%.*s", b.n ? ", " : "", TEXT_ARG(word));
	finding_remark(c->d, found, "allowed", (struct pos){0}, "%.*s",
	    TEXT_ARG(buf_text(&b)));
}

static void
check_texts(struct checker *c, struct text path, struct value *v, bool prose)
{
	struct text name = text_fmt(c->a, "an entry of %.*s", TEXT_ARG(path));

	for (struct value *k = v->child; k; k = k->next) {
		if (k->kind >= VALUE_LIST)
			wrong(c, name, k, "text");
		k->prose = prose;
	}
}

static void
not_a_list(struct checker *c, struct text path, const struct value *v)
{
	struct finding *f = wrong(c, path, v, "a list");

	finding_hint(c->d, f, "each entry on a line of its own, after a dash");
}

static void
check_scalar(struct checker *c, struct text path, struct value *v,
    const struct schema_field *f)
{
	int n;
	bool date = f->type == FIELD_DATE || f->type == FIELD_PARTIAL;

	if (v->kind == VALUE_NULL || v->kind == VALUE_UNKNOWN)
		return; /* said when it is used */
	if (v->kind >= VALUE_LIST) {
		wrong(c, path, v, date ? "a date" : "text");
		return;
	}
	v->prose = f->type == FIELD_PROSE || f->type == FIELD_PROSES;
	if (date)
		check_date(c, v, f->type == FIELD_PARTIAL);
	else if (f->type == FIELD_ENUM)
		check_enum(c, v, f);
	else if (f->type == FIELD_NUMBER && !text_int(v->text, &n))
		wrong(c, path, v, "a number");
	else if (f->type == FIELD_BOOL && v->kind != VALUE_BOOL)
		wrong(c, path, v, "true or false");
}

static void check(struct checker *c, struct text path, struct value *v);

static void
check_map(struct checker *c, struct text path, struct value *v)
{
	missing_keys(c, path, v);
	for (struct value *k = v->child; k; k = k->next) {
		struct text at = join(c, path, k->key);
		if (field_at(c, at))
			check(c, at, k);
		else if (!path.n || !takes_any(c, path))
			unknown_key(c, path, k);
	}
}

/* Two entries of one list may not have the same id. */
static void
check_ids(struct checker *c, const struct value *list)
{
	struct map seen = {0};

	for (const struct value *v = list->child; v; v = v->next) {
		const struct value *id = value_key(v, TEXT("id"));
		if (!id || id->kind != VALUE_TEXT)
			continue;
		struct value *copy = arena_make(c->a, struct value);
		*copy = *id;
		const struct value *old =
		    map_put(c->a, &seen, copy->text, copy);
		if (!old)
			continue;
		struct finding *f = diag(c->d, LEVEL_ERROR, "CASE-06", id->pos,
		    "this id is there twice: %.*s", TEXT_ARG(id->text));
		finding_remark(c->d, f, "first", old->pos, "%s", "");
	}
}

static void
check_list(struct checker *c, struct text path, struct value *v)
{
	struct text each = text_join(c->a, path, TEXT("[]"));
	const struct schema_field *f = field_at(c, each);

	check_ids(c, v);
	for (struct value *k = v->child; k && f; k = k->next)
		check(c, each, k);
}

/* Depth is that of the table, and the YAML reader's limit. */
static void
check(struct checker *c, struct text path, struct value *v)
{
	const struct schema_field *f = field_at(c, path);
	bool absent = v->kind == VALUE_NULL || v->kind == VALUE_UNKNOWN;

	if (f->required)
		check_filled(c, v);
	switch (f->type) {
	case FIELD_MAP:
		if (v->kind == VALUE_MAP)
			check_map(c, path, v);
		else if (!absent)
			wrong(c, map_name(c, path), v, "a map of keys");
		break;
	case FIELD_LIST:
		if (v->kind == VALUE_LIST)
			check_list(c, path, v);
		else if (!absent)
			not_a_list(c, path, v);
		break;
	case FIELD_TEXTS:
		if (v->kind == VALUE_LIST)
			check_texts(c, path, v, false);
		else if (!absent)
			not_a_list(c, path, v);
		break;
	case FIELD_PROSES:
		if (v->kind == VALUE_LIST)
			check_texts(c, path, v, true);
		else
			check_scalar(c, path, v, f);
		break;
	case FIELD_TEXT:
	case FIELD_PROSE:
	case FIELD_DATE:
	case FIELD_PARTIAL:
	case FIELD_NUMBER:
	case FIELD_BOOL:
	case FIELD_ENUM:
		check_scalar(c, path, v, f);
		break;
	case FIELD_USE:
		if (v->kind == VALUE_MAP)
			check_map(c, path, v);
		else if (v->kind != VALUE_TEXT)
			wrong(c, map_name(c, path), v,
			    "an id or a map of keys");
		break;
	case FIELD_ANY:
		break;
	}
}

void
schema_check(struct arena *a, struct value *root,
    const struct schema_field *fields, size_t n, struct diag *d)
{
	struct checker c = {a, fields, n, d};

	if (root->kind == VALUE_MAP)
		check_map(&c, TEXT(""), root);
	else
		diag(d, LEVEL_ERROR, "CASE-03", root->pos,
		    "the file must be a map of keys");
}
