/*
 * sheet.c - the look, from YAML
 *
 * Fields are rows of two tables: lengths and texts of the sheet, and kinds of
 * type, each of which begins as `body`.
 */
#include <stddef.h>

#include "base/file.h"
#include "load/folder.h"
#include "load/length.h"
#include "load/schema.h"

/* Digits with an optional decimal fraction, then a unit.  Integers only: a
 * thousandth of a unit is all the precision there is. */
bool
length_parse(struct text t, mpt *out)
{
	static const struct {
		const char *unit;
		int64_t num, den; /* thousandths of the unit to mpt */
	} units[] = {{"pt", 1, 1}, {"", 1, 1}, {"in", 72, 1},
	    {"mm", 3600, 1270}, {"cm", 36000, 1270}};
	int64_t v = 0;
	size_t i = 0, digits = 0, scale = 0;

	for (; i < t.n && t.s[i] >= '0' && t.s[i] <= '9' && digits < 6; i++)
		v = v * 10 + (t.s[i] - '0'), digits++;
	if (i < t.n && t.s[i] == '.' && digits)
		for (i++; i < t.n && t.s[i] >= '0' && t.s[i] <= '9'; i++)
			if (scale < 3)
				v = v * 10 + (t.s[i] - '0'), scale++;
	for (; scale < 3; scale++)
		v *= 10;
	struct text unit = text_trim(text_sub(t, i, t.n));
	for (size_t k = 0; digits && k < sizeof(units) / sizeof(*units); k++) {
		if (!text_is(unit, units[k].unit))
			continue;
		v = (v * units[k].num + units[k].den / 2) / units[k].den;
		if (v > PT(10000))
			return false;
		*out = (mpt)v;
		return true;
	}
	return false;
}

struct length_row {
	const char *path;
	size_t at;
};

static const struct length_row lengths[] = {
    {"margins.top", offsetof(struct sheet, top)},
    {"margins.bottom", offsetof(struct sheet, bottom)},
    {"margins.left", offsetof(struct sheet, inner)},
    {"margins.right", offsetof(struct sheet, outer)},
    {"head", offsetof(struct sheet, head)},
    {"foot", offsetof(struct sheet, foot)},
    {"gutter", offsetof(struct sheet, gutter)},
    {"indent", offsetof(struct sheet, indent)},
    {"note_gap", offsetof(struct sheet, note_gap)},
    {"note_rule", offsetof(struct sheet, note_rule)},
    {"rule", offsetof(struct sheet, rule)},
};

static const struct length_row texts[] = {
    {"hyphenation", offsetof(struct sheet, hyphenation)},
    {"running.left", offsetof(struct sheet, running_left)},
    {"running.right", offsetof(struct sheet, running_right)},
    {"foot_line.left", offsetof(struct sheet, foot_left)},
    {"foot_line.centre", offsetof(struct sheet, foot_centre)},
    {"foot_line.right", offsetof(struct sheet, foot_right)},
};

static const char *const kinds[TYPE_NAMES] = {"body", "h1", "h2", "h3", "h4",
    "title", "subtitle", "cover", "quote", "note", "table", "table_head",
    "caption", "contents_1", "contents_2", "running", "bib", "code"};

static const struct {
	const char *name;
	unsigned flag;
} flags[] = {{"bold", TYPE_BOLD}, {"italic", TYPE_ITALIC},
    {"smallcaps", TYPE_SMALLCAPS}, {"upper", TYPE_UPPER},
    {"ragged", TYPE_RAGGED}, {"centred", TYPE_CENTRED},
    {"oldstyle", TYPE_OLDSTYLE}, {"tabular", TYPE_TABULAR}};

static void
not_a_length(struct diag *d, const struct value *v)
{
	struct finding *f = diag(d, LEVEL_ERROR, "SHEET-03", v->pos,
	    "not a length: %.*s", TEXT_ARG(v->text));
	finding_hint(d, f, "a number with pt, mm, cm or in");
}

static void
set_length(struct diag *d, const struct value *v, mpt *out)
{
	if (v && v->kind == VALUE_TEXT && !length_parse(v->text, out))
		not_a_length(d, v);
}

static void
set_paper(struct diag *d, const struct value *v, struct sheet *s)
{
	s->width = 595276, s->height = 841890;
	if (!v || text_is(v->text, "a4"))
		return;
	if (text_is(v->text, "letter")) {
		s->width = PT(612), s->height = PT(792);
	} else if (v->kind == VALUE_LIST && v->n == 2) {
		set_length(d, v->child, &s->width);
		set_length(d, v->child->next, &s->height);
	} else {
		struct finding *f = diag(d, LEVEL_ERROR, "SHEET-02", v->pos,
		    "not a paper: %.*s", TEXT_ARG(v->text));
		finding_hint(d, f, "a4, letter or [width, height]");
	}
}

static int
hex(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

static void
set_colour(struct diag *d, const struct value *v, uint32_t *out)
{
	uint32_t c = 0;
	bool ok = v->text.n == 6;

	for (size_t i = 0; ok && i < 6; i++) {
		ok = hex(v->text.s[i]) >= 0;
		c = c << 4 | (uint32_t)(ok ? hex(v->text.s[i]) : 0);
	}
	if (ok)
		*out = c;
	else if (v->kind == VALUE_TEXT)
		diag(d, LEVEL_ERROR, "SHEET-02", v->pos,
		    "a colour is six hexadecimal digits: %.*s",
		    TEXT_ARG(v->text));
}

static void
set_flag(struct type *t, const struct value *v)
{
	for (size_t i = 0; i < sizeof(flags) / sizeof(flags[0]); i++) {
		if (!text_is(v->key, flags[i].name))
			continue;
		t->flags &= ~flags[i].flag;
		if (text_is(v->text, "true"))
			t->flags |= flags[i].flag;
	}
}

static void
set_type(struct diag *d, const struct value *map, struct type *t)
{
	for (const struct value *v = map ? map->child : NULL; v; v = v->next) {
		if (text_is(v->key, "family"))
			t->family = v->text;
		else if (text_is(v->key, "size"))
			set_length(d, v, &t->size);
		else if (text_is(v->key, "leading"))
			set_length(d, v, &t->leading);
		else if (text_is(v->key, "before"))
			set_length(d, v, &t->before);
		else if (text_is(v->key, "after"))
			set_length(d, v, &t->after);
		else if (text_is(v->key, "colour"))
			set_colour(d, v, &t->colour);
		else
			set_flag(t, v);
	}
	if (t->size <= 0 || t->leading <= 0)
		diag(d, LEVEL_ERROR, "SHEET-02",
		    map ? map->pos : (struct pos){0},
		    "a kind of type needs size and leading above zero");
}

static void
set_types(struct diag *d, const struct value *map, struct sheet *s)
{
	s->type[TYPE_BODY] = (struct type){.family = TEXT("serif"),
	    .size = PT(11),
	    .leading = PT(15),
	    .after = PT(6)};
	set_type(d, value_key(map, TEXT("body")), &s->type[TYPE_BODY]);
	struct type plain = s->type[TYPE_BODY];
	plain.before = plain.after = 0;
	for (size_t i = 1; i < TYPE_NAMES; i++) {
		s->type[i] = plain;
		set_type(d, value_key(map, text_of(kinds[i])), &s->type[i]);
	}
}

/* What is left between the margins must hold a line. */
static void
check_room(struct diag *d, const struct value *root, const struct sheet *s)
{
	int64_t w = (int64_t)s->width - s->inner - s->outer;
	int64_t h = (int64_t)s->height - s->top - s->bottom;

	if (w < PT(72) || h < PT(72))
		diag(d, LEVEL_ERROR, "SHEET-02", root->pos,
		    "the margins leave less than an inch for the text");
}

struct sheet *
sheet_read(struct arena *a, const struct where *w, struct text name,
    struct pos asked, struct diag *d)
{
	struct sheet *s = arena_make(a, struct sheet);
	struct text shown =
	    text_fmt(a, "templates/sheets/%.*s.yaml", TEXT_ARG(name));
	struct text path = folder_below(a, w->root, shown, asked, d);
	int depth = 2;

	if (!path.n)
		return NULL;
	if (!file_exists(a, path)) {
		folder_lacks(a, path_folder(path), "sheet", "SHEET-01", name,
		    asked, d);
		return NULL;
	}
	struct value *root = yaml_file(a, path, shown, asked, d);
	if (!root)
		return NULL;
	s->name = name;
	schema_check(a, root, &sheet_schema, d);
	set_paper(d, value_at(root, "paper"), s);
	for (size_t i = 0; i < sizeof(lengths) / sizeof(lengths[0]); i++)
		set_length(d, value_at(root, lengths[i].path),
		    (mpt *)(void *)((char *)s + lengths[i].at));
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		*(struct text *)(void *)((char *)s + texts[i].at) =
		    value_text(root, texts[i].path);
	text_int(value_text(root, "contents_depth"), &depth);
	s->contents_depth = (unsigned)depth;
	s->head_rule = value_true(root, "head_rule");
	set_types(d, value_at(root, "type"), s);
	check_room(d, root, s);
	return s;
}
