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

/* The separator at i: ',', '-' (any dash), '&', or 0; its bytes in *n. */
static char
separator(struct text t, size_t i, size_t *n)
{
	struct text at = text_sub(t, i, t.n);

	*n = 1;
	if (at.n && (at.s[0] == ',' || at.s[0] == '-' || at.s[0] == '&'))
		return at.s[0];
	*n = 3;
	return text_starts(at, TEXT("\u2013")) ? '-' : 0;
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

	while (*i < t.n && t.s[*i] != ' ' && !separator(t, *i, &n)) {
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
		if (!separator(t, i, &n))
			return false;
		i += n;
	}
}

bool
number_is_plural(struct text t)
{
	size_t n, numbers = 0;
	bool in = false;

	for (size_t i = 0; i < t.n;) {
		if (t.s[i] == '\\') {
			i += 2;
			continue;
		}
		bool sep = separator(t, i, &n) || t.s[i] == ' ';
		if (!sep && digit(t.s[i]) && !in) {
			numbers++;
			in = true;
		}
		if (sep)
			in = false;
		i += sep && t.s[i] != ' ' ? n : 1;
	}
	return numbers > 1;
}

static const struct text *
ordinal_form(const struct ordinal *o, char gender)
{
	int g = gender == 'm' ? 1 : gender == 'f' ? 2 : 0;

	if (o->text[g].s)
		return &o->text[g];
	return o->text[0].s ? &o->text[0] : NULL;
}

/* CSL 1.0.2, "Ordinal Suffixes": ordinal-10 .. -99 are for the last two
 * digits, ordinal-00 .. -09 for the last one, unless `match` says otherwise. */
struct text
number_ordinal(struct arena *a, const struct terms *t, int n, char gender)
{
	const struct text *suffix = NULL;
	int last[3] = {n <= 99 ? n : -1, n % 100, n % 10};

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
	struct text token;
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
		char sep = separator(v, i, &n);
		buf_add(&b,
		    sep == ','       ? TEXT(", ")
			: sep == '&' ? TEXT(" & ")
				     : TEXT("\u2013"));
		i += n;
	}
	return buf_text(&b);
}

/* A page: letters (or "N:") and then digits. */
static bool
page_split(struct text t, struct text *prefix, struct text *digits)
{
	size_t i = t.n;

	while (i && digit(t.s[i - 1]))
		i--;
	*prefix = text_sub(t, 0, i);
	*digits = text_sub(t, i, t.n);
	return digits->n > 0 && digits->n < 10;
}

/* The second number of a range, all of its digits: 110-5 is 110-115. */
static struct text
expand(struct arena *a, struct text from, struct text to)
{
	if (to.n >= from.n)
		return to;
	return text_join(a, text_sub(from, 0, from.n - to.n), to);
}

static size_t
common(struct text x, struct text y)
{
	size_t i = 0;

	while (i < x.n && i < y.n && x.s[i] == y.s[i])
		i++;
	return i;
}

/* CSL 1.0.2, appendix V, "chicago": what may be left out of `to`. */
static size_t
chicago(struct text from, struct text to, bool newest)
{
	int n = 0;

	text_int(from, &n);
	if (n < 100 || n % 100 == 0 || from.n != to.n)
		return 0;
	size_t same = common(from, to);
	if (n % 100 < 10)
		return same;
	size_t keep = to.n - same;
	if (!newest && from.n >= 4 && keep >= 3)
		return 0; /* 1496-1504: three digits change */
	return keep < 2 ? to.n - 2 : same;
}

static struct text
shorten(struct text from, struct text to, struct text format)
{
	size_t cut = 0;

	if (from.n == to.n && text_starts(format, TEXT("minimal"))) {
		cut = common(from, to);
		size_t least = text_is(format, "minimal-two") ? 2 : 1;
		if (to.n - cut < least)
			cut = to.n > least ? to.n - least : 0;
	} else if (text_starts(format, TEXT("chicago"))) {
		cut = chicago(from, to,
		    text_is(format, "chicago-16")
			|| text_is(format, "chicago"));
	}
	return text_sub(to, cut, to.n);
}

static void
page_range(struct buf *b, struct text from, struct text to, struct text dash,
    struct text format)
{
	struct text p1, d1, p2, d2;
	bool plain = page_split(from, &p1, &d1) && page_split(to, &p2, &d2)
	    && (text_eq(p1, p2) || !p2.n);

	buf_add(b, from);
	buf_add(b, dash);
	if (!plain || !format.n) {
		buf_add(b, to);
		return;
	}
	struct text whole = expand(b->a, d1, d2);
	if (text_is(format, "expanded")) {
		buf_add(b, p1);
		buf_add(b, whole);
		return;
	}
	if (whole.n == d1.n && text_cmp(whole, d1) < 0) {
		buf_add(b, to);
		return;
	}
	struct text cut = shorten(d1, whole, format);
	if (cut.n == whole.n && p2.n)
		buf_add(b, p2);
	buf_add(b, cut);
}

/* A hyphen behind a backslash joins no range. */
static struct text
unescaped(struct arena *a, struct text v)
{
	struct buf b = {.a = a};

	for (size_t i = 0; i < v.n; i++)
		if (!text_starts(text_sub(v, i, v.n), TEXT("\\-")))
			buf_addc(&b, v.s[i]);
	return buf_text(&b);
}

struct text
number_pages(struct arena *a, const struct terms *t, struct text v,
    struct text format)
{
	struct text dash = term_text(t, "page-range-delimiter");
	struct buf b = {.a = a};
	size_t n;

	if (text_find(v, 0, TEXT("\\-")) < v.n)
		return unescaped(a, v);
	if (!dash.n)
		dash = TEXT("\u2013");
	for (size_t i = 0; i < v.n;) {
		size_t from = i, mid, k;
		while (i < v.n && v.s[i] != ' ' && !separator(v, i, &n))
			i++;
		mid = k = i;
		skip_blanks(v, &k);
		if (mid > from && k < v.n && separator(v, k, &n) == '-') {
			size_t second = k + n;
			skip_blanks(v, &second);
			i = second;
			while (i < v.n && v.s[i] != ' ' && !separator(v, i, &n))
				i++;
			if (i > second) {
				page_range(&b, text_sub(v, from, mid),
				    text_sub(v, second, i), dash, format);
				continue;
			}
			i = mid;
		}
		if (i == from)
			i++;
		buf_add(&b, text_sub(v, from, i));
	}
	return buf_text(&b);
}
