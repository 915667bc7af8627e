/*
 * grammar_mark.c - blanks and marks that should not meet
 */
#include "base/uni.h"
#include "check/grammar_rule.h"

static bool
is_blank(struct text t, size_t i)
{
	return i < t.n
	    && (t.s[i] == ' ' || (t.s[i] == '\xa0' && i && t.s[i - 1] == '\xc2')
		|| (t.s[i] == '\xc2' && i + 1 < t.n && t.s[i + 1] == '\xa0'));
}

static size_t
blanks_end(struct text t, size_t i)
{
	while (is_blank(t, i))
		i++;
	return i;
}

static bool
is_alnum(struct text t, size_t i)
{
	return i < t.n
	    && ((t.s[i] >= '0' && t.s[i] <= '9') || (t.s[i] & 0x80)
		|| (t.s[i] >= 'a' && t.s[i] <= 'z')
		|| (t.s[i] >= 'A' && t.s[i] <= 'Z'));
}

/* Two blanks after a sentence are a typist's habit, and not a fault. */
static bool
is_habit(struct text t, size_t blank, size_t n)
{
	static const char *const closing[] = {"\u201d", "\u2019", "\u00bb", ")",
	    "]"};
	struct text before = text_sub(t, 0, blank);

	for (size_t i = 0; i < sizeof(closing) / sizeof(closing[0]); i++)
		if (text_ends(before, text_of(closing[i])))
			before.n -= strlen(closing[i]);
	return n == 2 && before.n && strchr(".?!", before.s[before.n - 1]);
}

void
gram_blanks(struct gram *g)
{
	for (size_t i = 0; i < g->t.n; i++) {
		size_t end, n = 0;
		if (g->t.s[i] != ' ' && g->t.s[i] != '\xc2')
			continue;
		end = blanks_end(g->t, i);
		if (end < i + 2) /* a single one, nearly always */
			continue;
		for (size_t k = i; k < end;)
			n += text_next(g->t, &k) != 0;
		bool edge = i == 0 || end == g->t.n || g->t.s[i - 1] == '\n'
		    || g->t.s[end] == '\n';
		if (n > 1 && !edge && !is_habit(g->t, i, n))
			gram_hit(g, i, end,
			    "put the blank inside the branch that prints",
			    "%zu blanks in a row", n);
		i = end;
	}
}

/* What an empty list or fact leaves: the longest at a place counts.  `_` is
 * any blanks, or none. */
static const char *const remains[] = {", ,", ",,", ",_.", ",_;", ";_.", ";_,",
    ";_;", ":_.", ":_,", ":_;", "(_)", "[_]", "\u201c_\u201d", "(_,", ",_)",
    "(_;", ";_)"};

static const char conjunctions[] = " and or nor ";

/* Where the pattern ends that begins at i, or 0. */
static size_t
pattern_end(struct text t, size_t i, const char *pattern)
{
	for (; *pattern; pattern++) {
		if (*pattern == '_')
			i = blanks_end(t, i);
		else if (i < t.n && t.s[i] == *pattern)
			i++;
		else
			return 0;
	}
	return i;
}

/* A full stop that begins a number or an ellipsis ends nothing. */
static bool
is_end(struct text t, size_t i)
{
	return t.s[i] != '.'
	    || !(is_alnum(t, i + 1) || (i + 1 < t.n && t.s[i + 1] == '.')
		|| (is_blank(t, i + 1) && i + 2 < t.n && t.s[i + 2] == '.'));
}

/* What the patterns begin with. */
static const bool first[256] = {[','] = true,
    [';'] = true,
    [':'] = true,
    ['('] = true,
    ['['] = true,
    [0xe2] = true};

/* The end of what remains of a list at the byte i, or 0. */
static size_t
remains_at(struct text t, size_t i)
{
	size_t longest = 0;

	if (!first[(unsigned char)t.s[i]])
		return 0;
	for (size_t k = 0; k < sizeof(remains) / sizeof(remains[0]); k++) {
		size_t end = pattern_end(t, i, remains[k]);
		if (end > longest && is_end(t, end - 1))
			longest = end;
	}
	return longest;
}

/* ", and ." and "and and": a list that lost an end. */
static void
lost_ends(struct gram *g)
{
	for (size_t i = 0; i < g->words.n; i++) {
		const struct gram_word *w = &g->words.at[i];
		if (w->low.n > 3) /* no conjunction */
			continue;
		if (!gram_among(conjunctions, w->low) || w->capital)
			continue;
		const struct gram_word *next = gram_word(g, i + 1);
		size_t end = blanks_end(g->t, w->to);
		if (wording_marked(g->p, w->from, end + 1))
			continue;
		if (gram_joined(g, i + 1) && gram_among(conjunctions, next->low)
		    && !text_eq(w->low, next->low))
			gram_hit(g, w->from, next->to,
			    "leave the conjunction to |and_list or |or_list",
			    "nothing stands between: %.*s",
			    TEXT_ARG(text_sub(g->t, w->from, next->to)));
		else if (end < g->t.n
		    && (g->t.s[end] == '.'
			|| (end > w->to && strchr(",;:)", g->t.s[end])))
		    && is_end(g->t, end))
			gram_hit(g, w->from, end + 1,
			    "leave the conjunction to |and_list or |or_list",
			    "nothing stands after: %.*s", TEXT_ARG(w->low));
	}
}

void
gram_empty(struct gram *g)
{
	for (size_t i = 0; i < g->t.n; i++) {
		if (!first[(unsigned char)g->t.s[i]])
			continue; /* nearly always */
		size_t end = remains_at(g->t, i);
		if (!end || wording_marked(g->p, i, end))
			continue;
		gram_hit(g, i, end,
		    "ask first whether there is anything to print",
		    "an empty list or fact leaves: %.*s",
		    TEXT_ARG(text_sub(g->t, i, end)));
		i = end - 1;
	}
	lost_ends(g);
}

/* Would GRAM-06 say more of this blank? */
static bool
is_remains(const struct gram *g, size_t blank)
{
	size_t i = blank;

	while (i && is_blank(g->t, i - 1))
		i--;
	if (!i)
		return false;
	if (remains_at(g->t, i - 1) > blank)
		return true;
	for (size_t k = 0; k < g->words.n; k++)
		if (g->words.at[k].to == i)
			return gram_among(conjunctions, g->words.at[k].low);
	return false;
}

void
gram_spaced(struct gram *g)
{
	static const bool marks[256] = {['('] = true,
	    ['['] = true,
	    [','] = true,
	    ['.'] = true,
	    [';'] = true,
	    [':'] = true,
	    [')'] = true,
	    [']'] = true,
	    ['?'] = true,
	    ['!'] = true};

	for (size_t i = 0; i < g->t.n; i++) {
		if (!marks[(unsigned char)g->t.s[i]])
			continue;
		if (strchr("([", g->t.s[i]) && is_blank(g->t, i + 1)
		    && !remains_at(g->t, i))
			gram_hit(g, i, i + 2, "strike the blank out",
			    "a blank after: %c", g->t.s[i]);
		if (i == 0 || !strchr(",.;:)]?!", g->t.s[i])
		    || !is_blank(g->t, i - 1) || is_remains(g, i - 1)
		    || !is_end(g->t, i)
		    || (i > 1 && strchr("\n.", g->t.s[i - 2])))
			continue;
		size_t from = i;
		while (from && is_blank(g->t, from - 1))
			from--;
		if (from == 0 || (g->t.s[i] == ':' && is_alnum(g->t, i + 1)))
			continue;
		gram_hit(g, from, i + 1,
		    "put the blank inside the branch that prints",
		    "a blank before: %c", g->t.s[i]);
	}
}

void
gram_stops(struct gram *g)
{
	for (size_t i = 0; i < g->t.n; i++) {
		size_t n = 0;
		i = text_findc(g->t, i, '.');
		while (i + n < g->t.n && g->t.s[i + n] == '.')
			n++;
		if (!n)
			continue;
		bool path = (i && g->t.s[i - 1] == '/')
		    || (i + n < g->t.n && g->t.s[i + n] == '/');
		if ((n == 2 || n > 4) && !path)
			gram_hit(g, i, i + n,
			    "the fact has its full stop: strike out yours",
			    "%zu full stops in a row", n);
		i += n;
	}
}
