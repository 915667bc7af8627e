#include "base/uni.h"

#include "base/uni_case.h"

#include <utf8proc.h>

enum uni_class
uni_class(uint32_t cp)
{
	if ((cp | 32) - 'a' < 26)
		return UNI_LETTER;
	if (cp - '0' < 10)
		return UNI_DIGIT;
	if (cp == ' ' || (cp >= 0x09 && cp <= 0x0d) || cp == 0x85)
		return UNI_SPACE;
	utf8proc_category_t c = utf8proc_category((utf8proc_int32_t)cp);
	if (c >= UTF8PROC_CATEGORY_LU && c <= UTF8PROC_CATEGORY_LO)
		return UNI_LETTER;
	if (c >= UTF8PROC_CATEGORY_MN && c <= UTF8PROC_CATEGORY_ME)
		return UNI_MARK;
	if (c == UTF8PROC_CATEGORY_ND)
		return UNI_DIGIT;
	if (c >= UTF8PROC_CATEGORY_ZS && c <= UTF8PROC_CATEGORY_ZP)
		return UNI_SPACE;
	return UNI_OTHER;
}

size_t
uni_skip(struct text t, size_t i, enum uni_class what)
{
	for (size_t at = i; at < t.n; i = at)
		if (uni_class(text_next(t, &at)) != what)
			break;
	return i;
}

size_t
uni_blanks(struct text t, size_t i)
{
	return uni_skip(t, i, UNI_SPACE);
}

bool
uni_is_word(uint32_t cp)
{
	enum uni_class c = uni_class(cp);

	return c == UNI_LETTER || c == UNI_DIGIT || c == UNI_MARK;
}

bool
uni_is_invisible(uint32_t cp)
{
	return cp == 0xad || cp == 0x34f || cp == 0x61c
	    || (cp >= 0x200b && cp <= 0x200f) || (cp >= 0x202a && cp <= 0x202e)
	    || (cp >= 0x2060 && cp <= 0x206f) || cp == 0xfeff
	    || (cp >= 0xfe00 && cp <= 0xfe0f)
	    || (cp >= 0xe0000 && cp <= 0xe0fff);
}

bool
uni_is_blank(struct text t)
{
	for (size_t i = 0; i < t.n;) {
		uint32_t cp = text_next(t, &i);
		if (uni_class(cp) != UNI_SPACE && !uni_is_invisible(cp))
			return false;
	}
	return true;
}

bool
uni_is_upper(uint32_t cp)
{
	if (cp < 128)
		return cp - 'A' < 26;
	return utf8proc_category((utf8proc_int32_t)cp) == UTF8PROC_CATEGORY_LU;
}

bool
uni_is_lower(uint32_t cp)
{
	if (cp < 128)
		return cp - 'a' < 26;
	return utf8proc_category((utf8proc_int32_t)cp) == UTF8PROC_CATEGORY_LL;
}

uint32_t
uni_to_lower(uint32_t cp)
{
	if (cp < 128)
		return cp - 'A' < 26 ? cp + 32 : cp;
	return (uint32_t)utf8proc_tolower((utf8proc_int32_t)cp);
}

/* U+00DF has no capital of one code point in UnicodeData.txt; utf8proc gives
 * U+1E9E, which names are not written with. */
uint32_t
uni_to_upper(uint32_t cp)
{
	if (cp < 128)
		return cp - 'a' < 26 ? cp - 32 : cp;
	if (cp == 0xdf)
		return cp;
	return (uint32_t)utf8proc_toupper((utf8proc_int32_t)cp);
}

/* Of a letter that begins a word: most are capitals, but Georgian has none
 * there, and U+01C6 becomes U+01C5. */
static uint32_t
to_title(uint32_t cp)
{
	if (cp < 0xe0)
		return uni_to_upper(cp);
	return (uint32_t)utf8proc_totitle((utf8proc_int32_t)cp);
}

struct text
uni_lower(struct arena *a, struct text t)
{
	struct buf b = {.a = a};

	for (size_t i = 0; i < t.n;)
		buf_cp(&b, uni_to_lower(text_next(t, &i)));
	return buf_text(&b);
}

/* SpecialCasing.txt: a whole word in capitals has SS for U+00DF. */
struct text
uni_upper(struct arena *a, struct text t)
{
	struct buf b = {.a = a};

	for (size_t i = 0; i < t.n;) {
		uint32_t cp = text_next(t, &i);
		if (cp == 0xdf)
			buf_add(&b, TEXT("SS"));
		else
			buf_cp(&b, uni_to_upper(cp));
	}
	return buf_text(&b);
}

struct text
uni_capital(struct arena *a, struct text t)
{
	struct buf b = {.a = a};
	size_t i = 0;

	if (t.n)
		buf_cp(&b, to_title(text_next(t, &i)));
	buf_add(&b, text_sub(t, i, t.n));
	return buf_text(&b);
}

static bool
opens_word(uint32_t cp)
{
	return cp == '-' || cp == '(' || cp == '[' || cp == '{' || cp == '<'
	    || uni_class(cp) == UNI_SPACE;
}

struct text
uni_title(struct arena *a, struct text t)
{
	struct buf b = {.a = a};

	for (size_t from = 0, to, end; from < t.n; from = to) {
		uint32_t cp = 0;
		end = from;
		text_next(t, &end);
		for (to = from; to < t.n && !opens_word(cp);)
			cp = text_next(t, &to);
		buf_add(&b, uni_capital(a, text_sub(t, from, end)));
		buf_add(&b, uni_lower_in(a, text_sub(t, end, to), UNI_ROOT));
	}
	return buf_text(&b);
}

/* UnicodeData.txt, decompositions <super>; and four that Unicode calls raised
 * in name or shape, without a decomposition. */
size_t
uni_superscript(uint32_t cp, uint32_t out[4])
{
	static const uint32_t more[][2] = {{0x2c0, 0x294}, {0x2c1, 0x295},
	    {0x6e5, 0x648}, {0x6e6, 0x64a}};
	utf8proc_int32_t to[4];
	int last;

	if (cp < 0xaa)
		return 0;
	for (size_t i = 0; i < 4; i++)
		if (more[i][0] == cp) {
			out[0] = more[i][1];
			return 1;
		}
	const utf8proc_property_t *p =
	    utf8proc_get_property((utf8proc_int32_t)cp);
	if (p->decomp_type != UTF8PROC_DECOMP_TYPE_SUPER)
		return 0;
	utf8proc_ssize_t n = utf8proc_decompose_char((utf8proc_int32_t)cp, to,
	    4, UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE, &last);
	for (utf8proc_ssize_t i = 0; i < n && i < 4; i++)
		out[i] = (uint32_t)to[i];
	return n > 0 && n <= 4 ? (size_t)n : 0;
}

static bool
within(uint32_t cp, uint32_t first, uint32_t last)
{
	return cp - first <= last - first;
}

/* Signs of Arabic, Syriac and Kaithi that enclose numbers: format characters
 * by their category, and visible all the same. */
static bool
is_number_sign(uint32_t cp)
{
	return within(cp, 0x600, 0x605) || cp == 0x6dd || cp == 0x70f
	    || cp == 0x890 || cp == 0x891 || cp == 0x8e2 || cp == 0x110bd
	    || cp == 0x110cd;
}

/* Letters by their category, and fillers of nothing. */
static bool
is_filler(uint32_t cp)
{
	return cp == 0x34f || cp == 0x115f || cp == 0x1160 || cp == 0x17b4
	    || cp == 0x17b5 || cp == 0x3164 || cp == 0xffa0 || cp == 0x2800;
}

enum uni_form
uni_form(uint32_t cp)
{
	if (within(cp, 0x20, 0x7e))
		return UNI_SHOWN;
	if (within(cp, 0xfe00, 0xfe0f) || within(cp, 0x1f3fb, 0x1f3ff)
	    || within(cp, 0xe0100, 0xe01ef))
		return UNI_SELECTOR;
	if (is_filler(cp))
		return UNI_HIDDEN;
	/* Unassigned; separators of lines, and the classes C*, come last. */
	utf8proc_category_t c = utf8proc_category((utf8proc_int32_t)cp);
	if (c == UTF8PROC_CATEGORY_CF && is_number_sign(cp))
		return UNI_SHOWN;
	if (c == UTF8PROC_CATEGORY_CN || c >= UTF8PROC_CATEGORY_ZL)
		return UNI_HIDDEN;
	const utf8proc_property_t *p =
	    utf8proc_get_property((utf8proc_int32_t)cp);
	return p->boundclass == UTF8PROC_BOUNDCLASS_EXTENDED_PICTOGRAPHIC
	    ? UNI_EMOJI
	    : UNI_SHOWN;
}

/* Vowels and finals of Hangul join the letter before them. */
unsigned
uni_cells(uint32_t cp)
{
	if (within(cp, 0x20, 0x7e))
		return 1;
	if (within(cp, 0x1160, 0x11ff) || within(cp, 0xd7b0, 0xd7ff))
		return 0;
	int n = utf8proc_charwidth((utf8proc_int32_t)cp);

	return n > 0 ? (unsigned)n : 0;
}

static utf8proc_propval_t
direction(uint32_t cp)
{
	return utf8proc_get_property((utf8proc_int32_t)cp)->bidi_class;
}

bool
uni_is_rtl(uint32_t cp)
{
	return cp >= 0x590
	    && (direction(cp) == UTF8PROC_BIDI_CLASS_R
		|| direction(cp) == UTF8PROC_BIDI_CLASS_AL);
}

bool
uni_is_ltr(uint32_t cp)
{
	return direction(cp) == UTF8PROC_BIDI_CLASS_L;
}

size_t
uni_length(struct text t)
{
	size_t n = 0;

	for (size_t i = 0; i < t.n; n++)
		text_next(t, &i);
	return n;
}
