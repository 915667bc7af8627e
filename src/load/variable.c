/*
 * variable.c - CSL's words, found by halves
 *
 * Variables are the rows of source_schema; then come the names under which
 * programs export them.
 */
#include <stdlib.h>

#include "base/near.h"
#include "load/schema.h"
#include "load/variable.h"

enum { OWN = 3 }; /* rows before the variables: id, type, custom */

/* What programs and older versions of CSL call them. */
static const struct {
	const char *old, *name;
} renamed[] = {
    {"journalAbbreviation", "container-title-short"},
    {"shortTitle", "title-short"},
    {"event", "event-title"}, /* appendix IV: a deprecated variant */
};

/* Item types of Zotero and entry types of BibLaTeX, for the hint. */
static const struct {
	const char *foreign, *type;
} foreign_types[] = {
    {"artwork", "graphic"},
    {"audioRecording", "song"},
    {"blogPost", "post-weblog"},
    {"bookSection", "chapter"},
    {"case", "legal_case"},
    {"computerProgram", "software"},
    {"conferencePaper", "paper-conference"},
    {"dictionaryEntry", "entry-dictionary"},
    {"email", "personal_communication"},
    {"encyclopediaArticle", "entry-encyclopedia"},
    {"film", "motion_picture"},
    {"forumPost", "post"},
    {"inbook", "chapter"},
    {"incollection", "chapter"},
    {"inproceedings", "paper-conference"},
    {"instantMessage", "personal_communication"},
    {"journalArticle", "article-journal"},
    {"jurisdiction", "legal_case"},
    {"letter", "personal_communication"},
    {"magazineArticle", "article-magazine"},
    {"mastersthesis", "thesis"},
    {"misc", "document"},
    {"newspaperArticle", "article-newspaper"},
    {"online", "webpage"},
    {"phdthesis", "thesis"},
    {"podcast", "broadcast"},
    {"preprint", "article"},
    {"presentation", "speech"},
    {"radioBroadcast", "broadcast"},
    {"statute", "legislation"},
    {"techreport", "report"},
    {"tvBroadcast", "broadcast"},
    {"videoRecording", "motion_picture"},
    {"website", "webpage"},
};

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* A field begins with its key, so one order serves both tables. */
static int
by_name(const void *key, const void *entry)
{
	return text_cmp(*(const struct text *)key, *(const struct text *)entry);
}

/* ASCII letters are alike in both cases. */
static bool
same_letters(struct text a, struct text b)
{
	for (size_t i = 0; i < a.n && a.n == b.n; i++) {
		char x = a.s[i], y = b.s[i];
		x = x >= 'A' && x <= 'Z' ? (char)(x | 32) : x;
		y = y >= 'A' && y <= 'Z' ? (char)(y | 32) : y;
		if (x != y)
			return false;
	}
	return a.n == b.n;
}

static const struct schema_field *
find(struct text name)
{
	const struct schema_field *rows = source_schema.at + OWN;
	size_t n = source_schema.n - OWN;

	for (size_t i = 0; i < COUNT(renamed); i++)
		if (same_letters(name, text_of(renamed[i].old)))
			name = text_of(renamed[i].name);
	const struct schema_field *f =
	    bsearch(&name, rows, n, sizeof(*rows), by_name);
	for (size_t i = 0; !f && i < n; i++)
		if (same_letters(name, rows[i].key))
			f = &rows[i];
	return f;
}

enum variable
variable_find(struct text key, struct text *name)
{
	const struct schema_field *f = find(key);

	*name = f ? f->key : key;
	if (!f)
		return VARIABLE_NONE;
	return f->type == FIELD_NAMES ? VARIABLE_NAMES
	    : f->type == FIELD_WHEN   ? VARIABLE_DATE
				      : VARIABLE_TEXT;
}

struct text
variable_near(struct text name)
{
	return schema_near(&source_schema, name);
}

bool
type_known(struct text name)
{
	return schema_word(CSL_TYPES, name);
}

struct text
type_near(struct text name)
{
	struct near near = near_to(name);
	struct text rest = TEXT(CSL_TYPES), type;

	for (size_t i = 0; i < COUNT(foreign_types); i++)
		if (same_letters(name, text_of(foreign_types[i].foreign)))
			return text_of(foreign_types[i].type);
	while (schema_next_word(&rest, &type))
		near_offer(&near, type);
	return near.best;
}
