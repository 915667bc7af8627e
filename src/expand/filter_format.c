#include <math.h>

#include "base/uni.h"
#include "expand/call.h"
#include "expand/num.h"

/*
 * '%s of %d'|format(a, b): printf's language as Python has it, as far as prose
 * wants it.
 *
 *   field <- '%' ('(' name ')')? flag* width? ('.' places)? conversion
 *   flag <- '-' | '0' | '+' | ' '
 *   conversion <- 's' | 'd' | 'i' | 'f' | '%'
 */

enum { WIDEST = 1000, PLACES = 12 };

struct spec {
	struct text name;
	bool left, noughts, plus, gap;
	int width, places; /* -1: not said */
	char conversion;
};

struct format {
	struct call *c;
	struct text t;
	size_t at;   /* in t */
	size_t next; /* argument */
	bool named;
};

static char
ahead(const struct format *f)
{
	return f->at < f->t.n ? f->t.s[f->at] : '\0';
}

static int
digits(struct format *f)
{
	int n = 0;

	for (; ahead(f) >= '0' && ahead(f) <= '9'; f->at++)
		n = n > WIDEST ? n : n * 10 + (ahead(f) - '0');
	return n;
}

/* Behind the sign %. */
static struct spec
read_field(struct format *f)
{
	struct spec d = {.places = -1};
	size_t end = text_findc(f->t, f->at, ')');

	if (ahead(f) == '(' && end < f->t.n) {
		d.name = text_sub(f->t, f->at + 1, end);
		f->at = end + 1;
	}
	for (;; f->at++) {
		char k = ahead(f);
		if (k != '-' && k != '0' && k != '+' && k != ' ')
			break;
		d.left |= k == '-';
		d.noughts |= k == '0';
		d.plus |= k == '+';
		d.gap |= k == ' ';
	}
	d.width = digits(f);
	if (ahead(f) == '.') {
		f->at++;
		d.places = digits(f);
	}
	d.conversion = ahead(f);
	f->at++;
	return d;
}

static bool
fail(struct format *f, const char *why)
{
	fault_type(f->c->ev, f->c->pos, "%s: %.*s", why, TEXT_ARG(f->t));
	return false;
}

/* The argument that the field asks for. */
static bool
argument(struct format *f, const struct spec *d, struct datum *out)
{
	if (d->name.n) {
		f->named = true;
		if (call_rest_named(f->c, text_cstr(f->c->ev->a, d->name), out))
			return true;
		return fail(f, "format has no argument of that name");
	}
	for (; f->next < f->c->rest.n; f->next++) {
		if (f->c->rest.at[f->next].name.n)
			continue;
		*out = f->c->rest.at[f->next++].item;
		return true;
	}
	return fail(f, "format has not enough arguments for");
}

/* The words of the field, without a sign; false if the argument is of the
 * wrong kind. */
static bool
words_of(struct format *f, const struct spec *d, struct datum i,
    struct text *out, bool *minus)
{
	struct arena *a = f->c->ev->a;
	struct number n;

	if (d->conversion == 's') {
		if (!datum_is_words(i))
			return fail(f, "format needs words for %s in");
		*out = datum_words(a, i);
		for (size_t k = 0, count = 0; d->places >= 0 && k < out->n;
		     count++) {
			if (count == (size_t)d->places)
				*out = text_sub(*out, 0, k);
			else
				text_next(*out, &k);
		}
		return true;
	}
	if (!datum_number(i, &n))
		return fail(f, "format needs a number for %d or %f in");
	*minus = n.real ? n.value < 0 : n.num < 0;
	if (d->conversion == 'f') {
		int places = d->places < 0 ? 6 : d->places;
		if (places > PLACES || fabs(n.value) >= 1e15)
			return fail(f, "format cannot write so many figures");
		*out = num_fixed(a, fabs(n.value), places);
		return true;
	}
	if (n.real && fabs(n.value) >= 9e18)
		return fail(f, "format cannot write so many figures");
	int64_t whole = n.real ? (int64_t)n.value : n.num;
	*minus = whole < 0;
	*out = text_fmt(a, "%llu",
	    whole < 0 ? 0 - (unsigned long long)whole
		      : (unsigned long long)whole);
	return true;
}

static void
pad(struct buf *b, char with, int n)
{
	while (n-- > 0)
		buf_addc(b, with);
}

static bool
write_field(struct format *f, const struct spec *d, struct buf *b)
{
	struct datum i;
	struct text t, sign = TEXT("");
	bool minus = false, number = d->conversion != 's';

	if (text_findc(TEXT("sdif"), 0, d->conversion) == 4)
		return fail(f,
		    "format knows %s, %d, %f and %%, not what is in");
	if (!argument(f, d, &i) || !words_of(f, d, i, &t, &minus))
		return false;
	if (number)
		sign = minus  ? TEXT("-")
		    : d->plus ? TEXT("+")
		    : d->gap  ? TEXT(" ")
			      : TEXT("");
	int gap = d->width - (int)uni_length(t) - (int)sign.n;
	bool noughts = d->noughts && !d->left && number;
	if (!d->left && !noughts)
		pad(b, ' ', gap);
	buf_add(b, sign);
	if (noughts)
		pad(b, '0', gap);
	buf_add(b, t);
	if (d->left)
		pad(b, ' ', gap);
	return true;
}

/* Every argument is of use: one too many is a mistake in the words. */
static bool
all_used(struct format *f)
{
	for (; f->next < f->c->rest.n && !f->named; f->next++)
		if (!f->c->rest.at[f->next].name.n)
			return fail(f, "format has an argument too many for");
	return true;
}

static struct datum
filter_format(struct call *c)
{
	struct format f = {.c = c};
	struct buf b = {.a = c->ev->a};

	if (!call_in_text(c, &f.t))
		return fault_datum(TEXT(""));
	while (f.at < f.t.n) {
		char k = f.t.s[f.at++];
		if (k != '%') {
			buf_addc(&b, k);
			continue;
		}
		struct spec d = read_field(&f);
		if (d.conversion == '%')
			buf_addc(&b, '%');
		else if (d.width > WIDEST || !write_field(&f, &d, &b)
		    || !eval_room(c->ev, (size_t)d.width, c->pos))
			return fault_datum(TEXT(""));
	}
	return all_used(&f) ? datum_made(buf_text(&b), c->in)
			    : fault_datum(TEXT(""));
}

const struct filter filters_format[] = {
    {"format", filter_format, "*", false},
    {NULL, NULL, NULL, false},
};
