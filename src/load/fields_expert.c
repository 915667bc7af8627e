/*
 * fields_expert.c - every key of an expert's file
 */
#include "load/schema.h"

static const struct schema_field name[] = {
    {KEY("full"), FIELD_TEXT, true, "The whole name, with titles.",
	.sample = "Dr Katharine Marlow Venn"},
    {KEY("formal"), FIELD_TEXT, false, "The name as it is signed.",
	.sample = "Dr K. M. Venn"},
    {KEY("native"), FIELD_TEXT, false, "The name in its own writing."},
    {KEY("post_nominals"), FIELD_TEXT, false, "Letters behind the name.",
	.sample = "FRGS"},
};

static const struct schema name_schema = {SCHEMA(name)};

static const struct schema_field signing[] = {
    {KEY("place"), FIELD_TEXT, false, "Where the expert signs."},
    {KEY("country"), FIELD_TEXT, false,
	"In which country; some statements of truth depend on it."},
};

static const struct schema signing_schema = {SCHEMA(signing)};

static const struct schema_field expertise[] = {
    {KEY("id"), FIELD_ID, false, "A short name, for questions to refer to.",
	.sample = "politics"},
    {KEY("area"), FIELD_TEXT, true, "The field."},
    {KEY("basis"), FIELD_TEXT, false, "What the expertise rests on."},
};

static const struct schema expertise_schema = {SCHEMA(expertise)};

static const struct schema_field post[] = {
    {KEY("from"), FIELD_PARTIAL, false, "The year or month it began.",
	.sample = "2018"},
    {KEY("to"), FIELD_PARTIAL, false, "When it ended; left out if it has not."},
    {KEY("title"), FIELD_TEXT, true, "The post."},
    {KEY("institution"), FIELD_TEXT, false, "The employer."},
};

static const struct schema post_schema = {SCHEMA(post)};

static const struct schema_field degree[] = {
    {KEY("year"), FIELD_PARTIAL, false, "The year."},
    {KEY("degree"), FIELD_TEXT, true, "The degree and its subject."},
    {KEY("institution"), FIELD_TEXT, false, "The university."},
    {KEY("note"), FIELD_TEXT, false, "A remark, such as the thesis."},
};

static const struct schema degree_schema = {SCHEMA(degree)};

static const struct schema_field language[] = {
    {KEY("language"), FIELD_TEXT, true, "The language."},
    {KEY("level"), FIELD_TEXT, false, "How well the expert has it."},
};

static const struct schema language_schema = {SCHEMA(language)};

static const struct schema_field fieldwork[] = {
    {KEY("date"), FIELD_PARTIAL, false, "When."},
    {KEY("place"), FIELD_TEXT, false, "Where."},
    {KEY("purpose"), FIELD_TEXT, false, "What for."},
};

static const struct schema fieldwork_schema = {SCHEMA(fieldwork)};

static const struct schema_field last_visit[] = {
    {KEY("date"), FIELD_PARTIAL, false, "When the expert was there last."},
    {KEY("note"), FIELD_PROSE, false, "Why not since, and what follows."},
};

static const struct schema last_visit_schema = {SCHEMA(last_visit)};

static const struct schema_field publication[] = {
    {KEY("date"), FIELD_PARTIAL, false, "The year or month."},
    {KEY("title"), FIELD_TEXT, true, "The title."},
    {KEY("kind"), FIELD_TEXT, false, "book, report, article, chapter ..."},
    {KEY("in"), FIELD_TEXT, false, "The journal or book it stands in."},
    {KEY("publisher"), FIELD_TEXT, false, "The publisher."},
    {KEY("with"), FIELD_TEXT, false, "The other authors."},
};

static const struct schema publication_schema = {SCHEMA(publication)};

static const struct schema_field testimony[] = {
    {KEY("date"), FIELD_PARTIAL, false, "When."},
    {KEY("court"), FIELD_TEXT, false, "The court."},
    {KEY("matter"), FIELD_TEXT, false, "The name of the case."},
    {KEY("number"), FIELD_TEXT, false, "The number of the case."},
    {KEY("mode"), FIELD_TEXT, false, "Oral or written, in person or not."},
    {KEY("side"), FIELD_TEXT, false, "For whom."},
};

static const struct schema testimony_schema = {SCHEMA(testimony)};

static const struct schema_field fee[] = {
    {KEY("basis"), FIELD_PROSE, false, "How the fee is reckoned."},
    {KEY("amount"), FIELD_TEXT, false, "The sum."},
    {KEY("contingent"), FIELD_BOOL, false,
	"true if it depends on the outcome, which most forums forbid."},
};

static const struct schema fee_schema = {SCHEMA(fee)};

static const struct schema_field judicial[] = {
    {KEY("case"), FIELD_TEXT, true, "The name of the case."},
    {KEY("date"), FIELD_PARTIAL, false, "When it was decided."},
    {KEY("verdict"), FIELD_ENUM, false, "What the comment was on the whole.",
	"favourable|adverse|mixed"},
    {KEY("summary"), FIELD_PROSE, false, "What was said, in substance."},
};

static const struct schema judicial_schema = {SCHEMA(judicial)};

static const struct schema_field training[] = {
    {KEY("year"), FIELD_PARTIAL, false, "The year."},
    {KEY("title"), FIELD_TEXT, false, "The course."},
    {KEY("by"), FIELD_TEXT, false, "Who gave it."},
};

static const struct schema training_schema = {SCHEMA(training)};

static const struct schema_field attest[] = {
    {KEY("id"), FIELD_ID, true, "The name of the statement."},
    {KEY("text"), FIELD_TEXT, false, "Its words."},
    {KEY("on"), FIELD_DATE, false, "The day on which it was made."},
};

static const struct schema attest_schema = {SCHEMA(attest)};

static const struct schema_field scale[] = {
    {KEY("word"), FIELD_TEXT, true, "The word.", .sample = "likely"},
    {KEY("meaning"), FIELD_TEXT, true, "What the expert means by it."},
};

static const struct schema scale_schema = {SCHEMA(scale)};

static const struct schema_field expert[] = {
    {KEY("name"), FIELD_MAP, true, "The expert's name.", .map = &name_schema},
    {KEY("title"), FIELD_TEXT, false, "The present post."},
    {KEY("institution"), FIELD_TEXT, false, "The present employer."},
    {KEY("address"), FIELD_TEXT, false, "The professional address."},
    {KEY("email"), FIELD_TEXT, false, "The address for electronic mail.",
	.title = "E-mail"},
    {KEY("telephone"), FIELD_TEXT, false, "The number."},
    {KEY("signing"), FIELD_MAP, false, "Where reports are signed.",
	.map = &signing_schema},
    {KEY("cv_date"), FIELD_DATE, false, "The day up to which the CV goes.",
	.title = "CV date"},
    {KEY("summary"), FIELD_PROSE, false, "The career, in the first person."},
    {KEY("experience"), FIELD_PROSE, false,
	"How many reports, for whom, and with what result."},
    {KEY("expertise"), FIELD_MAPS, false, "The fields of expertise claimed.",
	.map = &expertise_schema},
    {KEY("posts"), FIELD_MAPS, false, "Posts held, the latest first.",
	.map = &post_schema},
    {KEY("degrees"), FIELD_MAPS, false, "Degrees.", .map = &degree_schema},
    {KEY("languages"), FIELD_MAPS, false, "Languages.",
	.map = &language_schema},
    {KEY("fieldwork"), FIELD_MAPS, false, "Fieldwork and visits.",
	.map = &fieldwork_schema},
    {KEY("last_visit"), FIELD_MAP, false, "The last visit to the country.",
	.map = &last_visit_schema},
    {KEY("publications"), FIELD_MAPS, false, "Publications.",
	.map = &publication_schema},
    {KEY("publications_complete"), FIELD_BOOL, false,
	"true if the list has all of the last ten years."},
    {KEY("testimony"), FIELD_MAPS, false, "Evidence given in court.",
	.map = &testimony_schema},
    {KEY("testimony_complete"), FIELD_BOOL, false,
	"true if the list has all of the last four years."},
    {KEY("fee"), FIELD_MAP, false, "The fee.", .map = &fee_schema},
    {KEY("judicial"), FIELD_MAPS, false,
	"What judges have said of the expert, for and against.",
	.title = "Judicial comment", .map = &judicial_schema},
    {KEY("judicial_complete"), FIELD_BOOL, false,
	"true if the list has all that the expert knows of.",
	.title = "Judicial comment complete"},
    {KEY("memberships"), FIELD_TEXTS, false, "Learned societies and the like."},
    {KEY("training"), FIELD_MAPS, false, "Training as an expert witness.",
	.map = &training_schema},
    {KEY("conflicts"), FIELD_PROSE, false,
	"Interests, or that there are none."},
    {KEY("ai_use"), FIELD_PROSE, false,
	"How artificial intelligence was used, or that it was not.",
	.title = "AI use"},
    {KEY("attest"), FIELD_MAPS, false,
	"Statements that the expert makes in person, with their day.",
	.title = "Attestations", .map = &attest_schema},
    {KEY("scale"), FIELD_MAPS, false, "Words of probability, from low to high.",
	.map = &scale_schema},
    {KEY("extra"), FIELD_ANY, false,
	"Facts of your own, under keys of your choice."},
};

const struct schema expert_schema = {"An expert",
    "The expert who signs: the curriculum vitae and the declarations.",
    SCHEMA(expert)};
