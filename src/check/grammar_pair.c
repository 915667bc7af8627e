/*
 * grammar_pair.c - where sentences begin, and marks that come in pairs
 */
#include "base/uni.h"
#include "check/grammar_rule.h"

/* A full stop after these ends no sentence. */
static const char shortened[] =
    " eg ie etc cf vs v al ed eds vol vols art arts p pp para paras no nos mr "
    "mrs ms mx dr prof st sr jr c ca circa approx b d f ff fn n s ss ch pt r "
    "rr "
    "reg regs sch cl app inc ltd co corp dept gen col lt sgt rev hon fig figs "
    "tab ibid id op cit loc ante post jan feb mar apr jun jul aug sep sept oct "
    "nov dec viz resp incl excl tel ext est min max sec seq ";

/* Parts of names that are small even there. */
static const char particles[] =
    " de van von der den di da del della du al el ibn bin bint ter ten la le ";

/* The dot at `stop` ends an abbreviation, an initial, a number. */
static bool
is_shortened(const struct gram *g, size_t i, size_t stop)
{
	const struct gram_word *w = &g->words.at[i];

	if (w->to != stop)
		return false;
	if (gram_among(shortened, w->low) || uni_length(w->low) == 1)
		return true;
	if (w->from && g->t.s[w->from - 1] == '.')
		return true; /* e.g., a.m. */
	return w->low.s[0] >= '0' && w->low.s[0] <= '9';
}

static bool
is_name(const struct gram *g, const struct gram_word *w)
{
	size_t dash = text_findc(w->low, 0, '-');

	if (gram_among(particles, text_sub(w->low, 0, dash)))
		return true;
	/* iPhone, eBay */
	for (size_t i = w->from; i < w->to;)
		if (uni_is_upper(text_next(g->t, &i)))
			return true;
	return false;
}

/* The gap is a full stop and blanks, with closing marks between at most. */
static bool
is_stop(struct text gap)
{
	size_t i = text_findc(gap, 0, '.');

	if (i == gap.n || text_findc(gap, i + 1, '.') < gap.n)
		return false;
	for (size_t k = 0; k < gap.n; k++)
		if (strchr("([?!:;,/\n", gap.s[k]))
			return false;
	return text_findc(gap, i, ' ') < gap.n
	    && text_find(gap, 0, TEXT("\u2026")) == gap.n;
}

static void
small(struct gram *g, const struct gram_word *w)
{
	gram_hit(g, w->from, w->to,
	    "begin with {{ subject.They }}, or with |capitalize",
	    "a sentence begins with a small letter: %.*s",
	    TEXT_ARG(text_sub(g->t, w->from, w->to)));
}

/* "{{ subject.they }} was" at the start of a paragraph: only where the word is
 * a fact, since a list's items and what goes on after a quotation are small. */
static void
small_start(struct gram *g)
{
	const struct gram_word *w = gram_word(g, 0);

	if (!g->words.n || w->from || w->capital
	    || g->p->block->kind != NODE_PARA
	    || node_has_class(g->p->block, "cont")
	    || !wording_part(g->p, 0)->node->fact.src)
		return;
	if (gram_among(" he she they his her their him them ", w->low)
	    && g->t.n > 1 && strchr(".?!", g->t.s[g->t.n - 1]))
		small(g, w);
}

void
gram_small(struct gram *g)
{
	small_start(g);
	for (size_t i = 1; i < g->words.n; i++) {
		const struct gram_word *w = &g->words.at[i];
		if (!w->begins)
			continue;
		size_t at = w->from,
		       stop = text_findc(g->t, g->words.at[i - 1].to, '.');
		if (!is_stop(gram_gap(g, i)) || w->opaque
		    || !uni_is_lower(text_next(g->t, &at)))
			continue;
		if (is_shortened(g, i - 1, stop) || is_name(g, w))
			continue;
		small(g, w);
	}
}

static const struct {
	const char *open, *close;
} pairs[] = {{"(", ")"}, {"[", "]"}, {"\u201c", "\u201d"},
    {"\u00ab", "\u00bb"}};

enum { PAIRS = sizeof(pairs) / sizeof(pairs[0]), OPEN_MAX = 32 };

/* "1)", "iv)" and "a)", where a word could begin. */
static bool
is_item(const struct gram *g, size_t i)
{
	size_t from = i;

	while (from && g->t.s[from - 1] != ' ' && g->t.s[from - 1] != '\n')
		from--;
	struct text word = text_sub(g->t, from, i);
	if (word.n == 1)
		return uni_is_word((unsigned char)word.s[0]);
	for (size_t k = 0; k < word.n; k++)
		if (!strchr("0123456789ivx", word.s[k]))
			return false;
	return word.n > 0 && word.n < 5;
}

static const char lonely[] = "close what was opened, in both branches";

static void
alone(struct gram *g, size_t at, const char *mark, const char *fmt)
{
	gram_hit(g, at, at + strlen(mark), lonely,
	    fmt[0] == 'o' ? "opened and never closed: %s"
			  : "closed and never opened: %s",
	    mark);
}

/* Quotations over several paragraphs open in each and close in the last. */
static void
left_open(struct gram *g, size_t at, size_t pair)
{
	if (pair < 2 || at > 0)
		alone(g, at, pairs[pair].open, "o");
}

void
gram_pairs(struct gram *g)
{
	static const bool first[256] = {['('] = true,
	    [')'] = true,
	    ['['] = true,
	    [']'] = true,
	    [0xc2] = true,
	    [0xe2] = true};
	struct {
		size_t at, pair;
	} open[OPEN_MAX];
	size_t n = 0;

	for (size_t i = 0; i < g->t.n; i++) {
		if (!first[(unsigned char)g->t.s[i]])
			continue;
		for (size_t k = 0; k < PAIRS; k++) {
			struct text rest = text_sub(g->t, i, g->t.n);
			if (text_starts(rest, text_of(pairs[k].open))) {
				if (n == OPEN_MAX)
					return;
				open[n].at = i;
				open[n++].pair = k;
			} else if (text_starts(rest, text_of(pairs[k].close))) {
				size_t m = n;
				while (m && open[m - 1].pair != k)
					m--;
				if (m) {
					for (; n > m; n--)
						left_open(g, open[n - 1].at,
						    open[n - 1].pair);
					n--;
				} else if (!(k == 0 && is_item(g, i))) {
					alone(g, i, pairs[k].close, "c");
				}
			}
		}
	}
	for (size_t m = 0; m < n; m++)
		left_open(g, open[m].at, open[m].pair);
}

/* subject.name: words of small letters with dots between, no blank. */
static bool
is_path(struct text t)
{
	bool dot = false;

	for (size_t i = 0; i < t.n; i++) {
		char c = t.s[i];
		if (c == '.' && i && i + 1 < t.n)
			dot = true;
		else if (c != '_' && (c < 'a' || c > 'z'))
			return false;
	}
	return dot;
}

/* What looks like a tag and was none: in a case there are none, and one brace
 * makes none. */
void
gram_tags(struct gram *g)
{
	size_t i = text_findc(g->t, 0, '{');

	for (; i + 1 < g->t.n; i = text_findc(g->t, i + 1, '{')) {
		size_t end = text_findc(g->t, i, '}');
		bool tag = g->t.s[i + 1] == '{' || g->t.s[i + 1] == '%';
		if (end == g->t.n
		    || (!tag && !is_path(text_sub(g->t, i + 1, end))))
			continue;
		while (end < g->t.n && g->t.s[end] == '}')
			end++;
		gram_hit(g, i, end,
		    tag ? "a case has no tags: write the words themselves"
			: "a tag has two braces on each side",
		    "a tag is printed as it stands: %.*s",
		    TEXT_ARG(text_sub(g->t, i, end)));
		i = end - 1;
	}
}
