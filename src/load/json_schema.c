/*
 * json_schema.c - the tables of schema.h as JSON Schema, for editors
 *
 * Draft-07, in the part that 2020-12 shares.  What a table does not say, a
 * schema does not either: editors help, the program decides.
 */
#include "load/schema.h"

struct printer {
	const struct schema_field *fields;
	size_t n;
	FILE *f;
};

static void print_field(struct printer *p, const struct schema_field *field,
    unsigned depth);

static void
line(struct printer *p, unsigned depth, const char *text)
{
	fprintf(p->f, "%*s%s", (int)depth, "", text);
}

static const struct schema_field *
row(const struct printer *p, struct text path)
{
	for (size_t i = 0; i < p->n; i++)
		if (text_is(path, p->fields[i].path))
			return &p->fields[i];
	return NULL;
}

/* The properties of the map at `path`, and whether others may stand there. */
static void
print_object(struct printer *p, struct text path, unsigned depth)
{
	struct text key;
	bool open = false;
	const char *sep = "";

	line(p, depth, "\"type\": \"object\",\n");
	line(p, depth, "\"properties\": {\n");
	for (size_t i = 0; i < p->n; i++) {
		const struct schema_field *field = &p->fields[i];
		if (!schema_child(text_of(field->path), path, &key))
			continue;
		open |= text_is(key, "*");
		if (text_is(key, "*"))
			continue;
		fprintf(p->f, "%s%*s\"%.*s\": ", sep, (int)depth + 1, "",
		    TEXT_ARG(key));
		print_field(p, field, depth + 1);
		sep = ",\n";
	}
	fputc('\n', p->f);
	line(p, depth, "},\n");
	sep = "";
	line(p, depth, "\"required\": [");
	for (size_t i = 0; i < p->n; i++) {
		const struct schema_field *field = &p->fields[i];
		if (!field->required
		    || !schema_child(text_of(field->path), path, &key))
			continue;
		fprintf(p->f, "%s\"%.*s\"", sep, TEXT_ARG(key));
		sep = ", ";
	}
	fprintf(p->f, "],\n%*s\"additionalProperties\": %s\n", (int)depth, "",
	    open ? "true" : "false");
}

static void
print_words(struct printer *p, const char *words)
{
	struct text rest = text_of(words), word;
	const char *sep = "";

	fputs("{\"enum\": [", p->f);
	while (text_split(&rest, '|', &word)) {
		fprintf(p->f, "%s\"%.*s\"", sep, TEXT_ARG(word));
		sep = ", ";
	}
	fputs("]}", p->f);
}

/* YAML's plain 007 and true are texts to us, and other things to an editor. */
static const char *const simple[] = {
    [FIELD_TEXT] = "{\"type\": [\"string\", \"number\", \"boolean\", "
		   "\"null\"]}",
    [FIELD_PROSE] = "{\"type\": [\"string\", \"null\"], "
		    "\"contentMediaType\": \"text/markdown\"}",
    [FIELD_PROSES] = "{\"type\": [\"string\", \"array\", \"null\"], "
		     "\"items\": {\"type\": \"string\"}, "
		     "\"contentMediaType\": \"text/markdown\"}",
    [FIELD_TEXTS] = "{\"type\": [\"array\", \"null\"], "
		    "\"items\": {\"type\": [\"string\", \"number\"]}}",
    [FIELD_DATE] = "{\"type\": \"string\", \"pattern\": "
		   "\"^[0-9]{4}-[0-9]{2}-[0-9]{2}$\"}",
    [FIELD_PARTIAL] = "{\"type\": [\"string\", \"integer\", \"null\"]}",
    [FIELD_NUMBER] = "{\"type\": \"integer\"}",
    [FIELD_BOOL] = "{\"type\": \"boolean\"}",
    [FIELD_ANY] = "{}",
};

static void
print_list(struct printer *p, const struct schema_field *field, unsigned depth)
{
	char path[128];
	int n = snprintf(path, sizeof(path), "%s[]", field->path);
	const struct schema_field *item =
	    row(p, (struct text){path, n > 0 ? (size_t)n : 0});

	fputs("{\n", p->f);
	line(p, depth + 1, "\"type\": [\"array\", \"null\"],\n");
	line(p, depth + 1, "\"items\": ");
	if (item)
		print_field(p, item, depth + 1);
	else
		fputs("{}", p->f);
	fputc('\n', p->f);
	line(p, depth, "}");
}

/* Depth is that of the table. */
static void
print_field(struct printer *p, const struct schema_field *field, unsigned depth)
{
	if (field->type == FIELD_ENUM) {
		print_words(p, field->words);
	} else if (field->type == FIELD_LIST) {
		print_list(p, field, depth);
	} else if (field->type == FIELD_MAP || field->type == FIELD_USE) {
		bool use = field->type == FIELD_USE;
		fputs(use ? "{\"anyOf\": [{\"type\": \"string\"}, {\n" : "{\n",
		    p->f);
		print_object(p, text_of(field->path), depth + 1);
		line(p, depth, use ? "}]}" : "}");
	} else {
		fputs(simple[field->type], p->f);
	}
}

void
schema_print(const struct schema_field *fields, size_t n, const char *title,
    FILE *f)
{
	struct printer p = {fields, n, f};

	fputs("{\n \"$schema\": \"http://json-schema.org/draft-07/schema#\",\n",
	    f);
	fprintf(f, " \"title\": \"%s\",\n", title);
	print_object(&p, TEXT(""), 1);
	fputs("}\n", f);
}
