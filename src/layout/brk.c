/*
 * brk.c - where a line may end
 *
 * UAX #14 by libunibreak, and the ties that a typist makes with a no-break
 * space: a reference keeps its number, a title its name, a day its month.
 */
#include <linebreak.h>

#include "layout/set.h"

void
break_points(struct text text, char *out)
{
	set_linebreaks_utf8((const utf8_t *)text.s, text.n, "en", out);
	for (size_t i = 0; i < text.n; i++) {
		bool must = out[i] == LINEBREAK_MUSTBREAK && i + 1 < text.n;
		bool may = out[i] == LINEBREAK_ALLOWBREAK;
		out[i] = must ? BREAK_MUST : may ? BREAK_MAY : BREAK_NO;
	}
}

/* Words that are never parted from what follows. */
static const char *const before[] = {"para", "paras", "paragraph", "paragraphs",
    "p", "pp", "page", "pages", "Mr", "Mrs", "Ms", "Miss", "Dr", "Prof",
    "Professor", "No", "Nos", "no", "nos", "art", "arts", "art.", "arts.",
    "Art", "Article", "article", "Articles", "articles", "s", "ss", "section",
    "sections", "n", "nn", "note", "notes", "vol", "ch", "chapter", "r", "reg",
    "sch", "cl", "Table", "Figure", "Appendix", "Part", "c.", "St", "Fr", "Sir",
    "Lord", "Lady", "Judge", "Opinion", "resolution", "Resolution", "Law",
    "Decree", "Edict", "Rule", "rule", "¶", "§"};

static const char *const months[] = {"January", "February", "March", "April",
    "May", "June", "July", "August", "September", "October", "November",
    "December"};

static struct text
word_before(struct text t, size_t at)
{
	size_t from = at;

	while (from && t.s[from - 1] != ' ' && t.s[from - 1] != '\n'
	    && t.s[from - 1] != '(' && t.s[from - 1] != '[')
		from--;
	return text_sub(t, from, at);
}

static struct text
word_after(struct text t, size_t at)
{
	size_t to = at + 1;

	while (to < t.n && t.s[to] != ' ' && t.s[to] != '\n')
		to++;
	return text_sub(t, at + 1, to);
}

static bool
digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
upper(char c)
{
	return c >= 'A' && c <= 'Z';
}

static bool
among(struct text w, const char *const *names, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (text_is(w, names[i]))
			return true;
	return false;
}

bool
space_ties(struct text t, size_t at)
{
	struct text w = word_before(t, at), x = word_after(t, at);

	if (!w.n || !x.n)
		return false;
	if (among(w, before, sizeof(before) / sizeof(before[0]))
	    && (digit(x.s[0]) || upper(x.s[0]) || x.s[0] == '('
		|| x.s[0] == '['))
		return true;
	if (w.n <= 2 && digit(w.s[0]) && digit(w.s[w.n - 1])) {
		struct text m = x;
		while (m.n && !upper(m.s[m.n - 1])
		    && !(m.s[m.n - 1] >= 'a' && m.s[m.n - 1] <= 'z'))
			m.n--;
		return among(m, months, 12);
	}
	if (w.n == 2 && upper(w.s[0]) && w.s[1] == '.')
		return upper(x.s[0]); /* an initial */
	/* [2015] UKUT 673 */
	if (at >= 6 && t.s[at - 1] == ']' && digit(t.s[at - 2]))
		return upper(x.s[0]);
	return w.n > 2 && w.n < 7 && upper(w.s[0]) && upper(w.s[1])
	    && upper(w.s[w.n - 1]) && digit(x.s[0]);
}

bool
is_url(struct text w)
{
	return text_find(w, 0, TEXT("://")) < w.n
	    || text_starts(w, TEXT("www.")) || text_starts(w, TEXT("<http"));
}

bool
url_breaks_after(char c)
{
	return c == '/' || c == '.' || c == '-' || c == '_' || c == '?'
	    || c == '=' || c == '&' || c == '%' || c == '#';
}
