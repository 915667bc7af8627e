/*
 * fields_profile.c - every key of a forum's profile
 *
 * Templates read what they like from a profile, so other keys are the forum's
 * own; one that reads like a key of this table is pointed out.
 */
#include "load/schema.h"
#include "load/variable.h"

#define LEVELS "block|error|warning|info|off"

static const struct schema_field nouns[] = {
    {KEY("claimant"), FIELD_TEXT, false, "Who claims.", .sample = "appellant"},
    {KEY("Claimant"), FIELD_TEXT, false, "The same with a capital.",
	.sample = "Appellant"},
    {KEY("claimants"), FIELD_TEXT, false, "Several of them.",
	.sample = "appellants"},
    {KEY("*"), FIELD_TEXT, false, "Another noun, for templates."},
};

static const struct schema nouns_schema = {SCHEMA(nouns)};

static const struct schema_field words[] = {
    {KEY("report"), FIELD_TEXT, false, "What the document is called.",
	.sample = "declaration"},
    {KEY("instructions"), FIELD_TEXT, false, "The heading over them."},
    {KEY("instructed"), FIELD_TEXT, false, "Before the firm, on the cover."},
    {KEY("by"), FIELD_TEXT, false, "Before the firm, in a sentence."},
    {KEY("facts"), FIELD_TEXT, false, "The heading over the facts."},
    {KEY("table"), FIELD_TEXT, false, "Before the number of a table.",
	.standard = "Table"},
    {KEY("figure"), FIELD_TEXT, false, "Before the number of a figure.",
	.standard = "Figure"},
    {KEY("appendix"), FIELD_TEXT, false, "Before that of an appendix.",
	.standard = "Appendix"},
    {KEY("note"), FIELD_TEXT, false, "Before the number of a note.",
	.standard = "n"},
    {KEY("*"), FIELD_TEXT, false, "Another word, for templates."},
};

static const struct schema words_schema = {SCHEMA(words)};

static const struct schema_field standard[] = {
    {KEY("risk"), FIELD_TEXT, false, "The legal test, in its own words.",
	.sample = "real risk"},
    {KEY("text"), FIELD_TEXT, false, "How the report uses such words."},
    {KEY("*"), FIELD_ANY, false, "More of it, for templates."},
};

static const struct schema standard_schema = {SCHEMA(standard)};

static const struct schema_field practice[] = {
    {KEY("duty"), FIELD_TEXT, false, "The rules on experts, by name."},
    {KEY("authority"), FIELD_TEXT, false, "Where they stand."},
    {KEY("verified"), FIELD_BOOL, false,
	"true when a lawyer has read them there."},
    {KEY("*"), FIELD_ANY, false, "More of it, for templates."},
};

static const struct schema practice_schema = {SCHEMA(practice)};

static const struct schema_field constant[] = {
    {KEY("id"), FIELD_ID, true, "Its name in templates: constants.truth.",
	.sample = "truth"},
    {KEY("text"), FIELD_TEXT, true, "The words."},
    {KEY("authority"), FIELD_TEXT, true, "The rule that prescribes them."},
    {KEY("as_of"), FIELD_DATE, false, "The day on which they stood so."},
    {KEY("verified"), FIELD_BOOL, false,
	"true when a lawyer has compared them with the instrument."},
    {KEY("verbatim"), FIELD_BOOL, false,
	"true if not a letter of them may differ in the report."},
    {KEY("*"), FIELD_ANY, false, "Notes of your own."},
};

static const struct schema constant_schema = {SCHEMA(constant)};

/* --- the list of sources --- */

static const struct schema_field bib_section[] = {
    {KEY("id"), FIELD_ID, true, "A short name.", .sample = "cases"},
    {KEY("title"), FIELD_TEXT, true, "The heading.", .sample = "Cases"},
    {KEY("types"), FIELD_WORDS, false, "The types of CSL that it takes.",
	CSL_TYPES, .near = type_near},
    {KEY("keywords"), FIELD_TEXTS, false,
	"It takes what has one of these in its keyword.", .sample = "ngo"},
};

static const struct schema bib_section_schema = {SCHEMA(bib_section)};

static const struct schema_field other[] = {
    {KEY("title"), FIELD_TEXT, true, "The heading.", .sample = "Other sources"},
};

static const struct schema other_schema = {SCHEMA(other)};

static const struct schema_field authorities[] = {
    {KEY("sections"), FIELD_TEXTS, false, "The ids of those that have them.",
	.sample = "cases"},
    {KEY("passim"), FIELD_NUMBER, false,
	"Cited in more paragraphs than these, a source is cited passim."},
    {KEY("notes"), FIELD_BOOL, false, "true if notes are named too.",
	.standard = "false"},
};

static const struct schema authorities_schema = {SCHEMA(authorities)};

static const struct schema_field bibliography[] = {
    {KEY("sections"), FIELD_MAPS, false,
	"Its sections; a source stands in the first that takes it.",
	.map = &bib_section_schema},
    {KEY("other"), FIELD_MAP, false, "The last one, for what none takes.",
	.map = &other_schema},
    {KEY("backrefs"), FIELD_SWITCH, false,
	"true, or words before them: name the paragraphs that cite a source.",
	.sample = "cited in", .standard = "false"},
    {KEY("authorities"), FIELD_MAP, false, "The table of authorities.",
	.map = &authorities_schema},
};

static const struct schema bibliography_schema = {SCHEMA(bibliography)};

/* --- the file --- */

static const struct schema_field rules[] = {
    {KEY("*"), FIELD_ENUM, false, "How grave the finding is here; or off.",
	LEVELS},
};

static const struct schema rules_schema = {SCHEMA(rules)};

static const struct schema_field profile[] = {
    {KEY("id"), FIELD_TEXT, false, "The file's name, without its ending.",
	.sample = "uk-utiac"},
    {KEY("title"), FIELD_TEXT, true, "The forum's name.",
	.sample = "Upper Tribunal"},
    {KEY("lang"), FIELD_TEXT, false, "The language of the report.",
	.sample = "en-GB", .standard = "en-GB", .title = "Language"},
    {KEY("report"), FIELD_TEXT, true,
	"The skeleton of the report, below templates.",
	.sample = "reports/uk.md"},
    {KEY("sheet"), FIELD_TEXT, true,
	"The look: a file of templates/sheets, without its ending.",
	.sample = "uk"},
    {KEY("style"), FIELD_TEXT, true,
	"The citation style: a file of templates/styles, or one of Zotero's.",
	.sample = "oscola-4"},
    {KEY("ibid"), FIELD_ENUM, false, "When ibid stands for a source.",
	"strict|loose|off", .standard = "strict"},
    {KEY("page_cap"), FIELD_LIMIT, false,
	"How many pages the report may have, or none.", .standard = "none"},
    {KEY("page_warn"), FIELD_LIMIT, false,
	"From how many pages on to warn, or none.", .standard = "none"},
    {KEY("short"), FIELD_BOOL, false,
	"true for a shorter report where pages are few.", .standard = "false"},
    {KEY("headings"), FIELD_ENUM, false, "What stands before headings.",
	"letters|none", .standard = "none"},
    {KEY("appendices"), FIELD_ENUM, false, "How appendices are counted.",
	"numbers|letters", .standard = "numbers"},
    {KEY("possessive"), FIELD_ENUM, false,
	"bare: James\xe2\x80\x99 report; s: James\xe2\x80\x99s report.",
	"s|bare", .standard = "s"},
    {KEY("addressee"), FIELD_TEXT, false, "To whom the report is addressed."},
    {KEY("court"), FIELD_TEXT, false, "The forum in a word.",
	.sample = "Tribunal"},
    {KEY("title_line"), FIELD_TEXT, false,
	"The title in page heads, with {expert}, {subject} and {country}."},
    {KEY("cover_title"), FIELD_TEXT, false, "The title on the cover."},
    {KEY("reference_label"), FIELD_TEXT, false,
	"What the number of a case is called.", .sample = "Appeal number"},
    {KEY("nouns"), FIELD_MAP, false, "What the forum calls the parties.",
	.map = &nouns_schema},
    {KEY("words"), FIELD_MAP, false, "Words that forums use differently.",
	.map = &words_schema},
    {KEY("standard"), FIELD_MAP, false, "The legal test.",
	.map = &standard_schema},
    {KEY("practice"), FIELD_MAP, false, "The rules on expert evidence.",
	.map = &practice_schema},
    {KEY("constants"), FIELD_MAPS, false,
	"Statements that must stand in the report.", .map = &constant_schema},
    {KEY("bibliography"), FIELD_MAP, false, "How the sources are listed.",
	.map = &bibliography_schema},
    {KEY("rules"), FIELD_MAP, false, "The level of a finding, by its code.",
	.map = &rules_schema},
    {KEY("parts"), FIELD_TEXTS, false,
	"The headings that a report must have, by their ids."},
    {KEY("*"), FIELD_ANY, false, "A key of your own, for templates."},
};

const struct schema profile_schema = {"A profile",
    "What a forum demands: looks, words, statements and rules.",
    SCHEMA(profile), .code = "PROF-02"};
