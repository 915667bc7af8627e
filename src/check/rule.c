#include "check/rule.h"

const struct rule rules[] = {
    {"STMT-01", LEVEL_BLOCK, false,
	"the statement of truth stands word for word",
	"CPR PD 35 para 3.3; the forum's own text in the profile", check_truth},
    {"STMT-02", LEVEL_BLOCK, true,
	"signature and date follow on the page of the statement",
	"practice; the statement verifies what is signed", check_signature},
    {"CITE-01", LEVEL_ERROR, false,
	"a sourced fact or an opinion rests on a source",
	"CPR PD 35 para 3.2(2); AAW [2015] UKUT 673", check_uncited},
    {"CITE-07", LEVEL_BLOCK, false, "every citation is in the library",
	"a fabricated citation excludes an expert", NULL},
    {"VERIF-01", LEVEL_ERROR, false,
	"a person has opened every source that is cited",
	"Kohls v. Ellison (D. Minn. 2025); EOIR PM 25-40", check_verification},
    {"FT-02", LEVEL_BLOCK, true, "the report keeps to the forum's length",
	"First-tier Tribunal (IAC) Practice Direction 2024, para 9.2",
	check_length},
    {"GRAM-01", LEVEL_WARNING, false, "a verb agrees with its pronoun",
	"a text put together from pieces", check_grammar},
    {"GRAM-02", LEVEL_WARNING, false,
	"\"a\" and \"an\" go by the sound that follows",
	"a text put together from pieces", check_grammar},
    {"GRAM-03", LEVEL_WARNING, false, "no word is there twice",
	"a text put together from pieces", check_grammar},
    {"GRAM-04", LEVEL_WARNING, false, "words have one blank between them",
	"a text put together from pieces", check_grammar},
    {"GRAM-05", LEVEL_WARNING, false,
	"no blank stands before a comma or full stop",
	"a text put together from pieces", check_grammar},
    {"GRAM-06", LEVEL_WARNING, false,
	"an empty list or fact leaves nothing behind",
	"a text put together from pieces", check_grammar},
    {"GRAM-07", LEVEL_WARNING, false, "sentences begin with a capital",
	"a text put together from pieces", check_grammar},
    {"GRAM-08", LEVEL_WARNING, false,
	"brackets and quotation marks come in pairs",
	"a text put together from pieces", check_grammar},
    {"GRAM-09", LEVEL_WARNING, false, "pronouns within a sentence are small",
	"a text put together from pieces", check_grammar},
    {"GRAM-10", LEVEL_WARNING, false, "a sentence has one full stop",
	"a text put together from pieces", check_grammar},
    {"GRAM-11", LEVEL_WARNING, false, "a noun agrees with its number",
	"a text put together from pieces", check_grammar},
    {"GRAM-12", LEVEL_WARNING, false, "pronouns are of the subject's set",
	"a text put together from pieces", check_grammar},
    {"GRAM-13", LEVEL_WARNING, false, "no tag is printed as it stands",
	"a text put together from pieces", check_grammar},
};

const size_t nrules = sizeof(rules) / sizeof(rules[0]);

static const struct waiver *
waiver_for(struct checker *c, struct text where)
{
	for (size_t i = 0; i < c->kase->waivers.n; i++) {
		const struct waiver *w = &c->kase->waivers.at[i];
		if (!text_is(w->rule, c->rule->code))
			continue;
		if (w->where.n && !text_eq(w->where, where))
			continue;
		c->applied[i] = true;
		if (w->reason.n)
			return w;
	}
	return NULL;
}

struct finding *
rule_found(struct checker *c, struct text where, struct pos at, const char *fmt,
    ...)
{
	const struct waiver *w = waiver_for(c, where);
	enum level level = w && c->level > LEVEL_INFO ? LEVEL_INFO : c->level;
	va_list ap;

	va_start(ap, fmt);
	struct text words = text_vfmt(c->a, fmt, ap);
	va_end(ap);
	struct finding *f =
	    diag(c->d, level, c->rule->code, at, "%.*s", TEXT_ARG(words));
	if (w)
		finding_remark(c->d, f, "waived", w->pos, "%.*s",
		    TEXT_ARG(w->reason));
	else if (level >= LEVEL_ERROR)
		c->stopped = true;
	return f;
}

void
waivers_check(struct checker *c)
{
	for (size_t i = 0; i < c->kase->waivers.n; i++) {
		const struct waiver *w = &c->kase->waivers.at[i];
		if (!w->reason.n) {
			diag(c->d, LEVEL_ERROR, "WAIV-01", w->pos,
			    "a waiver needs a reason: %.*s", TEXT_ARG(w->rule));
			c->stopped = true;
		} else if (!c->applied[i]) {
			diag(c->d, LEVEL_WARNING, "WAIV-02", w->pos,
			    "this waiver meets no finding: %.*s",
			    TEXT_ARG(w->rule));
		}
	}
}

void
walk(const struct node *n, bool (*fn)(const struct node *n, void *ctx),
    void *ctx)
{
	if (!fn(n, ctx))
		return;
	for (const struct node *c = n->child; c; c = c->next)
		walk(c, fn, ctx);
}

struct text
para_name(struct arena *a, const struct node *para)
{
	if (!para->number.n)
		return TEXT("an unnumbered paragraph");
	return text_fmt(a, "paragraph %.*s", TEXT_ARG(para->number));
}
