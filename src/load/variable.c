/*
 * variable.c - CSL's words, sorted by bytes, so that a word is found by halves
 *
 * The 98 variables of appendix IV and the 45 types of appendix III of CSL
 * 1.0.2, each by its own name; then the names under which programs export
 * them.
 */
#include <stdlib.h>

#include "base/near.h"
#include "load/variable.h"

struct word {
	struct text name;
	enum variable kind;
};

#define NAMES(name)                             \
	{                                       \
		TEXT_INIT(name), VARIABLE_NAMES \
	}
#define DATE(name)                             \
	{                                      \
		TEXT_INIT(name), VARIABLE_DATE \
	}
#define TEXTUAL(name)                          \
	{                                      \
		TEXT_INIT(name), VARIABLE_TEXT \
	}

/* CSL 1.0.2, appendix IV: standard, number, date and name variables. */
static const struct word variables[] = {
    TEXTUAL("DOI"),
    TEXTUAL("ISBN"),
    TEXTUAL("ISSN"),
    TEXTUAL("PMCID"),
    TEXTUAL("PMID"),
    TEXTUAL("URL"),
    TEXTUAL("abstract"),
    DATE("accessed"),
    TEXTUAL("annote"),
    TEXTUAL("archive"),
    TEXTUAL("archive-place"),
    TEXTUAL("archive_collection"),
    TEXTUAL("archive_location"),
    NAMES("author"),
    TEXTUAL("authority"),
    DATE("available-date"),
    TEXTUAL("call-number"),
    NAMES("chair"),
    TEXTUAL("chapter-number"),
    TEXTUAL("citation-key"),
    TEXTUAL("citation-label"),
    TEXTUAL("citation-number"),
    NAMES("collection-editor"),
    TEXTUAL("collection-number"),
    TEXTUAL("collection-title"),
    NAMES("compiler"),
    NAMES("composer"),
    NAMES("container-author"),
    TEXTUAL("container-title"),
    TEXTUAL("container-title-short"),
    NAMES("contributor"),
    NAMES("curator"),
    TEXTUAL("dimensions"),
    NAMES("director"),
    TEXTUAL("division"),
    TEXTUAL("edition"),
    NAMES("editor"),
    NAMES("editor-translator"),
    NAMES("editorial-director"),
    TEXTUAL("event"),
    DATE("event-date"),
    TEXTUAL("event-place"),
    TEXTUAL("event-title"),
    NAMES("executive-producer"),
    TEXTUAL("first-reference-note-number"),
    TEXTUAL("genre"),
    NAMES("guest"),
    NAMES("host"),
    NAMES("illustrator"),
    NAMES("interviewer"),
    TEXTUAL("issue"),
    DATE("issued"),
    TEXTUAL("jurisdiction"),
    TEXTUAL("keyword"),
    TEXTUAL("language"),
    TEXTUAL("license"),
    TEXTUAL("locator"),
    TEXTUAL("medium"),
    NAMES("narrator"),
    TEXTUAL("note"),
    TEXTUAL("number"),
    TEXTUAL("number-of-pages"),
    TEXTUAL("number-of-volumes"),
    NAMES("organizer"),
    NAMES("original-author"),
    DATE("original-date"),
    TEXTUAL("original-publisher"),
    TEXTUAL("original-publisher-place"),
    TEXTUAL("original-title"),
    TEXTUAL("page"),
    TEXTUAL("page-first"),
    TEXTUAL("part-number"),
    TEXTUAL("part-title"),
    NAMES("performer"),
    TEXTUAL("printing-number"),
    NAMES("producer"),
    TEXTUAL("publisher"),
    TEXTUAL("publisher-place"),
    NAMES("recipient"),
    TEXTUAL("references"),
    NAMES("reviewed-author"),
    TEXTUAL("reviewed-genre"),
    TEXTUAL("reviewed-title"),
    TEXTUAL("scale"),
    NAMES("script-writer"),
    TEXTUAL("section"),
    NAMES("series-creator"),
    TEXTUAL("source"),
    TEXTUAL("status"),
    DATE("submitted"),
    TEXTUAL("supplement-number"),
    TEXTUAL("title"),
    TEXTUAL("title-short"),
    NAMES("translator"),
    TEXTUAL("version"),
    TEXTUAL("volume"),
    TEXTUAL("volume-title"),
    TEXTUAL("year-suffix"),
};

/* CSL 1.0.2, appendix III. */
static const struct text types[] = {TEXT_INIT("article"),
    TEXT_INIT("article-journal"), TEXT_INIT("article-magazine"),
    TEXT_INIT("article-newspaper"), TEXT_INIT("bill"), TEXT_INIT("book"),
    TEXT_INIT("broadcast"), TEXT_INIT("chapter"), TEXT_INIT("classic"),
    TEXT_INIT("collection"), TEXT_INIT("dataset"), TEXT_INIT("document"),
    TEXT_INIT("entry"), TEXT_INIT("entry-dictionary"),
    TEXT_INIT("entry-encyclopedia"), TEXT_INIT("event"), TEXT_INIT("figure"),
    TEXT_INIT("graphic"), TEXT_INIT("hearing"), TEXT_INIT("interview"),
    TEXT_INIT("legal_case"), TEXT_INIT("legislation"), TEXT_INIT("manuscript"),
    TEXT_INIT("map"), TEXT_INIT("motion_picture"), TEXT_INIT("musical_score"),
    TEXT_INIT("pamphlet"), TEXT_INIT("paper-conference"), TEXT_INIT("patent"),
    TEXT_INIT("performance"), TEXT_INIT("periodical"),
    TEXT_INIT("personal_communication"), TEXT_INIT("post"),
    TEXT_INIT("post-weblog"), TEXT_INIT("regulation"), TEXT_INIT("report"),
    TEXT_INIT("review"), TEXT_INIT("review-book"), TEXT_INIT("software"),
    TEXT_INIT("song"), TEXT_INIT("speech"), TEXT_INIT("standard"),
    TEXT_INIT("thesis"), TEXT_INIT("treaty"), TEXT_INIT("webpage")};

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

/* A struct word begins with its name, so one order serves both tables. */
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

static const struct word *
find(struct text name)
{
	for (size_t i = 0; i < COUNT(renamed); i++)
		if (same_letters(name, text_of(renamed[i].old)))
			name = text_of(renamed[i].name);
	const struct word *w = bsearch(&name, variables, COUNT(variables),
	    sizeof(variables[0]), by_name);
	for (size_t i = 0; !w && i < COUNT(variables); i++)
		if (same_letters(name, variables[i].name))
			w = &variables[i];
	return w;
}

enum variable
variable_find(struct text key, struct text *name)
{
	const struct word *w = find(key);

	*name = w ? w->name : key;
	return w ? w->kind : VARIABLE_NONE;
}

struct text
variable_near(struct text name)
{
	struct near near = near_to(name);

	near_offer(&near, TEXT("id"));
	near_offer(&near, TEXT("type"));
	near_offer(&near, TEXT("custom"));
	for (size_t i = 0; i < COUNT(variables); i++)
		near_offer(&near, variables[i].name);
	return near.best;
}

bool
type_known(struct text name)
{
	return bsearch(&name, types, COUNT(types), sizeof(types[0]), by_name)
	    != NULL;
}

struct text
type_near(struct text name)
{
	struct near near = near_to(name);

	for (size_t i = 0; i < COUNT(foreign_types); i++)
		if (same_letters(name, text_of(foreign_types[i].foreign)))
			return text_of(foreign_types[i].type);
	for (size_t i = 0; i < COUNT(types); i++)
		near_offer(&near, types[i]);
	return near.best;
}
