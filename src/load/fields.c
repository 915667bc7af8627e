/*
 * fields.c - every field of a case file and of an expert's file
 */
#include "load/schema.h"

#define MAP(path)                            \
	{                                    \
		path, FIELD_MAP, false, NULL \
	}
#define LIST(path)                            \
	{                                     \
		path, FIELD_LIST, false, NULL \
	}
#define TEXT_(path)                           \
	{                                     \
		path, FIELD_TEXT, false, NULL \
	}
#define TEXTS(path)                            \
	{                                      \
		path, FIELD_TEXTS, false, NULL \
	}
#define PROSE(path)                            \
	{                                      \
		path, FIELD_PROSE, false, NULL \
	}
#define PROSES(path)                            \
	{                                       \
		path, FIELD_PROSES, false, NULL \
	}
#define DATE(path)                            \
	{                                     \
		path, FIELD_DATE, false, NULL \
	}
#define PARTIAL(path)                            \
	{                                        \
		path, FIELD_PARTIAL, false, NULL \
	}
#define ENUM(path, words)                      \
	{                                      \
		path, FIELD_ENUM, false, words \
	}
#define NEEDED(path, type)             \
	{                              \
		path, type, true, NULL \
	}

const struct schema_field case_fields[] = {
    NEEDED("profile", FIELD_TEXT),
    {"status", FIELD_ENUM, true, "draft|final"},
    NEEDED("report_date", FIELD_DATE),
    NEEDED("country", FIELD_TEXT),
    NEEDED("subject", FIELD_MAP),
    NEEDED("expert", FIELD_TEXT),
    TEXT_("reference"),
    TEXT_("title"),
    {"extra", FIELD_ANY, false, NULL},
    {"references", FIELD_ANY, false, NULL},
    TEXTS("sources"),
    TEXTS("identifiers"),
    TEXTS("heads"),
    TEXTS("issues"),
    TEXTS("countries_in_case"),
    TEXTS("not_supplied"),
    PROSES("assumptions"),
    PROSES("limitations"),
    PROSES("prior_findings"),
    PROSE("conclusion"),
    PROSE("availability"),
    PROSE("letter"),
    TEXT_("representative"),
    TEXT_("supersedes"),

    /* the person */
    NEEDED("subject.name", FIELD_MAP),
    NEEDED("subject.name.full", FIELD_TEXT),
    TEXT_("subject.name.native"),
    TEXT_("subject.name.short"),
    TEXT_("subject.name.formal"),
    TEXT_("subject.name.initials"),
    TEXTS("subject.name.aliases"),
    NEEDED("subject.pronouns", FIELD_ANY),
    PARTIAL("subject.born"),
    TEXT_("subject.birthplace"),
    TEXT_("subject.nationality"),
    TEXT_("subject.ethnicity"),
    TEXT_("subject.religion"),
    TEXT_("subject.region"),
    TEXT_("subject.occupation"),
    TEXTS("subject.languages"),
    TEXT_("subject.lives"),
    TEXT_("subject.sex"),
    TEXT_("subject.a_number"),
    {"subject.extra", FIELD_ANY, false, NULL},

    /* the proceedings */
    MAP("anonymity"),
    {"anonymity.order", FIELD_BOOL, false, NULL},
    TEXT_("anonymity.made_by"),
    DATE("anonymity.made_on"),
    MAP("hearing"),
    DATE("hearing.date"),
    TEXT_("hearing.place"),
    TEXT_("hearing.judge"),
    MAP("party"),
    TEXT_("party.claimant"),
    TEXT_("party.respondent"),
    {"party.*", FIELD_ANY, false, NULL},
    MAP("permission"),
    {"permission.limit", FIELD_NUMBER, true, NULL},
    DATE("permission.order_date"),

    /* instructions and documents */
    MAP("instructions"),
    {"instructions.by", FIELD_ANY, false, NULL},
    DATE("instructions.letter"),
    DATE("instructions.received"),
    PROSE("instructions.summary"),
    PROSE("instructions.limits"),
    LIST("instructions.oral"),
    MAP("instructions.oral[]"),
    DATE("instructions.oral[].date"),
    TEXT_("instructions.oral[].with"),
    PROSE("instructions.oral[].text"),
    TEXTS("instructions.orders"),
    LIST("instructions.questions"),
    MAP("instructions.questions[]"),
    NEEDED("instructions.questions[].id", FIELD_TEXT),
    TEXT_("instructions.questions[].title"),
    NEEDED("instructions.questions[].text", FIELD_TEXT),
    ENUM("instructions.questions[].status",
	"full|partial|outside_expertise|insufficient_information"),
    TEXT_("instructions.questions[].expertise"),
    LIST("documents"),
    MAP("documents[]"),
    NEEDED("documents[].id", FIELD_TEXT),
    NEEDED("documents[].title", FIELD_TEXT),
    PARTIAL("documents[].date"),
    TEXT_("documents[].pages"),
    TEXT_("documents[].note"),
    LIST("facts"),
    MAP("facts[]"),
    NEEDED("facts[].id", FIELD_TEXT),
    PARTIAL("facts[].date"),
    NEEDED("facts[].text", FIELD_PROSE),
    TEXT_("facts[].source"),
    TEXT_("facts[].place"),

    /* the work */
    MAP("method"),
    DATE("method.from"),
    DATE("method.to"),
    DATE("method.cutoff"),
    TEXTS("method.databases"),
    TEXTS("method.languages"),
    PROSE("method.interviews"),
    PROSE("method.tests"),
    PROSE("method.statement"),
    LIST("sections"),
    {"sections[]", FIELD_USE, false, NULL},
    NEEDED("sections[].id", FIELD_TEXT),
    ENUM("sections[].length", "brief|full"),
    {"sections[].optional", FIELD_BOOL, false, NULL},
    {"sections[].priority", FIELD_NUMBER, false, NULL},
    TEXT_("sections[].reason"),
    {"sections[].extra", FIELD_ANY, false, NULL},
    LIST("opinions"),
    MAP("opinions[]"),
    TEXT_("opinions[].question"),
    TEXT_("opinions[].topic"),
    TEXT_("opinions[].title"),
    PROSE("opinions[].summary"),
    NEEDED("opinions[].answer", FIELD_PROSE),
    PROSE("opinions[].reasons"),
    PROSE("opinions[].reasoning"),
    PROSES("opinions[].basis"),
    PROSES("opinions[].contrary"),
    PROSES("opinions[].range"),
    PROSE("opinions[].qualification"),
    TEXT_("opinions[].confidence"),
    TEXT_("opinions[].expertise"),
    LIST("waivers"),
    MAP("waivers[]"),
    NEEDED("waivers[].rule", FIELD_TEXT),
    TEXT_("waivers[].where"),
    TEXT_("waivers[].reason"),
    TEXT_("waivers[].who"),
    DATE("waivers[].when"),
    MAP("signed"),
    DATE("signed.on"),
    TEXT_("signed.place"),
    TEXT_("signed.mode"),
};

const size_t ncase_fields = sizeof(case_fields) / sizeof(case_fields[0]);

const struct schema_field expert_fields[] = {
    NEEDED("name", FIELD_MAP),
    NEEDED("name.full", FIELD_TEXT),
    TEXT_("name.formal"),
    TEXT_("name.native"),
    TEXT_("name.post_nominals"),
    TEXT_("title"),
    TEXT_("institution"),
    TEXT_("address"),
    TEXT_("email"),
    TEXT_("telephone"),
    MAP("signing"),
    TEXT_("signing.place"),
    TEXT_("signing.country"),
    DATE("cv_date"),
    PROSE("summary"),
    PROSE("experience"),
    LIST("expertise"),
    MAP("expertise[]"),
    TEXT_("expertise[].id"),
    NEEDED("expertise[].area", FIELD_TEXT),
    TEXT_("expertise[].basis"),
    LIST("posts"),
    MAP("posts[]"),
    PARTIAL("posts[].from"),
    PARTIAL("posts[].to"),
    NEEDED("posts[].title", FIELD_TEXT),
    TEXT_("posts[].institution"),
    LIST("degrees"),
    MAP("degrees[]"),
    PARTIAL("degrees[].year"),
    NEEDED("degrees[].degree", FIELD_TEXT),
    TEXT_("degrees[].institution"),
    TEXT_("degrees[].note"),
    LIST("languages"),
    MAP("languages[]"),
    NEEDED("languages[].language", FIELD_TEXT),
    TEXT_("languages[].level"),
    LIST("fieldwork"),
    MAP("fieldwork[]"),
    PARTIAL("fieldwork[].date"),
    TEXT_("fieldwork[].place"),
    TEXT_("fieldwork[].purpose"),
    MAP("last_visit"),
    PARTIAL("last_visit.date"),
    PROSE("last_visit.note"),
    LIST("publications"),
    MAP("publications[]"),
    PARTIAL("publications[].date"),
    NEEDED("publications[].title", FIELD_TEXT),
    TEXT_("publications[].kind"),
    TEXT_("publications[].in"),
    TEXT_("publications[].publisher"),
    TEXT_("publications[].with"),
    {"publications_complete", FIELD_BOOL, false, NULL},
    LIST("testimony"),
    MAP("testimony[]"),
    PARTIAL("testimony[].date"),
    TEXT_("testimony[].court"),
    TEXT_("testimony[].matter"),
    TEXT_("testimony[].number"),
    TEXT_("testimony[].mode"),
    TEXT_("testimony[].side"),
    {"testimony_complete", FIELD_BOOL, false, NULL},
    MAP("fee"),
    PROSE("fee.basis"),
    TEXT_("fee.amount"),
    {"fee.contingent", FIELD_BOOL, false, NULL},
    LIST("judicial"),
    MAP("judicial[]"),
    NEEDED("judicial[].case", FIELD_TEXT),
    PARTIAL("judicial[].date"),
    ENUM("judicial[].verdict", "favourable|adverse|mixed"),
    PROSE("judicial[].summary"),
    {"judicial_complete", FIELD_BOOL, false, NULL},
    TEXTS("memberships"),
    LIST("training"),
    MAP("training[]"),
    PARTIAL("training[].year"),
    TEXT_("training[].title"),
    TEXT_("training[].by"),
    PROSE("conflicts"),
    PROSE("ai_use"),
    LIST("attest"),
    MAP("attest[]"),
    NEEDED("attest[].id", FIELD_TEXT),
    TEXT_("attest[].text"),
    DATE("attest[].on"),
    LIST("scale"),
    MAP("scale[]"),
    NEEDED("scale[].word", FIELD_TEXT),
    NEEDED("scale[].meaning", FIELD_TEXT),
    {"extra", FIELD_ANY, false, NULL},
};

const size_t nexpert_fields = sizeof(expert_fields) / sizeof(expert_fields[0]);
