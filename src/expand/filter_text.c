#include "base/uni.h"
#include "base/uni_case.h"
#include "expand/call.h"

/* Filters that make a text of a text. */

static struct datum
made(struct call *c, struct text t)
{
	if (!eval_room(c->ev, t.n, c->pos))
		return fault_datum(TEXT(""));
	return datum_made(t, c->in);
}

static struct datum
with(struct call *c, struct text (*change)(struct arena *a, struct text t))
{
	struct text t;

	if (!call_in_text(c, &t))
		return fault_datum(TEXT(""));
	return made(c, change(c->ev->a, t));
}

/* No language's own rules: the letters may be of any. */
static struct text
small(struct arena *a, struct text t)
{
	return uni_lower_in(a, t, UNI_ROOT);
}

static struct datum
filter_lower(struct call *c)
{
	return with(c, small);
}

static struct datum
filter_upper(struct call *c)
{
	return with(c, uni_upper);
}

static struct datum
filter_title(struct call *c)
{
	return with(c, uni_title);
}

static struct text
capitalized(struct arena *a, struct text t)
{
	size_t first = 0;

	if (t.n)
		text_next(t, &first);
	return text_join(a, uni_capital(a, text_sub(t, 0, first)),
	    small(a, text_sub(t, first, t.n)));
}

static struct datum
filter_capitalize(struct call *c)
{
	return with(c, capitalized);
}

/* Is the code point one of `set`, or blank if there is none? */
static bool
is_of(struct text set, uint32_t cp)
{
	for (size_t i = 0; i < set.n;)
		if (text_next(set, &i) == cp)
			return true;
	return set.n == 0
	    && (uni_class(cp) == UNI_SPACE || (cp >= 0x1c && cp <= 0x1f));
}

/* Without the blanks, or the characters given, at both ends. */
static struct datum
filter_trim(struct call *c)
{
	struct text set = call_text(c, 0, TEXT("")), t;
	size_t from = 0, to = 0;

	if (!call_in_text(c, &t))
		return fault_datum(TEXT(""));
	for (size_t i = 0; i < t.n;) {
		size_t at = i;
		if (is_of(set, text_next(t, &i)))
			continue;
		from = to ? from : at;
		to = i;
	}
	return made(c, text_sub(t, from, to));
}

/* A blank that does not end a line: U+00A0. */
static struct text
unbroken(struct arena *a, struct text t)
{
	struct buf b = {.a = a};

	for (size_t i = 0; i < t.n; i++) {
		if (t.s[i] == ' ')
			buf_cp(&b, 0xa0);
		else
			buf_addc(&b, t.s[i]);
	}
	return buf_text(&b);
}

static struct datum
filter_nbsp(struct call *c)
{
	return with(c, unbroken);
}

/* All white space as one blank: a text of several lines in a sentence. */
static struct text
one_line(struct arena *a, struct text t)
{
	struct buf b = {.a = a};
	bool gap = false;

	t = text_trim(t);
	for (size_t i = 0; i < t.n; i++) {
		bool space = t.s[i] == ' ' || t.s[i] == '\n' || t.s[i] == '\t'
		    || t.s[i] == '\r';
		if (!space) {
			buf_add(&b, gap ? TEXT(" ") : TEXT(""));
			buf_addc(&b, t.s[i]);
		}
		gap = space;
	}
	return buf_text(&b);
}

static struct datum
filter_oneline(struct call *c)
{
	return with(c, one_line);
}

/* A capital, and a stop if there is none. */
static struct text
sentence(struct arena *a, struct text t)
{
	t = uni_capital(a, text_trim(t));
	if (t.n == 0 || text_findc(TEXT(".?!"), 0, t.s[t.n - 1]) < 3)
		return t;
	return text_join(a, t, TEXT("."));
}

static struct datum
filter_sentence(struct call *c)
{
	return with(c, sentence);
}

/* Single marks, as British usage has it; double for American English. */
static struct datum
filter_quote(struct call *c)
{
	struct buf b = {.a = c->ev->a};
	bool american =
	    c->ev->profile && text_is(c->ev->profile->lang, "en-US");
	struct text t;

	if (!call_in_text(c, &t))
		return fault_datum(TEXT(""));
	buf_cp(&b, american ? 0x201c : 0x2018);
	buf_add(&b, t);
	buf_cp(&b, american ? 0x201d : 0x2019);
	return made(c, buf_text(&b));
}

static struct datum
filter_md(struct call *c)
{
	struct text t;

	if (!call_in_text(c, &t))
		return fault_datum(TEXT(""));
	struct datum i = made(c, t);
	i.prose = true;
	return i;
}

static struct datum
filter_string(struct call *c)
{
	struct text t;

	return call_in_text(c, &t) ? made(c, t) : fault_datum(TEXT(""));
}

/* Nothing stands before each letter and at the end. */
static size_t
find_old(struct text t, size_t from, struct text old, bool first)
{
	if (old.n)
		return text_find(t, from, old);
	if (first)
		return from;
	if (from == t.n)
		return SIZE_MAX;
	text_next(t, &from);
	return from;
}

static struct datum
filter_replace(struct call *c)
{
	struct text old = call_text(c, 0, TEXT(""));
	struct text new = call_text(c, 1, TEXT("")), t;
	int64_t most = call_int(c, 2, -1);
	struct buf b = {.a = c->ev->a};
	size_t from = 0;

	if (!call_in_text(c, &t))
		return fault_datum(TEXT(""));
	for (bool first = true; most-- != 0; first = false) {
		size_t at = find_old(t, from, old, first);
		if (at == SIZE_MAX || (old.n && at == t.n)
		    || !eval_room(c->ev, new.n, c->pos))
			break;
		buf_add(&b, text_sub(t, from, at));
		buf_add(&b, new);
		from = at + old.n;
	}
	buf_add(&b, text_sub(t, from, t.n));
	return made(c, buf_text(&b));
}

/* The byte where the n-th code point stands. */
static size_t
byte_of(struct text t, int64_t n)
{
	size_t i = 0;

	while (i < t.n && n-- > 0)
		text_next(t, &i);
	return i;
}

/* As Jinja: at a blank unless killwords, and not for the last few letters. */
static struct datum
filter_truncate(struct call *c)
{
	int64_t length = call_int(c, 0, 255), leeway = call_int(c, 3, 5);
	struct text end = call_text(c, 2, TEXT("...")), t;

	if (!call_in_text(c, &t))
		return fault_datum(TEXT(""));
	int64_t keep = length - (int64_t)uni_length(end);
	if (keep < 0 || leeway < 0) {
		fault_type(c->ev, c->pos, "truncate needs room for its end");
		return fault_datum(TEXT(""));
	}
	if ((int64_t)uni_length(t) - leeway <= length)
		return made(c, t);
	t = text_sub(t, 0, byte_of(t, keep));
	if (!call_true(c, 1, false)) {
		size_t at = t.n;
		while (at && t.s[at - 1] != ' ')
			at--;
		if (at)
			t.n = at - 1;
	}
	return made(c, text_join(c->ev->a, t, end));
}

static struct datum
filter_wordcount(struct call *c)
{
	struct text t;
	int64_t n = 0;
	bool in = false;

	if (!call_in_text(c, &t))
		return fault_datum(TEXT(""));
	for (size_t i = 0; i < t.n;) {
		uint32_t cp = text_next(t, &i);
		bool word = cp == '_' || uni_is_word(cp);
		n += word && !in;
		in = word;
	}
	return datum_int(n);
}

/* What lines are indented by: so many blanks, or the text given. */
static struct text
indentation(struct call *c)
{
	struct buf b = {.a = c->ev->a};
	struct number n;

	if (c->given[0] && c->arg[0].kind == DATUM_TEXT
	    && !datum_number(c->arg[0], &n))
		return c->arg[0].text;
	int64_t width = call_int(c, 0, 4);
	for (width = width > 1000 ? 1000 : width; width > 0; width--)
		buf_addc(&b, ' ');
	return buf_text(&b);
}

/* Each line but the first (or that too) some blanks to the right; the empty
 * ones only if `blank`. */
static struct datum
filter_indent(struct call *c)
{
	bool first = call_true(c, 1, false), blank = call_true(c, 2, false);
	struct text by = indentation(c), t;
	struct buf b = {.a = c->ev->a};

	if (!call_in_text(c, &t))
		return fault_datum(TEXT(""));
	buf_add(&b, first ? by : TEXT(""));
	for (size_t i = 0, end; i <= t.n; i = end + 1) {
		end = text_findc(t, i, '\n');
		if (!eval_room(c->ev, by.n, c->pos))
			break;
		if (i && (end > i || blank))
			buf_add(&b, by);
		buf_add(&b, text_sub(t, i, end < t.n ? end + 1 : end));
	}
	return made(c, buf_text(&b));
}

const struct filter filters_text[] = {
    {"lower", filter_lower, "", false},
    {"upper", filter_upper, "", false},
    {"title", filter_title, "", false},
    {"capitalize", filter_capitalize, "", false},
    {"trim", filter_trim, "chars", false},
    {"nbsp", filter_nbsp, "", false},
    {"oneline", filter_oneline, "", false},
    {"sentence", filter_sentence, "", false},
    {"quote", filter_quote, "", false},
    {"md", filter_md, "", false},
    {"string", filter_string, "", false},
    {"replace", filter_replace, "!old !new count", false},
    {"truncate", filter_truncate, "length killwords end leeway", false},
    {"wordcount", filter_wordcount, "", false},
    {"indent", filter_indent, "width first blank", false},
    {NULL, NULL, NULL, false},
};
