#include "base/article.h"

#include "base/uni.h"

/* Initials that everybody spells out, though they could be read. */
static const char *const spelled[] = {"AI", "EU", "FBI", "FSB", "HIV", "HMRC",
    "HRW", "ID", "IT", "IUD", "KGB", "LGBT", "LLM", "MA", "MEP", "MP", "NGO",
    "NHS", "OCD", "RAF", "RTI", "SMS", "SOS", "SS", "UK", "UN", "US", "USA",
    "UAE"};

/* Words whose first letter tells nothing.  The longest that fits counts. */
static const struct {
	const char *start;
	enum article article;
} odd[] = {
    {"hour", ARTICLE_AN},
    {"honest", ARTICLE_AN},
    {"honour", ARTICLE_AN},
    {"honor", ARTICLE_AN},
    {"heir", ARTICLE_AN},
    {"herb", ARTICLE_EITHER},
    {"histor", ARTICLE_EITHER},
    {"hotel", ARTICLE_EITHER},
    {"habitual", ARTICLE_EITHER},
    {"eu", ARTICLE_A},
    {"ewe", ARTICLE_A},
    {"one", ARTICLE_A},
    {"once", ARTICLE_A},
    {"onerous", ARTICLE_AN},
    {"ouija", ARTICLE_A},
    {"u", ARTICLE_AN},
    {"uni", ARTICLE_A},
    {"unim", ARTICLE_AN},
    {"unin", ARTICLE_AN},
    {"unidentif", ARTICLE_AN},
    {"unidiomatic", ARTICLE_AN},
    {"unissued", ARTICLE_AN},
    {"unanim", ARTICLE_A},
    {"use", ARTICLE_A},
    {"using", ARTICLE_A},
    {"usa", ARTICLE_A},
    {"usu", ARTICLE_A},
    {"uti", ARTICLE_A},
    {"uto", ARTICLE_A},
    {"ukr", ARTICLE_A},
    {"uk", ARTICLE_A},
    {"uru", ARTICLE_A},
    {"ura", ARTICLE_A},
    {"uri", ARTICLE_A},
    {"uga", ARTICLE_A},
    {"uter", ARTICLE_A},
    {"ubiq", ARTICLE_A},
    {"uy", ARTICLE_A},
    {"u-", ARTICLE_A},
    {"y", ARTICLE_A},
};

static struct text
first_word(struct text t)
{
	size_t end = 0;

	while (end < t.n) {
		size_t next = end;
		uint32_t cp = text_next(t, &next);
		if (!uni_is_word(cp) && cp != '-')
			break;
		end = next;
	}
	return text_sub(t, 0, end);
}

/* Eight, eleven and eighteen, with what groups of thousands follow; years of
 * the eleventh and the eighteenth century are read by hundreds too. */
static enum article
of_number(struct text word)
{
	size_t n = 0;

	while (n < word.n && word.s[n] >= '0' && word.s[n] <= '9')
		n++;
	bool teen =
	    text_starts(word, TEXT("11")) || text_starts(word, TEXT("18"));
	if (word.s[0] == '8' || (teen && n % 3 == 2))
		return ARTICLE_AN;
	return teen && n == 4 ? ARTICLE_EITHER : ARTICLE_A;
}

/* Capitals only: read by letters, or as a word? */
static enum article
of_capitals(struct text word)
{
	char c = word.s[0];
	bool vowel = text_findc(TEXT("AEFHILMNORSX"), 0, c) < 12;

	for (size_t i = 0; i < sizeof(spelled) / sizeof(spelled[0]); i++)
		if (text_is(word, spelled[i]))
			return vowel ? ARTICLE_AN : ARTICLE_A;
	if (word.n == 1)
		return vowel ? ARTICLE_AN : ARTICLE_A;
	/* A word and its letters begin alike in B, C, D ... and in A, E, I, O. */
	if (text_findc(TEXT("FHLMNRSUXY"), 0, c) < 10)
		return ARTICLE_EITHER;
	return vowel ? ARTICLE_AN : ARTICLE_A;
}

/* MI5 too. */
static bool
all_capitals(struct text word)
{
	for (size_t i = 0; i < word.n; i++) {
		bool figure = i && word.s[i] >= '0' && word.s[i] <= '9';
		if (!figure && (word.s[i] < 'A' || word.s[i] > 'Z'))
			return false;
	}
	return true;
}

static bool
starts_like(struct text word, const char *start)
{
	size_t i = 0;

	for (; start[i] && i < word.n; i++) {
		char c = word.s[i];
		if (c >= 'A' && c <= 'Z')
			c = (char)(c - 'A' + 'a');
		if (c != start[i])
			return false;
	}
	return !start[i];
}

enum article
article_of(struct text t)
{
	struct text word = first_word(t);
	enum article found = ARTICLE_EITHER;
	size_t longest = 0;

	if (!word.n || (unsigned char)word.s[0] >= 0x80)
		return ARTICLE_EITHER;
	if (word.s[0] >= '0' && word.s[0] <= '9')
		return of_number(word);
	if (word.n > 1 && word.s[1] == '-') /* X-ray, U-turn */
		word = text_sub(word, 0, 1);
	if (all_capitals(word))
		return of_capitals(word);
	for (size_t i = 0; i < sizeof(odd) / sizeof(odd[0]); i++) {
		size_t n = strlen(odd[i].start);
		if (n <= longest || !starts_like(word, odd[i].start))
			continue;
		longest = n;
		found = odd[i].article;
	}
	if (longest)
		return found;
	return text_findc(TEXT("aeioAEIO"), 0, word.s[0]) < 8 ? ARTICLE_AN
							      : ARTICLE_A;
}
