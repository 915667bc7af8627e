/*
 * grammar_verb.c - pronouns: what follows them, how they are written, whose
 * they are
 */
#include "check/grammar_rule.h"

/* What is right after he, she, it; and after they, we. */
static const struct {
	const char *one, *many;
	bool past; /* "if he were": not a fault */
} verbs[] = {
    {"is", "are", false},
    {"was", "were", true},
    {"has", "have", false},
    {"does", "do", false},
    {"isn't", "aren't", false},
    {"wasn't", "weren't", true},
    {"hasn't", "haven't", false},
    {"doesn't", "don't", false},
    {"faces", "face", false},
    {"fears", "fear", false},
    {"lives", "live", false},
    {"works", "work", false},
    {"says", "say", false},
    {"states", "state", false},
    {"claims", "claim", false},
    {"believes", "believe", false},
    {"speaks", "speak", false},
    {"holds", "hold", false},
    {"belongs", "belong", false},
    {"wants", "want", false},
    {"wishes", "wish", false},
    {"knows", "know", false},
    {"needs", "need", false},
    {"comes", "come", false},
    {"goes", "go", false},
    {"takes", "take", false},
    {"gives", "give", false},
    {"makes", "make", false},
    {"gets", "get", false},
    {"sees", "see", false},
    {"remains", "remain", false},
    {"describes", "describe", false},
    {"explains", "explain", false},
    {"reports", "report", false},
    {"denies", "deny", false},
    {"seeks", "seek", false},
    {"suffers", "suffer", false},
    {"thinks", "think", false},
    {"understands", "understand", false},
    {"uses", "use", false},
    {"visits", "visit", false},
    {"practises", "practise", false},
    {"appears", "appear", false},
    {"seems", "seem", false},
    {"returns", "return", false},
    {"runs", "run", false},
};

enum { VERBS = sizeof(verbs) / sizeof(verbs[0]) };

static const char between[] =
    " also not never still now often always already only thus therefore later "
    "each both themselves himself herself then usually sometimes really ";

/* After these a verb stands in its base form, or the pronoun is no subject:
 * "does he have", "let them", "recommend that he have". */
static const char before[] =
    " do does did don't doesn't didn't can can't cannot could couldn't will "
    "won't would wouldn't shall should shouldn't may might must had need dare "
    "let make makes made help helps helped see saw hear heard nor and or if "
    "unless lest though although whether suppose supposing wish wishes wished "
    "as than ";

/* Somewhere before in the sentence: the subjunctive may follow. */
static const char moods[] =
    " if unless lest though although whether suppose supposing wish wishes "
    "wished wishing imagine provided require requires required recommend "
    "recommends recommended recommendation demand demands demanded suggest "
    "suggests suggested request requests requested insist insists insisted "
    "order orders ordered propose proposes proposed important essential "
    "necessary vital crucial condition ";

static bool
mood_before(const struct gram *g, size_t i)
{
	for (size_t k = i; k && !g->words.at[k].begins && i - k < 12; k--)
		if (gram_among(moods, g->words.at[k - 1].low))
			return true;
	return false;
}

/* Typographic apostrophes as the table has them. */
static struct text
plain(struct arena *a, struct text t)
{
	struct buf b = {.a = a};

	if (text_find(t, 0, TEXT("\u2019")) == t.n)
		return t;
	for (size_t i = 0; i < t.n;) {
		uint32_t cp = text_next(t, &i);
		buf_cp(&b, cp == 0x2019 ? '\'' : cp);
	}
	return buf_text(&b);
}

static void
agree(struct gram *g, size_t i, size_t verb, bool many)
{
	const struct gram_word *w = gram_word(g, verb);
	struct text low = plain(g->a, w->low);

	for (size_t k = 0; k < VERBS; k++) {
		const char *wrong = many ? verbs[k].one : verbs[k].many;
		const char *right = many ? verbs[k].many : verbs[k].one;
		if (!text_is(low, wrong))
			continue;
		if (!many && (verbs[k].past || k >= 8 || k == 2)
		    && mood_before(g, i))
			return;
		gram_hit(g, g->words.at[i].from, w->to,
		    "write {{ subject|verb('...', '...') }}, or {{ "
		    "subject|s('...') }}",
		    "\"%.*s\" goes with \"%s\", not with \"%.*s\"",
		    TEXT_ARG(g->words.at[i].low), right, TEXT_ARG(low));
		return;
	}
}

void
gram_agreement(struct gram *g)
{
	for (size_t i = 0; i + 1 < g->words.n; i++) {
		const struct gram_word *w = &g->words.at[i];
		if (w->low.n > 4) /* no pronoun */
			continue;
		bool one = gram_among(" he she ", w->low)
		    || (w->begins && text_is(w->low, "it"));
		bool many = gram_among(" they we ", w->low);
		size_t verb = i + 1;
		/* The thing and the pronoun in one breath: an object, or two
		 * subjects. */
		if ((!one && !many)
		    || (!w->begins
			&& gram_among(before, gram_word(g, i - 1)->low)))
			continue;
		while (gram_joined(g, verb) && verb < i + 3
		    && gram_among(between, gram_word(g, verb)->low))
			verb++;
		bool near = true;
		for (size_t k = i + 1; k <= verb; k++)
			near = near && gram_joined(g, k);
		if (near)
			agree(g, i, verb, many);
	}
}

static const char sets[] =
    " he him his himself she her hers herself they them their theirs "
    "themself themselves we us our it its ";

/* His Excellency, Her Majesty. */
static const char honours[] =
    " excellency majesty highness honour honor holiness lordship lordships "
    "ladyship eminence grace beatitude ";

void
gram_capital(struct gram *g)
{
	if (g->p->block->kind == NODE_HEADING)
		return;
	for (size_t i = 1; i < g->words.n; i++) {
		const struct gram_word *w = &g->words.at[i];
		const struct gram_word *left = &g->words.at[i - 1];
		if (!w->capital || w->begins || left->capital || left->opaque
		    || !gram_among(sets, w->low)
		    || wording_part(g->p, w->from)->emphasis)
			continue;
		struct text gap = gram_gap(g, i);
		char second = g->t.s[w->from + 1];
		if (second >= 'A' && second <= 'Z')
			continue; /* IT, the US */
		if (!gram_joined(g, i) && !text_is(gap, ", ")
		    && !text_is(gap, "; "))
			continue;
		if (gram_among(honours, gram_word(g, i + 1)->low)
		    || (gram_word(g, i + 1)->capital && gram_joined(g, i + 1)))
			continue;
		gram_hit(g, w->from, w->to,
		    "within a sentence write {{ subject.they }}, small",
		    "a capital within a sentence: %.*s",
		    TEXT_ARG(text_sub(g->t, w->from, w->to)));
	}
}

static int
set_of(struct text low)
{
	if (gram_among(" he him his himself ", low))
		return 1;
	if (gram_among(" she her hers herself ", low))
		return 2;
	return gram_among(" they them their theirs themself ", low) ? 3 : 0;
}

/* Does the fact's place lie in the map of the subject? */
static bool
is_of(const struct value *v, struct pos at, unsigned depth)
{
	if (at.src && v->pos.src == at.src && v->pos.off == at.off)
		return true;
	for (const struct value *c = v->child; c && depth < 8; c = c->next)
		if (is_of(c, at, depth + 1))
			return true;
	return false;
}

struct grammar_subject
grammar_subject_of(const struct value *facts)
{
	const struct value *v = value_key(facts, TEXT("subject"));

	return (struct grammar_subject){v, value_text(v, "pronouns")};
}

/*
 * A paragraph that names the subject by a fact, and in the words of the
 * template has "his" for a woman.  Only he and she: "they" may be anyone.
 */
void
gram_other_set(struct gram *g)
{
	bool named = false;
	int own = g->who ? set_of(g->who->they) : 0;

	if (!own || !g->who->value)
		return;
	for (size_t i = 0; i < g->p->parts.n && !named; i++)
		named = is_of(g->who->value, g->p->parts.at[i].node->fact, 0);
	for (size_t i = 0; named && i < g->words.n; i++) {
		const struct gram_word *w = &g->words.at[i];
		int set = set_of(w->low);
		if (!set || set == 3 || set == own
		    || wording_part(g->p, w->from)->node->fact.src)
			continue;
		gram_hit(g, w->from, w->to,
		    "if it is the subject's, write {{ subject.their }} or its "
		    "like",
		    "the subject is \"%.*s\" here, and the template says: %.*s",
		    TEXT_ARG(g->who->they), TEXT_ARG(w->low));
	}
}
