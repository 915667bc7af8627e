#include "base/uni.h"
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

static struct datum
filter_lower(struct call *c)
{
	return with(c, uni_lower);
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
	return uni_capital(a, uni_lower(a, t));
}

static struct datum
filter_capitalize(struct call *c)
{
	return with(c, capitalized);
}

static struct text
trimmed(struct arena *a, struct text t)
{
	(void)a;
	return text_trim(t);
}

static struct datum
filter_trim(struct call *c)
{
	return with(c, trimmed);
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
	while (old.n && most-- != 0) {
		size_t at = text_find(t, from, old);
		if (at == t.n || !eval_room(c->ev, new.n, c->pos))
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
		enum uni_class k = uni_class(text_next(t, &i));
		bool word = k == UNI_LETTER || k == UNI_DIGIT || k == UNI_MARK;
		n += word && !in;
		in = word;
	}
	return datum_int(n);
}

/* Each line but the first (or that too) some blanks to the right. */
static struct datum
filter_indent(struct call *c)
{
	int64_t width = call_int(c, 0, 4);
	bool first = call_true(c, 1, false), blank = call_true(c, 2, false);
	struct buf b = {.a = c->ev->a};
	struct text rest, line;

	if (!call_in_text(c, &rest))
		return fault_datum(TEXT(""));
	width = width < 0 ? 0 : width > 1000 ? 1000 : width;
	for (bool begun = false; text_split(&rest, '\n', &line);) {
		if (begun)
			buf_addc(&b, '\n');
		if (!eval_room(c->ev, (size_t)width, c->pos))
			break;
		if (begun ? line.n > 0 || blank : first)
			for (int64_t i = 0; i < width; i++)
				buf_addc(&b, ' ');
		buf_add(&b, line);
		begun = true;
	}
	return made(c, buf_text(&b));
}

/* %s and %d take the arguments in turn; %% is one sign. */
static struct datum
filter_format(struct call *c)
{
	struct buf b = {.a = c->ev->a};
	struct text t;
	size_t n = 0;

	if (!call_in_text(c, &t))
		return fault_datum(TEXT(""));
	for (size_t i = 0; i < t.n; i++) {
		char k = t.s[i] == '%' && i + 1 < t.n ? t.s[i + 1] : '\0';
		if (k == '%')
			i++;
		if ((k != 's' && k != 'd') || n >= CALL_ARGS) {
			buf_addc(&b, t.s[i]);
			continue;
		}
		if (!c->given[n])
			fault_type(c->ev, c->pos,
			    "format has not enough arguments for: %.*s",
			    TEXT_ARG(t));
		buf_add(&b, call_text(c, n++, TEXT("")));
		i++;
	}
	return made(c, buf_text(&b));
}

const struct filter filters_text[] = {
    {"lower", filter_lower, "", false},
    {"upper", filter_upper, "", false},
    {"title", filter_title, "", false},
    {"capitalize", filter_capitalize, "", false},
    {"trim", filter_trim, "", false},
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
    {"format", filter_format, "a b c d e f g h", false},
    {NULL, NULL, NULL, false},
};
