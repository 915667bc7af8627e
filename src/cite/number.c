#include "cite/number.h"

#include "base/uni.h"

enum number_form
number_form_of(struct text t)
{
	return text_is(t, "ordinal")     ? ORDINAL
	    : text_is(t, "long-ordinal") ? LONG_ORDINAL
	    : text_is(t, "roman")        ? ROMAN
					 : NUMERIC;
}

static bool
digit(char c)
{
	return c >= '0' && c <= '9';
}

char
number_separator(struct text t, size_t i, size_t *n)
{
	char c = i < t.n ? t.s[i] : 0;

	*n = 1;
	if (c == ',' || c == '-' || c == '&')
		return c;
	*n = 3;
	return c == '\xe2' && text_starts(text_sub(t, i, t.n), TEXT("\u2013"))
	    ? '-'
	    : 0;
}

static void
skip_blanks(struct text t, size_t *i)
{
	while (*i < t.n && t.s[*i] == ' ')
		(*i)++;
}

/* A number with letters before or behind it; false when there is none. */
static bool
number_token(struct text t, size_t *i, struct text *out)
{
	size_t from = *i, n;
	bool seen = false;

	while (*i < t.n && t.s[*i] != ' ' && !number_separator(t, *i, &n)) {
		size_t at = *i;
		uint32_t cp = text_next(t, i);
		if (cp < 128 && digit((char)cp))
			seen = true;
		else if (uni_class(cp) != UNI_LETTER) {
			*i = at;
			return false;
		}
	}
	*out = text_sub(t, from, *i);
	return seen;
}

bool
number_is_numeric(struct text t)
{
	struct text token;
	size_t n;

	for (size_t i = 0;;) {
		skip_blanks(t, &i);
		if (!number_token(t, &i, &token))
			return false;
		skip_blanks(t, &i);
		if (i == t.n)
			return true;
		if (!number_separator(t, i, &n))
			return false;
		i += n;
	}
}

static const struct text *
ordinal_form(const struct ordinal *o, char gender)
{
	int g = gender == 'm' ? 1 : gender == 'f' ? 2 : 0;

	if (o->text[g].s)
		return &o->text[g];
	return o->text[0].s ? &o->text[0] : NULL;
}

/* The scheme of CSL 1.0, for a locale without the term "ordinal": four terms,
 * the fourth for all numbers that do not end in 1, 2 or 3. */
static struct text
ordinal_old(struct arena *a, const struct terms *t, int n, char gender)
{
	int at = n % 10 >= 1 && n % 10 <= 3 && n / 10 % 10 != 1 ? n % 10 : 4;
	const struct text *suffix = ordinal_form(&t->ordinal[at], gender);

	return text_fmt(a, "%d%.*s", n, TEXT_ARG(suffix ? *suffix : TEXT("")));
}

/* CSL 1.0.2, "Ordinal Suffixes": ordinal-10 .. -99 are for the last two
 * digits, ordinal-00 .. -09 for the last one, unless `match` says otherwise. */
struct text
number_ordinal(struct arena *a, const struct terms *t, int n, char gender)
{
	const struct text *suffix = NULL;
	int last[3] = {n <= 99 ? n : -1, n % 100, n % 10};

	if (!t->ordinal[100].text[0].s && t->ordinal[4].text[0].s)
		return ordinal_old(a, t, n, gender);
	for (int i = 0; i < 3 && !suffix; i++) {
		if (last[i] < 0)
			continue;
		const struct ordinal *o = &t->ordinal[last[i]];
		int match = o->match;
		if (match < 0)
			match = last[i] < 10 ? ORDINAL_LAST_DIGIT
					     : ORDINAL_LAST_TWO;
		if ((i == 0 && match == ORDINAL_WHOLE)
		    || (i == 1 && match == ORDINAL_LAST_TWO)
		    || (i == 2 && match == ORDINAL_LAST_DIGIT))
			suffix = ordinal_form(o, gender);
	}
	if (!suffix)
		suffix = ordinal_form(&t->ordinal[100], gender);
	return text_fmt(a, "%d%.*s", n, TEXT_ARG(suffix ? *suffix : TEXT("")));
}

static struct text
roman(struct arena *a, int n)
{
	static const struct {
		int value;
		const char *s;
	} steps[] = {{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"},
	    {100, "c"}, {90, "xc"}, {50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"},
	    {5, "v"}, {4, "iv"}, {1, "i"}};
	struct buf b = {.a = a};

	if (n >= 5000)
		return text_fmt(a, "%d", n);
	for (size_t i = 0; i < sizeof(steps) / sizeof(*steps); i++)
		for (; n >= steps[i].value; n -= steps[i].value)
			buf_add(&b, text_of(steps[i].s));
	return buf_text(&b);
}

static struct text
long_ordinal(struct arena *a, const struct terms *t, int n, char gender)
{
	struct text out;

	if (n >= 1 && n <= 10) {
		struct text name = text_fmt(a, "long-ordinal-%02d", n);
		if (gender
		    && term_find(t,
			text_fmt(a, "%.*s %s", TEXT_ARG(name),
			    gender == 'm' ? "masculine" : "feminine"),
			FORM_LONG, false, &out))
			return out;
		if (term_find(t, name, FORM_LONG, false, &out))
			return out;
	}
	return number_ordinal(a, t, n, gender);
}

static struct text
one(struct arena *a, const struct terms *t, struct text token,
    enum number_form form, char gender)
{
	int n;

	if (form == NUMERIC || !text_int(token, &n) || n == 0)
		return token;
	if (form == ORDINAL)
		return number_ordinal(a, t, n, gender);
	return form == ROMAN ? roman(a, n) : long_ordinal(a, t, n, gender);
}

struct text
number_text(struct arena *a, const struct terms *t, struct text v,
    enum number_form form, char gender)
{
	struct buf b = {.a = a};
	struct text token, sign = number_ampersand(t);
	size_t n;

	if (!number_is_numeric(v))
		return v;
	for (size_t i = 0;;) {
		skip_blanks(v, &i);
		if (!number_token(v, &i, &token))
			break;
		buf_add(&b, one(a, t, token, form, gender));
		skip_blanks(v, &i);
		if (i >= v.n)
			break;
		char sep = number_separator(v, i, &n);
		if (sep == '&')
			buf_fmt(&b, " %.*s ", TEXT_ARG(sign));
		else
			buf_add(&b, sep == ',' ? TEXT(", ") : TEXT("\u2013"));
		i += n;
	}
	return buf_text(&b);
}
