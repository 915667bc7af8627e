#include "base/uni.h"
#include "expand/call.h"
#include "expand/pick.h"

/* Filters over lists as wholes; those that look at each element by a key or a
 * test stand in filter_pick.c. */

static struct datum
bad(void)
{
	return fault_datum(TEXT(""));
}

static struct datum
filter_default(struct call *c)
{
	bool empty = c->in.kind == DATUM_UNDEFINED
	    || (call_true(c, 1, false) && !datum_true(c->in));

	if (empty)
		return c->given[0] ? c->arg[0] : datum_text(TEXT(""));
	return c->in;
}

static struct datum
filter_join(struct call *c)
{
	struct text sep = call_text(c, 0, TEXT(""));
	struct text key = call_text(c, 1, TEXT(""));
	struct buf b = {.a = c->ev->a};
	struct seq s;

	if (!call_in_list(c, &s))
		return bad();
	for (size_t i = 0; i < s.n; i++) {
		struct datum one = pick(c, s.at[i], key, i);
		one = fault_empty(c->ev, one, c->span);
		if (one.kind == DATUM_FAULT)
			return one;
		if (!datum_is_words(one)) {
			c->in = one;
			return call_fault(c, "texts in its list");
		}
		struct text t = datum_words(c->ev->a, one);
		if (!eval_room(c->ev, t.n + sep.n, c->pos))
			return bad();
		buf_add(&b, i ? sep : TEXT(""));
		buf_add(&b, t);
	}
	return datum_made(buf_text(&b), c->in);
}

static struct datum
filter_length(struct call *c)
{
	if (c->in.kind == DATUM_LIST || c->in.kind == DATUM_MAP
	    || c->in.kind == DATUM_TEXT)
		return datum_int((int64_t)datum_length(c->in));
	if (c->in.kind == DATUM_PIECES)
		return datum_int(
		    (int64_t)uni_length(datum_words(c->ev->a, c->in)));
	return call_fault(c, "a list or a text");
}

/* The letters of a text, each with what combines with it left where it is: by
 * code points, as Python has it. */
static struct seq
letters(struct arena *a, struct datum of)
{
	struct seq s = {0};
	struct text t = datum_words(a, of);

	for (size_t i = 0, from = 0; i < t.n; from = i) {
		text_next(t, &i);
		array_push(a, &s, datum_made(text_sub(t, from, i), of));
	}
	return s;
}

static bool
is_text(struct datum i)
{
	return i.kind == DATUM_TEXT || i.kind == DATUM_PIECES;
}

/* The elements of a list, or the letters of a text. */
static bool
elements(struct call *c, struct seq *out)
{
	if (!is_text(c->in))
		return call_in_list(c, out);
	*out = letters(c->ev->a, c->in);
	c->ev->steps += out->n;
	return eval_step(c->ev, c->pos)
	    && eval_room(c->ev, out->n * sizeof(struct datum), c->pos);
}

static struct datum
end_of(struct call *c, bool last)
{
	struct seq s;

	if (!elements(c, &s))
		return bad();
	if (s.n)
		return s.at[last ? s.n - 1 : 0];
	return call_none(c,
	    last ? "there is no last element in an empty list"
		 : "there is no first element in an empty list");
}

static struct datum
filter_first(struct call *c)
{
	return end_of(c, false);
}

static struct datum
filter_last(struct call *c)
{
	return end_of(c, true);
}

static struct datum
filter_reverse(struct call *c)
{
	struct buf b = {.a = c->ev->a};
	struct seq s, r = {0};

	if (!elements(c, &s))
		return bad();
	for (size_t i = s.n; i-- > 0;)
		array_push(c->ev->a, &r, s.at[i]);
	if (!is_text(c->in))
		return datum_seq(c->ev->a, &r);
	for (size_t i = 0; i < r.n; i++)
		buf_add(&b, r.at[i].text);
	return datum_made(buf_text(&b), c->in);
}

static struct datum
filter_list(struct call *c)
{
	struct seq s;

	return elements(c, &s) ? datum_seq(c->ev->a, &s) : bad();
}

static struct datum
two(struct call *c, struct datum x, struct datum y)
{
	struct seq s = {0};

	array_push(c->ev->a, &s, x);
	array_push(c->ev->a, &s, y);
	return datum_seq(c->ev->a, &s);
}

/* A map as a list of [key, value], as it was written. */
static struct datum
filter_items(struct call *c)
{
	struct seq keys, s = {0};
	struct datum v = {0};

	if (c->in.kind != DATUM_MAP)
		return call_fault(c, "a map");
	if (!call_in_list(c, &keys))
		return bad();
	for (size_t i = 0; i < keys.n; i++)
		if (datum_key(c->in, keys.at[i].text, &v))
			array_push(c->ev->a, &s, two(c, keys.at[i], v));
	return datum_seq(c->ev->a, &s);
}

/* map|dictsort(by='key', reverse=false) */
static struct datum
filter_dictsort(struct call *c)
{
	bool sensitive = call_true(c, 0, false);
	struct text by = call_text(c, 1, TEXT("key"));
	bool by_value = text_is(by, "value");
	struct datum pairs = filter_items(c);
	struct seq s;

	if (pairs.kind == DATUM_FAULT)
		return pairs;
	if (!by_value && !text_is(by, "key")) {
		fault_type(c->ev, c->pos,
		    "dictsort goes by key or value, not: %.*s", TEXT_ARG(by));
		return bad();
	}
	s = *pairs.seq;
	struct seq keys = {0};
	for (size_t i = 0; i < s.n; i++)
		array_push(c->ev->a, &keys, datum_nth(s.at[i], by_value));
	return pick_sort(c, s, keys,
	    (struct order){sensitive, call_true(c, 2, false)});
}

/* list|batch(3, fill) : lists of three, the last filled up */
static struct datum
filter_batch(struct call *c)
{
	int64_t n = call_int(c, 0, 1);
	struct seq s, all = {0}, part = {0};

	if (!call_in_list(c, &s))
		return bad();
	if (n < 1) {
		fault_type(c->ev, c->pos, "batch needs a number above 0");
		return bad();
	}
	for (size_t i = 0; i < s.n; i++) {
		array_push(c->ev->a, &part, s.at[i]);
		if (part.n == (size_t)n) {
			array_push(c->ev->a, &all, datum_seq(c->ev->a, &part));
			part = (struct seq){0};
		}
	}
	while (part.n && part.n < (size_t)n && c->arg[1].kind != DATUM_NULL
	    && eval_step(c->ev, c->pos))
		array_push(c->ev->a, &part, c->arg[1]);
	if (part.n)
		array_push(c->ev->a, &all, datum_seq(c->ev->a, &part));
	return datum_seq(c->ev->a, &all);
}

/* list|slice(3, fill) : three lists, the first ones longer */
static struct datum
filter_slice(struct call *c)
{
	int64_t n = call_int(c, 0, 1);
	struct seq s, all = {0};
	size_t at = 0;

	if (!call_in_list(c, &s))
		return bad();
	if (n < 1 || n > 1000) {
		fault_type(c->ev, c->pos, "slice needs 1 to 1000 columns");
		return bad();
	}
	size_t columns = (size_t)n;
	for (size_t k = 0; k < columns; k++) {
		struct seq part = {0};
		bool longer = k < s.n % columns;
		for (size_t i = s.n / columns + longer; i-- > 0;)
			array_push(c->ev->a, &part, s.at[at++]);
		if (!longer && s.n % columns && c->arg[1].kind != DATUM_NULL)
			array_push(c->ev->a, &part, c->arg[1]);
		array_push(c->ev->a, &all, datum_seq(c->ev->a, &part));
	}
	return datum_seq(c->ev->a, &all);
}

const struct filter filters_list[] = {
    {"default", filter_default, "?default_value boolean", true},
    {"d", filter_default, "?default_value boolean", true},
    {"join", filter_join, "d attribute", false},
    {"length", filter_length, "", false},
    {"count", filter_length, "", false},
    {"first", filter_first, "", false},
    {"last", filter_last, "", false},
    {"reverse", filter_reverse, "", false},
    {"list", filter_list, "", false},
    {"items", filter_items, "", false},
    {"dictsort", filter_dictsort, "case_sensitive by reverse", false},
    {"batch", filter_batch, "!linecount fill_with", false},
    {"slice", filter_slice, "!slices fill_with", false},
    {NULL, NULL, NULL, false},
};
