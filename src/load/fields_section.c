/*
 * fields_section.c - every key of a section's front matter, and of a part's
 */
#include "load/schema.h"

#define KINDS "sourced_fact|instructed_fact|own_knowledge|opinion|assumption"

/* What sections are about: a report is looked over for heads of claim that no
 * section bears on. */
#define TOPICS                                                           \
	"state|security|political-opinion|journalists|hrd|religion|"     \
	"ethnicity|nationality-statelessness|lgbti|women-gbv|children|"  \
	"family-clan-feud|trafficking|gangs-crime|military-service|"     \
	"detention|torture|death-penalty|fair-trial|police-protection|"  \
	"nonstate|corruption|documents|internal-relocation|"             \
	"freedom-movement|return|surveillance|transnational-repression|" \
	"health|socio-economic|education|perpetrator-exclusion"

static const struct schema_field section[] = {
    {KEY("id"), FIELD_TEXT, true,
	"country/topic: the file's place in templates/sections.",
	.sample = "belarus/detention"},
    {KEY("title"), FIELD_TEXT, true, "The heading in the report.",
	.sample = "Conditions of detention"},
    {KEY("country"), FIELD_TEXT, true, "The country, as its folder is called.",
	.sample = "belarus"},
    {KEY("code"), FIELD_ENUM, false, "What it is about.", TOPICS},
    {KEY("kind"), FIELD_ENUM, false,
	"What its paragraphs are, unless one says otherwise with {kind=...}.",
	KINDS},
    {KEY("reviewed"), FIELD_DATE, false,
	"The day on which a person last read it against its sources.",
	.sample = "2026-11-20"},
    {KEY("cutoff"), FIELD_DATE, false,
	"Nothing that happened after this day is in it.",
	.sample = "2026-06-30"},
    {KEY("needs"), FIELD_TEXTS, false,
	"Facts of the case, expert.* or profile.* that it cannot do without.",
	.sample = "subject.pronouns"},
    {KEY("references"), FIELD_ANY, false,
	"Sources that come with the text, for peritus cite."},
    {KEY("extra"), FIELD_ANY, false,
	"Notes of your own; they are not printed."},
};

const struct schema section_schema = {"A section",
    "The front matter of a section on country conditions.", SCHEMA(section),
    .code = "SECT-02"};

/* Parts and reports have no place of their own, and need say nothing. */
const struct schema part_schema = {"A part",
    "The front matter of any text with tags.", SCHEMA(section),
    .code = "SECT-02", .lax = true};
