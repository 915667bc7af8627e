#include "base/uni_case.h"

#include "base/uni.h"

enum {
	DOT_ABOVE = 0x307,
	SIGMA = 0x3c3,
	FINAL_SIGMA = 0x3c2,
	CAPITAL_SIGMA = 0x3a3
};

enum uni_lang
uni_lang_of(struct text tag)
{
	static const struct {
		char name[3];
		enum uni_lang lang;
	} langs[] = {{"en", UNI_ENGLISH}, {"tr", UNI_TURKIC},
	    {"az", UNI_TURKIC}, {"el", UNI_GREEK}, {"lt", UNI_LITHUANIAN}};

	if (tag.n < 2 || (tag.n > 2 && tag.s[2] != '-' && tag.s[2] != '_'))
		return UNI_ROOT;
	for (size_t i = 0; i < sizeof(langs) / sizeof(*langs); i++)
		if ((tag.s[0] | 32) == langs[i].name[0]
		    && (tag.s[1] | 32) == langs[i].name[1])
			return langs[i].lang;
	return UNI_ROOT;
}

static uint32_t
peek(struct text t, size_t i)
{
	return i < t.n ? text_next(t, &i) : 0;
}

/* Final_Sigma: a letter stands before it and none behind. */
static bool
ends_word(struct text t, size_t i, uint32_t before)
{
	return uni_class(before) == UNI_LETTER
	    && uni_class(peek(t, i)) != UNI_LETTER;
}

/* Lithuanian: I, J and I with ogonek, and what accents they have. */
static bool
lower_lithuanian(struct buf *b, uint32_t cp, uint32_t next)
{
	static const struct {
		uint32_t from, accent;
	} whole[] = {{0xcc, 0x300}, {0xcd, 0x301}, {0x128, 0x303}};

	for (size_t i = 0; i < 3; i++)
		if (whole[i].from == cp) {
			buf_cp(b, 'i');
			buf_cp(b, DOT_ABOVE);
			buf_cp(b, whole[i].accent);
			return true;
		}
	if ((cp != 'I' && cp != 'J' && cp != 0x12e)
	    || (next != 0x300 && next != 0x301 && next != 0x303))
		return false;
	buf_cp(b, uni_to_lower(cp));
	buf_cp(b, DOT_ABOVE);
	return true;
}

/* Turkic: I with a dot, in one or in two code points, is i; without, U+0131. */
static bool
lower_turkic(struct buf *b, struct text t, size_t *i, uint32_t cp)
{
	if (cp != 'I' && cp != 0x130)
		return false;
	bool dotted = cp == 0x130 || peek(t, *i) == DOT_ABOVE;
	if (cp == 'I' && dotted)
		text_next(t, i);
	buf_cp(b, dotted ? 'i' : 0x131);
	return true;
}

struct text
uni_lower_in(struct arena *a, struct text t, enum uni_lang lang)
{
	struct buf b = {.a = a};
	uint32_t before = ' ';

	for (size_t i = 0; i < t.n;) {
		uint32_t cp = text_next(t, &i);
		if (lang == UNI_TURKIC && lower_turkic(&b, t, &i, cp))
			;
		else if (lang == UNI_LITHUANIAN
		    && lower_lithuanian(&b, cp, peek(t, i)))
			;
		else if (cp == CAPITAL_SIGMA)
			buf_cp(&b,
			    ends_word(t, i, before) ? FINAL_SIGMA : SIGMA);
		else if (cp == 0x130) {
			buf_cp(&b, 'i');
			buf_cp(&b, DOT_ABOVE);
		} else
			buf_cp(&b, uni_to_lower(cp));
		before = cp;
	}
	return buf_text(&b);
}

/* The Greek letter without its accent; a diaeresis stays. */
static uint32_t
bare_greek(uint32_t cp)
{
	static const uint32_t bare[][2] = {{0x386, 0x391}, {0x3ac, 0x391},
	    {0x388, 0x395}, {0x3ad, 0x395}, {0x389, 0x397}, {0x3ae, 0x397},
	    {0x38a, 0x399}, {0x3af, 0x399}, {0x38c, 0x39f}, {0x3cc, 0x39f},
	    {0x38e, 0x3a5}, {0x3cd, 0x3a5}, {0x38f, 0x3a9}, {0x3ce, 0x3a9},
	    {0x390, 0x3aa}, {0x3b0, 0x3ab}};

	for (size_t i = 0; i < sizeof(bare) / sizeof(*bare); i++)
		if (bare[i][0] == cp)
			return bare[i][1];
	return 0;
}

/* Without its accent a first vowel would run into an iota or upsilon behind
 * it: that one takes a diaeresis. */
static uint32_t
capital_greek(uint32_t cp, uint32_t before)
{
	bool parted = bare_greek(before) && before != 0x390 && before != 0x3b0
	    && before != 0x3ce && before != 0x3cd && before != 0x3af;
	uint32_t bare = bare_greek(cp);

	if (parted && (cp == 0x3b9 || cp == 0x399))
		return 0x3aa;
	if (parted && (cp == 0x3c5 || cp == 0x3a5))
		return 0x3ab;
	return bare ? bare : uni_to_upper(cp);
}

struct text
uni_upper_in(struct arena *a, struct text t, enum uni_lang lang)
{
	struct buf b = {.a = a};
	uint32_t before = ' ';

	for (size_t i = 0; i < t.n;) {
		uint32_t cp = text_next(t, &i);
		if (cp == 0xdf)
			buf_add(&b, TEXT("SS"));
		else if (lang == UNI_GREEK)
			buf_cp(&b, capital_greek(cp, before));
		else if (lang == UNI_LITHUANIAN && cp == DOT_ABOVE
		    && (before == 'i' || before == 'j' || before == 0x12f))
			;
		else
			buf_cp(&b, uni_capital_in(cp, lang));
		before = cp;
	}
	return buf_text(&b);
}

uint32_t
uni_capital_in(uint32_t cp, enum uni_lang lang)
{
	return lang == UNI_TURKIC && cp == 'i' ? 0x130 : uni_to_upper(cp);
}
