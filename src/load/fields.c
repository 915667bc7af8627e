/*
 * fields.c - every key of a case file
 */
#include "load/schema.h"

static const struct schema_field name[] = {
    {KEY("full"), FIELD_TEXT, true, "The whole name, as in a passport.",
	.sample = "Alena Zarechnaya"},
    {KEY("native"), FIELD_TEXT, false,
	"The same name in the writing of its own language."},
    {KEY("short"), FIELD_TEXT, false,
	"What the report calls the person after the first time.",
	.sample = "Ms Zarechnaya"},
    {KEY("formal"), FIELD_TEXT, false,
	"What the report calls the person on the cover and in headings.",
	.sample = "Ms Alena Zarechnaya"},
    {KEY("initials"), FIELD_TEXT, false,
	"For page heads and the file's properties, which strangers see first.",
	.sample = "AZ"},
    {KEY("aliases"), FIELD_TEXTS, false, "Other names and spellings in use."},
};

static const struct schema name_schema = {SCHEMA(name)};

static const struct schema_field pronouns[] = {
    {KEY("they"), FIELD_TEXT, true, "In place of \"they\": who acts.",
	.sample = "she"},
    {KEY("them"), FIELD_TEXT, true, "In place of \"them\".", .sample = "her"},
    {KEY("their"), FIELD_TEXT, true, "In place of \"their\".", .sample = "her"},
    {KEY("theirs"), FIELD_TEXT, true, "In place of \"theirs\".",
	.sample = "hers"},
    {KEY("themself"), FIELD_TEXT, true, "In place of \"themself\".",
	.sample = "herself"},
    {KEY("plural"), FIELD_BOOL, false,
	"true if verbs follow as after \"they\": they are, they have.",
	.standard = "false"},
};

static const struct schema pronouns_schema = {SCHEMA(pronouns)};

static const struct schema_field subject[] = {
    {KEY("name"), FIELD_MAP, true, "The names of the person.",
	.map = &name_schema},
    {KEY("pronouns"), FIELD_CHOICE, true,
	"she, he or they, or a full set of five words; never guessed.",
	"she|he|they", .sample = "she", .map = &pronouns_schema},
    {KEY("born"), FIELD_PARTIAL, false,
	"The date of birth, or as much of it as is known.",
	.sample = "1991-03-14"},
    {KEY("birthplace"), FIELD_TEXT, false, "Where the person was born."},
    {KEY("nationality"), FIELD_TEXT, false, "The nationality, as an adjective.",
	.sample = "Belarusian"},
    {KEY("ethnicity"), FIELD_TEXT, false, "The ethnic group, if it matters."},
    {KEY("religion"), FIELD_TEXT, false, "The religion, if it matters."},
    {KEY("region"), FIELD_TEXT, false, "The part of the country."},
    {KEY("occupation"), FIELD_TEXT, false,
	"The work that the person does or did.", .sample = "software tester"},
    {KEY("languages"), FIELD_TEXTS, false, "The languages spoken."},
    {KEY("lives"), FIELD_TEXT, false, "Where the person lives now."},
    {KEY("sex"), FIELD_TEXT, false, "The sex, where the report needs it."},
    {KEY("a_number"), FIELD_TEXT, false,
	"The alien registration number of the United States.",
	.title = "A-number"},
    {KEY("extra"), FIELD_ANY, false,
	"Facts of your own about the person, under keys of your choice."},
};

static const struct schema subject_schema = {SCHEMA(subject)};

/* --- the proceedings --- */

static const struct schema_field anonymity[] = {
    {KEY("order"), FIELD_BOOL, false,
	"true if an order for anonymity is in force.", .standard = "false"},
    {KEY("made_by"), FIELD_TEXT, false, "The court that made the order."},
    {KEY("made_on"), FIELD_DATE, false, "The day of the order."},
};

static const struct schema anonymity_schema = {SCHEMA(anonymity)};

static const struct schema_field hearing[] = {
    {KEY("date"), FIELD_DATE, false, "The day of the hearing."},
    {KEY("place"), FIELD_TEXT, false, "Where it will be held."},
    {KEY("judge"), FIELD_TEXT, false, "Who will hear the case."},
};

static const struct schema hearing_schema = {SCHEMA(hearing)};

static const struct schema_field party[] = {
    {KEY("claimant"), FIELD_TEXT, false, "The name of the one who claims."},
    {KEY("respondent"), FIELD_TEXT, false, "The name of the other side."},
    {KEY("*"), FIELD_ANY, false, "Another party, under a name of your choice."},
};

static const struct schema party_schema = {SCHEMA(party)};

static const struct schema_field permission[] = {
    {KEY("limit"), FIELD_NUMBER, true,
	"How many pages the report may have by permission.", .sample = "30"},
    {KEY("order_date"), FIELD_DATE, false, "The day of that permission."},
};

static const struct schema permission_schema = {SCHEMA(permission)};

/* --- instructions and documents --- */

static const struct schema_field instructed_by[] = {
    {KEY("firm"), FIELD_TEXT, false, "The firm that instructs the expert."},
    {KEY("person"), FIELD_TEXT, false, "The lawyer who has the case."},
    {KEY("reference"), FIELD_TEXT, false, "The firm's reference."},
    {KEY("*"), FIELD_ANY, false, "More about the firm, for templates."},
};

static const struct schema by_schema = {SCHEMA(instructed_by)};

static const struct schema_field oral[] = {
    {KEY("date"), FIELD_DATE, false, "The day of the conversation."},
    {KEY("with"), FIELD_TEXT, false, "With whom, and how."},
    {KEY("text"), FIELD_PROSE, false, "What was said."},
};

static const struct schema oral_schema = {SCHEMA(oral)};

static const struct schema_field question[] = {
    {KEY("id"), FIELD_ID, true, "A short name, for opinions to refer to.",
	.sample = "q1"},
    {KEY("title"), FIELD_TEXT, false, "A heading for the question."},
    {KEY("text"), FIELD_TEXT, true, "The question, word for word."},
    {KEY("status"), FIELD_ENUM, false, "How far it is answered.",
	"full|partial|outside_expertise|insufficient_information"},
    {KEY("expertise"), FIELD_TEXT, false,
	"The id of the expert's field that it belongs to."},
};

static const struct schema question_schema = {SCHEMA(question)};

static const struct schema_field instructions[] = {
    {KEY("by"), FIELD_MAP, false, "Who instructs the expert.",
	.map = &by_schema},
    {KEY("letter"), FIELD_DATE, false, "The date of the letter."},
    {KEY("received"), FIELD_DATE, false, "The day on which it came."},
    {KEY("summary"), FIELD_PROSE, false, "What the expert is asked to do."},
    {KEY("limits"), FIELD_PROSE, false, "What the expert is asked to leave."},
    {KEY("oral"), FIELD_MAPS, false, "What was said and not written.",
	.map = &oral_schema},
    {KEY("orders"), FIELD_TEXTS, false, "Orders and directions shown."},
    {KEY("questions"), FIELD_MAPS, false, "The questions put to the expert.",
	.map = &question_schema},
};

static const struct schema instructions_schema = {SCHEMA(instructions)};

static const struct schema_field document[] = {
    {KEY("id"), FIELD_ID, true, "A short name, for facts to refer to.",
	.sample = "ws1"},
    {KEY("title"), FIELD_TEXT, true, "What it is.",
	.sample = "Witness statement"},
    {KEY("date"), FIELD_PARTIAL, false, "Its date, or as much as is known."},
    {KEY("pages"), FIELD_TEXT, false, "Which pages, or how many."},
    {KEY("note"), FIELD_TEXT, false, "A remark, printed in the list."},
};

static const struct schema document_schema = {SCHEMA(document)};

static const struct schema_field fact[] = {
    {KEY("id"), FIELD_ID, true,
	"A short name; its paragraph is cited as @par-fact-f1.",
	.sample = "f1"},
    {KEY("date"), FIELD_PARTIAL, false,
	"When: a day, a month (2020-08), a year, or words (c. 2015).",
	.sample = "2020-08"},
    {KEY("text"), FIELD_PROSE, true, "What happened, as instructed."},
    {KEY("source"), FIELD_TEXT, false, "The id of the document that says so.",
	.sample = "ws1"},
    {KEY("place"), FIELD_TEXT, false, "Where."},
};

static const struct schema fact_schema = {SCHEMA(fact)};

/* --- the work --- */

static const struct schema_field method[] = {
    {KEY("from"), FIELD_DATE, false, "The first day of the search."},
    {KEY("to"), FIELD_DATE, false, "The last day of the search."},
    {KEY("cutoff"), FIELD_DATE, false,
	"Nothing published after this day is taken into account."},
    {KEY("databases"), FIELD_TEXTS, false, "Where sources were looked for."},
    {KEY("languages"), FIELD_TEXTS, false, "In which languages."},
    {KEY("interviews"), FIELD_PROSE, false, "Whom the expert interviewed."},
    {KEY("tests"), FIELD_PROSE, false, "What the expert examined."},
    {KEY("statement"), FIELD_PROSE, false, "How the expert worked."},
};

static const struct schema method_schema = {SCHEMA(method)};

static const struct schema_field use[] = {
    {KEY("id"), FIELD_TEXT, true,
	"The section: country/topic, or a .md file beside the case.",
	.sample = "belarus/detention"},
    {KEY("length"), FIELD_ENUM, false, "How much of the section.", "brief|full",
	.standard = "full"},
    {KEY("optional"), FIELD_BOOL, false,
	"true if the report can do without it.", .standard = "false"},
    {KEY("priority"), FIELD_NUMBER, false,
	"1 is the last to go when the report is too long."},
    {KEY("reason"), FIELD_TEXT, false, "Why it is there or was changed."},
    {KEY("extra"), FIELD_ANY, false, "Keys of your own, for the section."},
};

static const struct schema use_schema = {SCHEMA(use)};

static const struct schema_field opinion[] = {
    {KEY("question"), FIELD_TEXT, false, "The id of the question answered.",
	.sample = "q1"},
    {KEY("topic"), FIELD_TEXT, false, "A word for what it is about."},
    {KEY("title"), FIELD_TEXT, false, "A heading of its own."},
    {KEY("summary"), FIELD_PROSE, false, "The answer in a sentence or two."},
    {KEY("answer"), FIELD_PROSE, true, "The answer."},
    {KEY("reasons"), FIELD_PROSE, false, "Why: the facts and sources."},
    {KEY("reasoning"), FIELD_PROSE, false, "How one leads to the other."},
    {KEY("basis"), FIELD_PROSES, false, "What it rests on, in a list."},
    {KEY("contrary"), FIELD_PROSES, false,
	"The evidence that points the other way."},
    {KEY("range"), FIELD_PROSES, false,
	"The range of opinion, and where this one stands."},
    {KEY("qualification"), FIELD_PROSE, false,
	"On what condition it would be different."},
    {KEY("confidence"), FIELD_TEXT, false,
	"How sure: a word of the expert's scale.", .sample = "likely"},
    {KEY("expertise"), FIELD_TEXT, false,
	"The id of the expert's field that it belongs to."},
};

static const struct schema opinion_schema = {SCHEMA(opinion)};

static const struct schema_field waiver[] = {
    {KEY("rule"), FIELD_TEXT, true, "The code of the rule that is waived.",
	.sample = "FT-02"},
    {KEY("where"), FIELD_TEXT, false,
	"A section, label or source; without it the whole report."},
    {KEY("reason"), FIELD_TEXT, false, "Why; a final report needs one."},
    {KEY("who"), FIELD_TEXT, false, "Who decided."},
    {KEY("when"), FIELD_DATE, false, "The day of the decision."},
};

static const struct schema waiver_schema = {SCHEMA(waiver)};

static const struct schema_field sign[] = {
    {KEY("on"), FIELD_DATE, false, "The day of the signature."},
    {KEY("place"), FIELD_TEXT, false, "Where the expert signed."},
    {KEY("mode"), FIELD_TEXT, false, "By hand, or how else."},
};

static const struct schema sign_schema = {SCHEMA(sign)};

/* --- the file --- */

static const struct schema_field kase[] = {
    {KEY("profile"), FIELD_TEXT, true,
	"The forum: a file of templates/profiles, without its ending.",
	.sample = "uk-utiac"},
    {KEY("status"), FIELD_ENUM, true,
	"draft until the expert has checked and signed it; then final.",
	"draft|final", .sample = "draft"},
    {KEY("report_date"), FIELD_DATE, true,
	"The date of the report, and the only today that it knows.",
	.sample = "2026-11-20"},
    {KEY("country"), FIELD_TEXT, true,
	"The country, as its folder in templates/sections is called.",
	.sample = "belarus"},
    {KEY("reference"), FIELD_TEXT, false, "The number of the case.",
	.sample = "PA/00000/2026"},
    {KEY("title"), FIELD_TEXT, false,
	"A title for page heads, in place of the profile's."},
    {KEY("subject"), FIELD_MAP, true, "The person whom the report is about.",
	.map = &subject_schema},
    {KEY("expert"), FIELD_TEXT, true,
	"The expert's file, as seen from this one.",
	.sample = "../experts/venn.yaml"},
    {KEY("anonymity"), FIELD_MAP, false, "An order for anonymity.",
	.map = &anonymity_schema},
    {KEY("identifiers"), FIELD_TEXTS, false,
	"Words that would give the person away in an anonymised copy."},
    {KEY("heads"), FIELD_TEXTS, false, "The heads of claim, in a word each."},
    {KEY("issues"), FIELD_TEXTS, false, "What is in dispute."},
    {KEY("countries_in_case"), FIELD_TEXTS, false,
	"Other countries that the case speaks of."},
    {KEY("hearing"), FIELD_MAP, false, "The hearing.", .map = &hearing_schema},
    {KEY("party"), FIELD_MAP, false, "The parties.", .map = &party_schema},
    {KEY("permission"), FIELD_MAP, false, "Permission for a longer report.",
	.map = &permission_schema},
    {KEY("representative"), FIELD_TEXT, false, "Who speaks for the person."},
    {KEY("supersedes"), FIELD_TEXT, false,
	"The earlier report that this one replaces."},
    {KEY("instructions"), FIELD_MAP, false, "What the expert is asked.",
	.map = &instructions_schema},
    {KEY("documents"), FIELD_MAPS, false, "The documents supplied.",
	.map = &document_schema},
    {KEY("not_supplied"), FIELD_TEXTS, false,
	"Documents that the expert was not given."},
    {KEY("facts"), FIELD_MAPS, false, "The facts, in the order of time.",
	.map = &fact_schema},
    {KEY("assumptions"), FIELD_PROSES, false,
	"What is assumed beyond the documents, each after \"that\"."},
    {KEY("prior_findings"), FIELD_PROSES, false,
	"What a court has found before."},
    {KEY("method"), FIELD_MAP, false, "How sources were looked for.",
	.map = &method_schema},
    {KEY("sections"), FIELD_USES, false,
	"The sections on the country, in the order of the report.",
	.map = &use_schema},
    {KEY("opinions"), FIELD_MAPS, false, "The answers to the questions.",
	.map = &opinion_schema},
    {KEY("limitations"), FIELD_PROSES, false,
	"What the report cannot say, and why."},
    {KEY("conclusion"), FIELD_PROSE, false, "The conclusion."},
    {KEY("availability"), FIELD_PROSE, false,
	"When the expert can give evidence."},
    {KEY("letter"), FIELD_PROSE, false,
	"The letter of instruction, or its substance."},
    {KEY("sources"), FIELD_TEXTS, false,
	"Files with sources of this case, as seen from this one."},
    {KEY("references"), FIELD_ANY, false,
	"Sources of this case, written as in templates/sources."},
    {KEY("waivers"), FIELD_MAPS, false,
	"Rules that the report may break, and why.", .map = &waiver_schema},
    {KEY("signed"), FIELD_MAP, false, "The signature.", .map = &sign_schema},
    {KEY("extra"), FIELD_ANY, false,
	"Facts of your own, under keys of your choice."},
};

const struct schema case_schema = {"A case",
    "One report: the person, the questions, the facts and the answers.",
    SCHEMA(kase)};
