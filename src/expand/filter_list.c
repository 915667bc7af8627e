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

static struct datum
end_of(struct call *c, bool last)
{
	struct seq s;

	if (!call_in_list(c, &s))
		return bad();
	if (s.n)
		return s.at[last ? s.n - 1 : 0];
	fault_type(c->ev, c->pos, "an empty list has no %.*s element",
	    TEXT_ARG(c->name));
	return bad();
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

static struct text
backwards(struct arena *a, struct text t)
{
	struct buf b = {.a = a};
	struct seq cps = {0};

	for (size_t i = 0; i < t.n;)
		array_push(a, &cps, datum_int(text_next(t, &i)));
	for (size_t i = cps.n; i-- > 0;)
		buf_cp(&b, (uint32_t)cps.at[i].num);
	return buf_text(&b);
}

static struct datum
filter_reverse(struct call *c)
{
	struct seq s, r = {0};

	if (c->in.kind == DATUM_TEXT)
		return datum_made(backwards(c->ev->a, c->in.text), c->in);
	if (!call_in_list(c, &s))
		return bad();
	for (size_t i = s.n; i-- > 0;)
		array_push(c->ev->a, &r, s.at[i]);
	return datum_seq(c->ev->a, &r);
}

static struct datum
filter_list(struct call *c)
{
	struct seq s;

	return call_in_list(c, &s) ? datum_seq(c->ev->a, &s) : bad();
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
	bool by_value = text_is(call_text(c, 1, TEXT("key")), "value");
	struct datum pairs = filter_items(c);
	struct seq s;

	if (pairs.kind == DATUM_FAULT)
		return pairs;
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
	while (part.n && part.n < (size_t)n && c->given[1]
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
		if (!longer && s.n % columns && c->given[1])
			array_push(c->ev->a, &part, c->arg[1]);
		array_push(c->ev->a, &all, datum_seq(c->ev->a, &part));
	}
	return datum_seq(c->ev->a, &all);
}

static void json(struct call *c, struct buf *b, struct datum i, int depth);

static void
json_text(struct buf *b, struct text t)
{
	buf_addc(b, '"');
	for (size_t i = 0; i < t.n; i++) {
		unsigned char k = (unsigned char)t.s[i];
		if (k == '"' || k == '\\')
			buf_fmt(b, "\\%c", k);
		else if (k < 0x20)
			buf_fmt(b, "\\u%04x", k);
		else
			buf_addc(b, t.s[i]);
	}
	buf_addc(b, '"');
}

static void
json_inside(struct call *c, struct buf *b, struct datum i, int depth)
{
	struct seq s = datum_elements(c->ev->a, i);
	bool map = i.kind == DATUM_MAP;

	buf_addc(b, map ? '{' : '[');
	for (size_t k = 0; k < s.n && eval_room(c->ev, 8, c->pos); k++) {
		struct datum v = s.at[k];
		buf_add(b, k ? TEXT(", ") : TEXT(""));
		if (map) {
			json_text(b, v.text);
			buf_add(b, TEXT(": "));
			datum_key(i, s.at[k].text, &v);
		}
		json(c, b, v, depth + 1);
	}
	buf_addc(b, map ? '}' : ']');
}

static void
json(struct call *c, struct buf *b, struct datum i, int depth)
{
	struct number n;
	bool inner =
	    (i.kind == DATUM_LIST || i.kind == DATUM_MAP) && depth < 100;

	if (inner)
		json_inside(c, b, i, depth);
	else if (i.kind == DATUM_BOOL)
		buf_add(b, i.yes ? TEXT("true") : TEXT("false"));
	else if (i.kind == DATUM_INT || i.kind == DATUM_REAL
	    || (datum_number(i, &n) && i.text.s[0] != '0'))
		buf_add(b, datum_words(c->ev->a, i));
	else if (datum_is_words(i))
		json_text(b, datum_words(c->ev->a, i));
	else
		buf_add(b, TEXT("null"));
}

static struct datum
filter_tojson(struct call *c)
{
	struct buf b = {.a = c->ev->a};

	json(c, &b, c->in, 0);
	return eval_room(c->ev, b.n, c->pos) ? datum_made(buf_text(&b), c->in)
					     : bad();
}

const struct filter filters_list[] = {
    {"default", filter_default, "value boolean", true},
    {"d", filter_default, "value boolean", true},
    {"join", filter_join, "sep attribute", false},
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
    {"tojson", filter_tojson, "", false},
    {NULL, NULL, NULL, false},
};
