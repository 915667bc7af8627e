/*
 * json_schema.c - the tables of schema.h as JSON Schema, for editors
 *
 * Draft-07 in the part that 2020-12 shares: one schema for all items, no
 * keyword beside a $ref, $defs reached by pointers only.  A schema is never
 * stricter than the program: what it refuses, the program has a finding for;
 * save that it wants a word where one of several may stand, and the program
 * takes nothing there for a key that was left out.  The tag !unknown is the one
 * thing that it cannot see.
 */
#include "base/quote.h"
#include "load/schema.h"

struct printer {
	FILE *f;
	struct arena *a;
	ARRAY(const struct schema *) shared;
};

static void print_map(struct printer *p, const struct schema *s,
    unsigned depth);

/* --- parts --- */

static void
string(struct printer *p, struct text t)
{
	struct buf b = {.a = p->a};

	quote_json(&b, t);
	fprintf(p->f, "%.*s", TEXT_ARG(buf_text(&b)));
}

static void
start(struct printer *p, unsigned depth, const char *key)
{
	fprintf(p->f, ",\n%*s\"%s\": ", (int)depth, "", key);
}

static void
entry(struct printer *p, unsigned depth, const char *key, const char *json)
{
	start(p, depth, key);
	fputs(json, p->f);
}

/* "report_date" is "Report date". */
static void
title(struct printer *p, const struct schema_field *f)
{
	if (text_is(f->key, "*")) {
		string(p, TEXT("Any other key"));
		return;
	}
	struct text t = f->title ? text_of(f->title) : f->key;
	struct buf b = {.a = p->a};

	for (size_t i = 0; i < t.n; i++) {
		char c = t.s[i] == '_' || t.s[i] == '-' ? ' ' : t.s[i];
		if (i == 0 && c >= 'a' && c <= 'z')
			c = (char)(c - 'a' + 'A');
		buf_addc(&b, f->title ? t.s[i] : c);
	}
	string(p, buf_text(&b));
}

static void
word_list(struct printer *p, const char *words)
{
	struct text rest = text_of(words), word;
	const char *sep = "";

	fputc('[', p->f);
	while (schema_next_word(&rest, &word)) {
		fputs(sep, p->f);
		string(p, word);
		sep = ", ";
	}
	fputc(']', p->f);
}

/* --- types --- */

#define SCALAR "[\"string\", \"number\", \"null\"]"
#define MARKDOWN "\"text/markdown\""
#define LENGTH                                               \
	"{\"type\": [\"string\", \"number\"], \"pattern\": " \
	"\"^[0-9]{1,6}([.][0-9]+)?[ \\\\t]*(pt|mm|cm|in)?$\"}"

/* A key with nothing behind it counts as left out, unless it is needed. */
static void
types(struct printer *p, unsigned depth, const char *words,
    const struct schema_field *f)
{
	struct text rest = text_of(words), word;
	const char *sep = "[";

	start(p, depth, "type");
	while (schema_next_word(&rest, &word)) {
		fputs(sep, p->f);
		string(p, word);
		sep = ", ";
	}
	fputs(f->needed ? "]" : ", \"null\"]", p->f);
}

/* What may stand there, as JSON's types, and what is said of it besides.  Plain
 * 007 is a text to us, and a number to an editor.  Types that are not here say
 * it all in what follows. */
static const struct shape {
	const char *types;
	const char *entry[2][2];
} shapes[] = {
    [FIELD_TEXT] = {"string|number", {{NULL}}},
    [FIELD_ID] = {"string|number",
	{{"pattern", "\"^[^\\\\s\\\"'{}\\\\[\\\\]()#@,;]+$\""}}},
    [FIELD_PROSE] = {"string|number", {{"contentMediaType", MARKDOWN}}},
    [FIELD_PROSES] = {"string|number|array",
	{{"items",
	     "{\"type\": " SCALAR ", \"contentMediaType\": " MARKDOWN "}"},
	    {"contentMediaType", MARKDOWN}}},
    [FIELD_TEXTS] = {"array", {{NULL}}},
    [FIELD_WORDS] = {"array", {{NULL}}},
    [FIELD_DATE] = {"string",
	{{"format", "\"date\""},
	    {"pattern", "\"^[0-9]{4}-[0-9]{2}-[0-9]{2}$\""}}},
    [FIELD_PARTIAL] = {"string|integer", {{NULL}}},
    [FIELD_NUMBER] = {"integer", {{"minimum", "0"}}},
    [FIELD_LIMIT] = {NULL,
	{{"anyOf",
	    "[{\"type\": \"integer\", \"minimum\": 1}, "
	    "{\"enum\": [\"none\", null]}]"}}},
    [FIELD_BOOL] = {"boolean", {{NULL}}},
    [FIELD_SWITCH] = {"boolean|string", {{NULL}}},
    [FIELD_LENGTH] = {NULL, {{"anyOf", "[" LENGTH ", {\"type\": \"null\"}]"}}},
    [FIELD_COLOUR] = {NULL,
	{{"type", "[\"string\", \"integer\"]"},
	    {"pattern", "\"^[0-9a-fA-F]{6}$\""}}},
    [FIELD_PAPER] = {NULL,
	{{"anyOf",
	    "[{\"enum\": [\"a4\", \"letter\"]}, {\"type\": \"array\", "
	    "\"minItems\": 2, \"maxItems\": 2, \"items\": " LENGTH "}]"}}},
    [FIELD_MAP] = {"object", {{NULL}}},
    [FIELD_MAPS] = {"array", {{NULL}}},
    [FIELD_USES] = {"array", {{NULL}}},
    [FIELD_RICH] = {NULL, {{"allOf", "[{\"$ref\": \"#/$defs/text\"}]"}}},
    [FIELD_NAMES] = {NULL, {{"allOf", "[{\"$ref\": \"#/$defs/names\"}]"}}},
    [FIELD_WHEN] = {NULL, {{"allOf", "[{\"$ref\": \"#/$defs/date\"}]"}}},
    [FIELD_KEYS] = {"string|number|array",
	{{"items", "{\"type\": [\"string\", \"number\"]}"}}},
    [FIELD_ANY] = {NULL, {{NULL}}},
};

static void
print_type(struct printer *p, const struct schema_field *f, unsigned depth)
{
	const struct shape *shape = &shapes[f->type];

	if (shape->types)
		types(p, depth, shape->types, f);
	for (size_t i = 0; i < 2 && shape->entry[i][0]; i++)
		entry(p, depth, shape->entry[i][0], shape->entry[i][1]);
}

/* What a type needs besides: its words, or the keys of its map. */
static void
print_parts(struct printer *p, const struct schema_field *f, unsigned depth)
{
	if (f->type == FIELD_ENUM) {
		start(p, depth, "enum");
		word_list(p, f->words);
	} else if (f->type == FIELD_WORDS) {
		entry(p, depth, "items", "{\"enum\": ");
		word_list(p, f->words);
		fputc('}', p->f);
	} else if (f->type == FIELD_TEXTS) {
		entry(p, depth, "items", "{\"type\": " SCALAR "}");
	} else if (f->type == FIELD_MAP) {
		print_map(p, f->map, depth);
	} else if (f->type == FIELD_MAPS) {
		entry(p, depth, "items", "{\"type\": \"object\"");
		print_map(p, f->map, depth + 1);
		fputc('}', p->f);
	} else if (f->type == FIELD_USES) {
		entry(p, depth, "items",
		    "{\"anyOf\": [{\"type\": [\"string\", "
		    "\"number\"]}, {\"type\": \"object\"");
		print_map(p, f->map, depth + 1);
		fputs("}]}", p->f);
	} else if (f->type == FIELD_CHOICE) {
		entry(p, depth, "anyOf", "[{\"enum\": ");
		word_list(p, f->words);
		fputs("}, {\"type\": \"object\"", p->f);
		print_map(p, f->map, depth + 1);
		fputs("}]", p->f);
	}
}

/* An example is what the type would have read: lists hold it. */
static void
print_value(struct printer *p, const struct schema_field *f, const char *word)
{
	struct text t = text_of(word);
	bool list = f->type == FIELD_TEXTS || f->type == FIELD_WORDS;
	int n;

	if (list)
		fputc('[', p->f);
	if ((f->type == FIELD_BOOL || f->type == FIELD_SWITCH)
	    && (text_is(t, "true") || text_is(t, "false")))
		fputs(word, p->f);
	else if ((f->type == FIELD_NUMBER || f->type == FIELD_LIMIT)
	    && text_int(t, &n))
		fputs(word, p->f);
	else
		string(p, t);
	if (list)
		fputc(']', p->f);
}

static void
print_field(struct printer *p, const struct schema_field *f, unsigned depth)
{
	fprintf(p->f, "{\n%*s\"title\": ", (int)depth + 1, "");
	title(p, f);
	start(p, depth + 1, "description");
	string(p, text_of(f->about));
	print_type(p, f, depth + 1);
	print_parts(p, f, depth + 1);
	if (f->standard) {
		start(p, depth + 1, "default");
		print_value(p, f, f->standard);
	}
	if (f->sample) {
		start(p, depth + 1, "examples");
		fputc('[', p->f);
		print_value(p, f, f->sample);
		fputc(']', p->f);
	}
	fprintf(p->f, "\n%*s}", (int)depth, "");
}

/* --- maps --- */

static void
print_needed(struct printer *p, const struct schema *s, unsigned depth)
{
	const char *sep = "";

	for (size_t i = 0; i < s->n; i++) {
		if (!s->at[i].needed)
			continue;
		if (!*sep)
			entry(p, depth, "required", "[");
		fputs(sep, p->f);
		string(p, s->at[i].key);
		sep = ", ";
	}
	if (*sep)
		fputc(']', p->f);
}

/* The keys of a map, behind its type.  Depth is that of the tables. */
static void
print_keys(struct printer *p, const struct schema *s, unsigned depth)
{
	const struct schema_field *rest = schema_rest(s);
	const char *sep = "\n";

	entry(p, depth, "properties", "{");
	for (size_t i = 0; i < s->n; i++) {
		if (&s->at[i] == rest)
			continue;
		fprintf(p->f, "%s%*s", sep, (int)depth + 1, "");
		string(p, s->at[i].key);
		fputs(": ", p->f);
		print_field(p, &s->at[i], depth + 1);
		sep = ",\n";
	}
	fputc('}', p->f);
	print_needed(p, s, depth);
	start(p, depth, "additionalProperties");
	if (rest)
		print_field(p, rest, depth);
	else
		fputs("false", p->f);
}

/* A map that stands in many places has a title, and is written out once. */
static void
print_map(struct printer *p, const struct schema *s, unsigned depth)
{
	if (!s->title) {
		print_keys(p, s, depth);
		return;
	}
	start(p, depth, "allOf");
	fprintf(p->f, "[{\"$ref\": \"#/$defs/%s\"}]", s->title);
	for (size_t i = 0; i < p->shared.n; i++)
		if (p->shared.at[i] == s)
			return;
	array_push(p->a, &p->shared, s);
}

/* --- files --- */

/* The maps that were referred to. */
static void
print_shared(struct printer *p)
{
	const char *sep = "{\n";

	if (!p->shared.n)
		return;
	start(p, 1, "$defs");
	for (size_t i = 0; i < p->shared.n; i++) {
		fprintf(p->f, "%s  \"%s\": {\"type\": [\"object\", \"null\"]",
		    sep, p->shared.at[i]->title);
		print_keys(p, p->shared.at[i], 3);
		fputc('}', p->f);
		sep = ",\n";
	}
	fputs("\n }", p->f);
}

/* What the variables of sources are made of. */
static void
print_definitions(struct printer *p)
{
	fputs(",\n \"$defs\": {\n"
	      "  \"text\": {\"type\": [\"string\", \"number\", \"boolean\", "
	      "\"array\", \"null\"], \"items\": {\"type\": [\"string\", "
	      "\"number\", \"boolean\", \"null\"]}},\n"
	      "  \"names\": {\"anyOf\": [{\"$ref\": \"#/$defs/name\"}, "
	      "{\"type\": \"array\", \"items\": {\"$ref\": "
	      "\"#/$defs/name\"}}]},\n"
	      "  \"name\": {\"anyOf\": [{\"type\": [\"string\", \"number\", "
	      "\"boolean\", \"null\"]}, {\"type\": \"object\"",
	    p->f);
	print_keys(p, &source_name_schema, 3);
	fputs("}]},\n"
	      "  \"date\": {\"anyOf\": [{\"type\": [\"string\", \"number\", "
	      "\"array\", \"null\"]}, {\"type\": \"object\"",
	    p->f);
	print_keys(p, &source_date_schema, 3);
	fputs("}]},\n"
	      "  \"list\": {\"type\": \"array\", \"items\": {\"type\": "
	      "\"object\"",
	    p->f);
	print_keys(p, &source_schema, 3);
	fputs("}}\n }", p->f);
}

/* A list, or a map with the list at `references` or `items`. */
static void
print_sources(struct printer *p)
{
	entry(p, 1, "type", "[\"array\", \"object\"]");
	entry(p, 1, "anyOf",
	    "[{\"allOf\": [{\"$ref\": \"#/$defs/list\"}]}, "
	    "{\"type\": \"object\", \"required\": [\"references\"]}, "
	    "{\"type\": \"object\", \"required\": [\"items\"]}]");
	entry(p, 1, "properties",
	    "{\"references\": {\"$ref\": \"#/$defs/list\"}, "
	    "\"items\": {\"$ref\": \"#/$defs/list\"}}");
	print_definitions(p);
}

void
schema_print(const struct schema *s, FILE *f)
{
	struct printer p = {.f = f, .a = arena_new()};

	fputs("{\n \"$schema\": \"http://json-schema.org/draft-07/schema#\"",
	    f);
	start(&p, 1, "title");
	string(&p, text_of(s->title));
	start(&p, 1, "description");
	string(&p, text_of(s->about));
	if (s == &source_schema) {
		print_sources(&p);
	} else {
		entry(&p, 1, "type", "\"object\"");
		print_keys(&p, s, 1);
		print_shared(&p);
	}
	fputs("\n}\n", f);
	arena_free(p.a);
}
