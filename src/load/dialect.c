#include "load/dialect.h"

/* Where it is not the doubled name (de-DE, fr-FR). */
static const char *const primary[][2] = {{"af", "af-ZA"}, {"ar", "ar"},
    {"bal", "bal-PK"}, {"brh", "brh-PK"}, {"ca", "ca-AD"}, {"cs", "cs-CZ"},
    {"cy", "cy-GB"}, {"da", "da-DK"}, {"el", "el-GR"}, {"en", "en-US"},
    {"et", "et-EE"}, {"eu", "eu"}, {"fa", "fa-IR"}, {"gl", "gl-ES"},
    {"he", "he-IL"}, {"hi", "hi-IN"}, {"hy", "hy-AM"}, {"ja", "ja-JP"},
    {"km", "km-KH"}, {"ko", "ko-KR"}, {"la", "la"}, {"lij", "lij-IT"},
    {"ms", "ms-MY"}, {"nb", "nb-NO"}, {"nn", "nn-NO"}, {"no", "nb-NO"},
    {"pa", "pa-PK"}, {"sl", "sl-SI"}, {"sr", "sr-Latn-RS"}, {"sv", "sv-SE"},
    {"uk", "uk-UA"}, {"vi", "vi-VN"}, {"zh", "zh-CN"}};

static bool
is_letter(char c)
{
	return (unsigned)((c | 32) - 'a') < 26;
}

static char
cased(char c, bool upper)
{
	return !is_letter(c) ? c : (char)(upper ? c & ~32 : c | 32);
}

/* RFC 5646, 2.1.1: languages small, scripts titled, regions in capitals. */
static void
add_tag(struct buf *b, struct text tag)
{
	bool first = b->n == 0;

	if (!first)
		buf_addc(b, '-');
	for (size_t i = 0; i < tag.n; i++)
		buf_addc(b,
		    cased(tag.s[i],
			!first && (tag.n == 2 || (tag.n == 4 && i == 0))));
}

static struct text
language(struct text dialect)
{
	return text_sub(dialect, 0, text_findc(dialect, 0, '-'));
}

struct text
dialect_primary(struct arena *a, struct text dialect)
{
	struct text base = language(dialect);
	struct buf b = {.a = a};

	for (size_t i = 0; i < sizeof(primary) / sizeof(*primary); i++)
		if (text_is(base, primary[i][0]))
			return text_of(primary[i][1]);
	add_tag(&b, base);
	add_tag(&b, base);
	return buf_text(&b);
}

struct text
dialect_of(struct arena *a, struct text lang)
{
	struct text rest = text_trim(lang);
	struct buf b = {.a = a};

	while (rest.n) {
		size_t end = 0;
		while (end < rest.n && rest.s[end] != '-' && rest.s[end] != '_')
			end++;
		if (end)
			add_tag(&b, text_sub(rest, 0, end));
		rest = text_sub(rest, end + 1, rest.n);
	}
	struct text dialect = buf_text(&b);
	return dialect.n && language(dialect).n == dialect.n
	    ? dialect_primary(a, dialect)
	    : dialect;
}
