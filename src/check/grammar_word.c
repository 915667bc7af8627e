/*
 * grammar_word.c - words and their neighbours: articles, doubles, numbers
 */
#include "base/article.h"
#include "check/grammar_rule.h"

/* "a" or "an" as an article: in small letters, or where a sentence begins. */
static bool
is_article(const struct gram *g, size_t i)
{
	const struct gram_word *w = &g->words.at[i];
	size_t before = w->from;

	if (!text_is(w->low, "a") && !text_is(w->low, "an"))
		return false;
	if (w->capital && !w->begins)
		return false; /* Appendix A is */
	if (before && strchr("(/.", g->t.s[before - 1]))
		return false; /* (a), n/a */
	return gram_joined(g, i + 1);
}

void
gram_article(struct gram *g)
{
	for (size_t i = 0; i + 1 < g->words.n; i++) {
		const struct gram_word *w = &g->words.at[i];
		const struct gram_word *next = &g->words.at[i + 1];
		if (!is_article(g, i) || next->opaque)
			continue;
		enum article want =
		    article_of(text_sub(g->t, next->from, g->t.n));
		bool an = text_is(w->low, "an");
		if (text_is(next->low, "a") || text_is(next->low, "an"))
			continue; /* a word twice, if anything */
		if (want == ARTICLE_EITHER || (want == ARTICLE_AN) == an)
			continue;
		gram_hit(g, w->from, next->to,
		    "let |a_or_an choose: {{ subject.occupation|a_or_an }}",
		    "\"%s\" before the sound of: %.*s", an ? "an" : "a",
		    TEXT_ARG(text_sub(g->t, next->from, next->to)));
	}
}

/* Words that English doubles. */
static const char doubles[] =
    " had that very much long many so is do no really far again more had her "
    "in who ";

/* Words that are no name, even with capitals. */
static const char little[] =
    " the a an of to in on at by for and or with from as is was were are has "
    "have not he she they his their it mr mrs ms dr ";

static bool
is_number(struct text t)
{
	return t.n && t.s[0] >= '0' && t.s[0] <= '9';
}

void
gram_doubled(struct gram *g)
{
	for (size_t i = 1; i < g->words.n; i++) {
		const struct gram_word *w = &g->words.at[i - 1];
		const struct gram_word *next = &g->words.at[i];
		if (!text_eq(w->low, next->low) || !gram_joined(g, i)
		    || is_number(w->low) || gram_among(doubles, w->low))
			continue;
		/* Duran Duran: a name, if one hand wrote both. */
		if (w->capital && next->capital && !gram_among(little, w->low)
		    && wording_part(g->p, w->from)
			== wording_part(g->p, next->from))
			continue;
		if (w->low.n == 1 && !text_is(w->low, "a"))
			continue;
		gram_hit(g, w->from, next->to, "strike one out",
		    "a word is there twice: %.*s",
		    TEXT_ARG(text_sub(g->t, next->from, next->to)));
	}
}

static const char *const nouns[][2] = {
    {"child", "children"},
    {"person", "people"},
    {"man", "men"},
    {"woman", "women"},
    {"year", "years"},
    {"month", "months"},
    {"week", "weeks"},
    {"day", "days"},
    {"hour", "hours"},
    {"minute", "minutes"},
    {"document", "documents"},
    {"question", "questions"},
    {"opinion", "opinions"},
    {"statement", "statements"},
    {"letter", "letters"},
    {"report", "reports"},
    {"source", "sources"},
    {"page", "pages"},
    {"paragraph", "paragraphs"},
    {"fact", "facts"},
    {"event", "events"},
    {"arrest", "arrests"},
    {"case", "cases"},
    {"time", "times"},
    {"brother", "brothers"},
    {"sister", "sisters"},
    {"son", "sons"},
    {"daughter", "daughters"},
    {"prisoner", "prisoners"},
    {"detainee", "detainees"},
    {"witness", "witnesses"},
    {"member", "members"},
    {"country", "countries"},
    {"city", "cities"},
    {"family", "families"},
};

enum { NOUNS = sizeof(nouns) / sizeof(nouns[0]) };

/* By their length, since every word of a report is looked for. */
static const char *const several[] = {" ", " 0 ", " ", " two six ten ",
    " four five nine ", " three seven eight ", " eleven twelve ", " several "};

enum { SEVERAL = sizeof(several) / sizeof(several[0]) };

/* What names a numbered thing: "section 1 children". */
static const char labels[] =
    " section sections chapter part article appendix annex table figure "
    "paragraph para paras page pages no nos number question document rule "
    "schedule clause of v volume issue day grade class room flat may june july "
    "january february march april august september october november december ";

/* A singular noun after a number may belong to the next: "two child
 * soldiers".  Before these words it stands alone. */
static const char after[] =
    " and or of in on at to from with by for who which that was is are were "
    "has have had but as ";

/* 1: one; 2: more than one, or none; 0: no count. */
static int
count_of(const struct gram *g, size_t i)
{
	const struct gram_word *w = &g->words.at[i];
	char left = w->from ? g->t.s[w->from - 1] : ' ';
	int n, count = 0;

	if (text_is(w->low, "1") || text_is(w->low, "one"))
		count = 1;
	else if ((w->low.n < SEVERAL && gram_among(several[w->low.n], w->low))
	    || (text_int(w->low, &n) && n > 1))
		count = 2;
	if (!count || strchr(",./-:", left)
	    || (i && gram_joined(g, i)
		&& (gram_among(labels, g->words.at[i - 1].low)
		    || (g->words.at[i - 1].capital
			&& !g->words.at[i - 1].begins))))
		return 0;
	return count;
}

static bool
stands_alone(const struct gram *g, size_t i)
{
	return i + 1 >= g->words.n || !gram_joined(g, i + 1)
	    || gram_among(after, g->words.at[i + 1].low);
}

void
gram_count(struct gram *g)
{
	for (size_t i = 0; i + 1 < g->words.n; i++) {
		int count = count_of(g, i);
		if (!count || !gram_joined(g, i + 1))
			continue;
		const struct gram_word *noun = &g->words.at[i + 1];
		for (size_t k = 0; k < NOUNS; k++) {
			const char *wrong = nouns[k][count == 1];
			if (!text_is(noun->low, wrong)
			    || (count == 2 && !stands_alone(g, i + 1)))
				continue;
			gram_hit(g, g->words.at[i].from, noun->to,
			    "let |plural or |quantity choose: {{ n|quantity("
			    "'child', 'children') }}",
			    "\"%.*s\" goes with \"%s\", not with \"%s\"",
			    TEXT_ARG(text_sub(g->t, g->words.at[i].from,
				g->words.at[i].to)),
			    nouns[k][count == 2], wrong);
		}
	}
}
