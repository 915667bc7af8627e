/*
 * brk.c - where a line may end
 *
 * UAX #14 by libunibreak, and the ties that a typist makes with a no-break
 * space: a reference keeps its number, a title its name, a day its month.
 */
#include <linebreak.h>
#include <string.h>

#include "base/uni.h"
#include "layout/set.h"

/* libunibreak 1.1 has no class for these, and stops the program when it meets
 * them: halves of flags, and U+FFFF. */
static bool
unheard(struct text text)
{
	for (size_t i = 0; i < text.n;) {
		if ((unsigned char)text.s[i] < 0xef) {
			i++;
			continue;
		}
		uint32_t cp = text_next(text, &i);
		if (cp == 0xffff || (cp >= 0x1f1e6 && cp <= 0x1f1ff))
			return true;
	}
	return false;
}

void
break_points(struct text text, char *out)
{
	if (unheard(text)) {
		memset(out, BREAK_NO, text.n);
		return;
	}
	set_linebreaks_utf8((const utf8_t *)text.s, text.n, "en", out);
	for (size_t i = 0; i < text.n; i++) {
		bool must = out[i] == LINEBREAK_MUSTBREAK && i + 1 < text.n;
		bool may = out[i] == LINEBREAK_ALLOWBREAK;
		out[i] = must ? BREAK_MUST : may ? BREAK_MAY : BREAK_NO;
	}
}

/* Words that are never parted from the number (or letter) that follows. */
static const char *const counted[] = {"para", "paras", "paragraph",
    "paragraphs", "p", "pp", "page", "pages", "No", "Nos", "no", "nos", "No.",
    "no.", "art", "arts", "art.", "arts.", "Art", "Article", "article",
    "Articles", "articles", "s", "ss", "section", "sections", "Section", "n",
    "nn", "note", "notes", "vol", "ch", "chapter", "Chapter", "r", "rr", "reg",
    "regs", "sch", "cl", "Table", "Figure", "Appendix", "Part", "c.", "ca.",
    "Opinion", "resolution", "Resolution", "Law", "Decree", "Edict", "Rule",
    "rule", "Question", "question", "\xc2\xb6", "\xc2\xa7"};

/* Words that are never parted from the name that follows. */
static const char *const titles[] = {"Mr", "Mrs", "Ms", "Miss", "Mx", "Dr",
    "Prof", "Professor", "Mr.", "Mrs.", "Ms.", "Dr.", "Prof.", "St", "Fr",
    "Sir", "Lord", "Lady", "Judge", "Justice"};

static const char *const months[] = {"January", "February", "March", "April",
    "May", "June", "July", "August", "September", "October", "November",
    "December"};

static bool
among(struct text w, const char *const *names, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (names[i][0] == w.s[0] && text_is(w, names[i]))
			return true;
	return false;
}

static bool
digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
letter(char c)
{
	return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

static bool
upper(char c)
{
	return c >= 'A' && c <= 'Z';
}

static bool
blank(char c)
{
	return c == ' ' || c == '\n';
}

/* Without the brackets and quotes that it opens with. */
static struct text
word_before(struct text t, size_t at)
{
	size_t from = at;

	while (from && !blank(t.s[from - 1]) && t.s[from - 1] != '('
	    && t.s[from - 1] != '[')
		from--;
	struct text w = text_sub(t, from, at);
	if (text_starts(w, TEXT("\xe2\x80\x98"))
	    || text_starts(w, TEXT("\xe2\x80\x9c")))
		w = text_sub(w, 3, w.n);
	return w;
}

static struct text
word_after(struct text t, size_t at)
{
	size_t to = at + 1;

	while (to < t.n && !blank(t.s[to]))
		to++;
	return text_sub(t, at + 1, to);
}

/* "A", "IV", "XII)": a letter or a Roman number, and what follows it. */
static bool
lettered(struct text w)
{
	size_t n = 0;

	while (n < w.n && (w.s[n] == 'I' || w.s[n] == 'V' || w.s[n] == 'X'))
		n++;
	if (n == 0 && w.n && upper(w.s[0]))
		n = 1;
	return n && (n == w.n || (!letter(w.s[n]) && !(w.s[n] & 0x80)));
}

/* "K.", "K.L.": initials, in any script that has capitals. */
static bool
initials(struct text w)
{
	size_t i = 0;

	while (i < w.n) {
		if (!uni_is_upper(text_next(w, &i)) || i >= w.n
		    || w.s[i++] != '.')
			return false;
	}
	return w.n > 0;
}

static bool
month(struct text w)
{
	while (w.n && !letter(w.s[w.n - 1]))
		w.n--;
	return w.n && among(w, months, 12);
}

/* A day, or the first of two: "9", "9-14". */
static bool
day(struct text w)
{
	return w.n <= 2 && digit(w.s[0]) && digit(w.s[w.n - 1]);
}

/* "UKUT", "EWHC": the court in a neutral citation. */
static bool
court(struct text w)
{
	return w.n > 2 && w.n < 7 && upper(w.s[0]) && upper(w.s[1])
	    && upper(w.s[w.n - 1]);
}

static bool
ties_number(struct text w, bool bracket)
{
	return among(w, counted, sizeof(counted) / sizeof(counted[0]))
	    || (court(w) && !bracket);
}

static bool
ties_name(struct text w, struct text x)
{
	if (among(w, titles, sizeof(titles) / sizeof(titles[0])) || initials(w))
		return true;
	if (lettered(x)
	    && among(w, counted, sizeof(counted) / sizeof(counted[0])))
		return true;
	if (day(w) && month(x))
		return true;
	/* [2015] UKUT */
	return w.n > 2 && w.s[w.n - 1] == ']' && digit(w.s[w.n - 2]);
}

bool
space_ties(struct text t, size_t at)
{
	size_t i = at + 1;

	if (at == 0 || i >= t.n)
		return false;
	if (t.s[at - 1] == '(' || t.s[at - 1] == '[')
		return true; /* LB14 */
	char c = t.s[i];
	bool number = digit(c), bracket = c == '(' || c == '[';
	/* Most words begin with a small letter, and are done with here. */
	if (!number && !bracket
	    && !(c & 0x80 ? uni_is_upper(text_next(t, &i)) : upper(c)))
		return false;
	struct text w = word_before(t, at);
	if (!w.n)
		return false;
	if (number || bracket)
		return ties_number(w, bracket);
	return ties_name(w, word_after(t, at));
}

bool
is_url(struct text w)
{
	return text_find(w, 0, TEXT("://")) < w.n
	    || text_starts(w, TEXT("www.")) || text_starts(w, TEXT("<www."));
}

/* After a mark that divides its parts, never within "://", and never so that
 * only a bracket or a full stop of the sentence would follow. */
bool
url_breaks(struct text url, size_t i)
{
	static const char good[] = "/.-?&=_#";

	if (i < 4 || i >= url.n
	    || text_findc(TEXT(good), 0, url.s[i - 1]) == sizeof(good) - 1)
		return false;
	char next = url.s[i];
	if (!letter(next) && !digit(next) && next != '%' && !(next & 0x80))
		return false;
	size_t scheme = text_find(url, 0, TEXT("://"));
	return scheme == url.n || i > scheme + 3;
}

/* The way out where there is nothing else: between letters or digits, three
 * from the nearest mark, four from either end, and never in a "%9A". */
bool
url_breaks_dear(struct text url, size_t i)
{
	if (i < 4 || i + 4 > url.n)
		return false;
	for (size_t k = i - 3; k < i + 3; k++)
		if (!letter(url.s[k]) && !digit(url.s[k]))
			return false;
	return true;
}
