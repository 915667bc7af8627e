#include "model/value.h"

static const char *const names[] = {"null", "boolean", "text", "unknown",
    "list", "map"};

const char *
value_kind_name(enum value_kind kind)
{
	return names[kind];
}

void
value_append(struct value *parent, struct value *v)
{
	if (parent->last)
		parent->last->next = v;
	else
		parent->child = v;
	parent->last = v;
	parent->n++;
}

struct value *
value_add(struct arena *a, struct value *parent, struct text key,
    enum value_kind kind, struct text text, struct pos pos)
{
	struct value *v = arena_make(a, struct value);

	v->kind = kind;
	v->pos = pos;
	v->key = key;
	v->text = text;
	if (parent)
		value_append(parent, v);
	return v;
}

const struct value *
value_key(const struct value *v, struct text key)
{
	if (!v || v->kind != VALUE_MAP)
		return NULL;
	for (v = v->child; v; v = v->next)
		if (text_eq(v->key, key))
			return v;
	return NULL;
}

const struct value *
value_at(const struct value *v, const char *path)
{
	struct text rest = text_of(path), key;

	while (v && text_split(&rest, '.', &key))
		v = value_key(v, key);
	return v;
}

struct text
value_text(const struct value *v, const char *path)
{
	v = value_at(v, path);
	return v && v->kind == VALUE_TEXT ? v->text : TEXT("");
}

bool
value_true(const struct value *v, const char *path)
{
	v = value_at(v, path);
	return v && v->kind == VALUE_BOOL && text_is(v->text, "true");
}

static void
dump(const struct value *v, unsigned depth, struct line_cursor *cursor, FILE *f)
{
	unsigned line = 0, col = 0;
	struct pos at = pos_file(v->pos);

	if (at.src)
		cursor_linecol(cursor, at, &line, &col);
	fprintf(f, "%*s", (int)(2 * depth), "");
	if (v->key.n)
		fprintf(f, "%.*s: ", TEXT_ARG(v->key));
	fputs(names[v->kind], f);
	if (v->kind < VALUE_LIST)
		fprintf(f, "%s%s \"%.*s\"", v->prose ? " prose" : "",
		    v->plain ? " plain" : "", TEXT_ARG(v->text));
	fprintf(f, " @%u:%u\n", line, col);
	for (v = v->child; v; v = v->next)
		dump(v, depth + 1, cursor, f);
}

void
value_dump(const struct value *v, FILE *f)
{
	struct line_cursor cursor = {0};

	if (v)
		dump(v, 0, &cursor, f);
}
