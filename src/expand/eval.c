#include "expand/eval.h"

#include <math.h>

#include "expand/call.h"
#include "expand/pronoun.h"

struct pos
eval_pos(const struct eval *ev, struct span s)
{
	return (struct pos){ev->frame->view, s.off, s.len};
}

struct text
eval_text(const struct eval *ev, struct span s)
{
	return text_sub(ev->frame->view->body, s.off, s.off + s.len);
}

static struct datum
undefined(struct eval *ev, const struct missing *m)
{
	struct missing *copy = arena_make(ev->a, struct missing);

	*copy = *m;
	return (struct datum){.kind = DATUM_UNDEFINED, .missing = copy};
}

static struct datum
name(struct eval *ev, const struct expr *e)
{
	struct datum found = {0};

	if (scope_find(ev, e->name, &found))
		return found;
	return undefined(ev,
	    &(struct missing){.path = e->name,
		.key = e->name,
		.parent = datum_of(ev->kase ? ev->kase->facts : NULL),
		.pos = eval_pos(ev, e->span)});
}

/* loop.index and its like. */
static bool
loop_field(const struct loop *l, struct text key, struct datum *out)
{
	int64_t at = (int64_t)l->at, n = (int64_t)l->seq.n;

	if (text_is(key, "index"))
		*out = datum_int(at + 1);
	else if (text_is(key, "index0"))
		*out = datum_int(at);
	else if (text_is(key, "revindex"))
		*out = datum_int(n - at);
	else if (text_is(key, "revindex0"))
		*out = datum_int(n - at - 1);
	else if (text_is(key, "length"))
		*out = datum_int(n);
	else if (text_is(key, "first"))
		*out = datum_bool(at == 0);
	else if (text_is(key, "last"))
		*out = datum_bool(at + 1 == n);
	else if (text_is(key, "previtem") && at > 0)
		*out = l->seq.at[at - 1];
	else if (text_is(key, "nextitem") && at + 1 < n)
		*out = l->seq.at[at + 1];
	else
		return false;
	return true;
}

static bool
field(struct eval *ev, struct datum of, struct text key, struct datum *out)
{
	if (of.kind == DATUM_MAP)
		return datum_key(of, key, out) || pronoun(ev->a, of, key, out);
	return of.kind == DATUM_LOOP && loop_field(of.loop, key, out);
}

static struct datum
attribute(struct eval *ev, const struct expr *e)
{
	struct datum of = eval_expr(ev, e->a), found = {0};

	if (of.kind == DATUM_UNDEFINED || of.kind == DATUM_FAULT)
		return of;
	if (field(ev, of, e->name, &found))
		return found;
	return undefined(ev,
	    &(struct missing){.path = eval_text(ev, e->span),
		.key = e->name,
		.parent_path = eval_text(ev, e->a->span),
		.parent = of,
		.pos = eval_pos(ev, e->span)});
}

struct datum
eval_path(struct eval *ev, struct datum from, struct text path, struct pos at)
{
	struct text rest = path, key;
	size_t done = 0;

	while (text_split(&rest, '.', &key)) {
		struct datum found = {0};
		if (from.kind == DATUM_UNDEFINED || from.kind == DATUM_FAULT)
			return from;
		if (!field(ev, from, key, &found))
			return undefined(ev,
			    &(struct missing){.path = text_sub(path, 0,
						  done + key.n),
				.key = key,
				.parent_path = done
				    ? text_sub(path, 0, done - 1)
				    : TEXT("it"),
				.parent = from,
				.pos = at});
		from = found;
		done += key.n + 1;
	}
	return from;
}

/* Code points from..to of a text, `step` apart. */
static struct text
cut(struct arena *a, struct text t, const int64_t *range)
{
	struct buf b = {.a = a};
	struct seq cps = {0};

	for (size_t i = 0; i < t.n;)
		array_push(a, &cps, datum_int(text_next(t, &i)));
	for (int64_t i = range[0]; range[2] > 0 ? i < range[1] : i > range[1];
	     i += range[2])
		buf_cp(&b, (uint32_t)cps.at[i].num);
	return buf_text(&b);
}

/* Python's rules for from:to:step of n elements. */
static bool
slice_range(struct eval *ev, const struct expr *e, int64_t n, int64_t *range)
{
	const struct expr *part[3] = {e->b, e->c,
	    e->args ? e->args->value : NULL};
	struct number v;

	range[2] = 1;
	for (int i = 2; i >= 0; i--) {
		bool back = range[2] < 0;
		int64_t low = back ? -1 : 0, high = back ? n - 1 : n;
		if (i < 2)
			range[i] = (i == 0) != back ? low : high;
		if (!part[i])
			continue;
		struct datum x = eval_need(ev, part[i]);
		if (x.kind == DATUM_FAULT)
			return false;
		if (!datum_number(x, &v) || v.real || (i == 2 && v.num == 0)) {
			fault_type(ev, eval_pos(ev, part[i]->span),
			    "a slice needs whole numbers: %.*s",
			    TEXT_ARG(eval_text(ev, part[i]->span)));
			return false;
		}
		if (i < 2 && v.num < 0)
			v.num += n;
		if (i < 2)
			v.num = v.num < low ? low : v.num > high ? high : v.num;
		range[i] = v.num;
	}
	return true;
}

static struct datum
slice(struct eval *ev, const struct expr *e)
{
	struct datum of = eval_need(ev, e->a);
	int64_t range[3];
	struct seq all, s = {0};

	if (of.kind == DATUM_FAULT)
		return of;
	if (of.kind != DATUM_LIST && of.kind != DATUM_TEXT) {
		fault_type(ev, eval_pos(ev, e->a->span),
		    "only a list or text has slices, not a %s",
		    datum_kind_name(of));
		return fault_datum(TEXT(""));
	}
	if (!slice_range(ev, e, (int64_t)datum_length(of), range))
		return fault_datum(eval_text(ev, e->span));
	if (of.kind == DATUM_TEXT)
		return datum_made(cut(ev->a, of.text, range), of);
	all = datum_elements(ev->a, of);
	for (int64_t i = range[0]; range[2] > 0 ? i < range[1] : i > range[1];
	     i += range[2])
		array_push(ev->a, &s, all.at[i]);
	return datum_seq(ev->a, &s);
}

static struct datum
subscript(struct eval *ev, const struct expr *e)
{
	struct datum of = eval_expr(ev, e->a), found = {0};
	struct number n;

	if (of.kind == DATUM_UNDEFINED || of.kind == DATUM_FAULT)
		return of;
	struct datum key = eval_need(ev, e->b);
	if (key.kind == DATUM_FAULT)
		return key;
	if (of.kind == DATUM_LIST && datum_number(key, &n) && !n.real) {
		int64_t count = (int64_t)datum_length(of);
		int64_t at = n.num < 0 ? n.num + count : n.num;
		if (at >= 0 && at < count)
			return datum_nth(of, (size_t)at);
	} else if (of.kind == DATUM_TEXT && datum_number(key, &n) && !n.real) {
		int64_t count = (int64_t)datum_length(of);
		int64_t at = n.num < 0 ? n.num + count : n.num;
		if (at >= 0 && at < count)
			return datum_made(cut(ev->a, of.text,
					      (int64_t[]){at, at + 1, 1}),
			    of);
	} else if (datum_is_words(key)
	    && field(ev, of, datum_words(ev->a, key), &found)) {
		return found;
	}
	return undefined(ev,
	    &(struct missing){.path = eval_text(ev, e->span),
		.key = datum_words(ev->a, key),
		.parent_path = eval_text(ev, e->a->span),
		.parent = of,
		.pos = eval_pos(ev, e->span)});
}

struct datum
eval_need(struct eval *ev, const struct expr *e)
{
	struct datum i = eval_expr(ev, e);

	return i.kind == DATUM_UNDEFINED ? fault_missing(ev, i) : i;
}

static struct datum
condition(struct eval *ev, const struct expr *e)
{
	struct datum i = eval_need(ev, e);

	return i.kind == DATUM_UNKNOWN ? fault_empty(ev, i, e->span) : i;
}

bool
eval_true(struct eval *ev, const struct expr *e, bool *ok)
{
	struct datum i = condition(ev, e);

	*ok = i.kind != DATUM_FAULT;
	return datum_true(i);
}

static struct datum
cannot(struct eval *ev, const struct expr *e, struct datum x, struct datum y)
{
	struct finding *f = fault_type(ev, eval_pos(ev, e->span),
	    "this cannot be worked out with a %s and a %s: %.*s",
	    datum_kind_name(x), datum_kind_name(y),
	    TEXT_ARG(eval_text(ev, e->span)));

	if (e->kind == EXPR_BINARY && e->op == OP_ADD
	    && (x.kind == DATUM_TEXT || y.kind == DATUM_TEXT))
		finding_hint(ev->d, f, "texts are joined with ~");
	else if (e->kind == EXPR_COMPARE)
		finding_hint(ev->d, f, "compare like with like");
	return fault_datum(TEXT(""));
}

static int64_t
floor_div(int64_t x, int64_t y)
{
	return x / y - (x % y != 0 && (x < 0) != (y < 0));
}

/* Whole numbers; false on overflow or division by nothing. */
static bool
whole(enum op op, int64_t x, int64_t y, struct datum *out)
{
	int64_t v = 0;
	bool over = false;

	if ((op == OP_FLOOR || op == OP_MOD || op == OP_DIV)
	    && (y == 0 || (x == INT64_MIN && y == -1)))
		return false;
	if (op == OP_ADD)
		over = __builtin_add_overflow(x, y, &v);
	else if (op == OP_SUB)
		over = __builtin_sub_overflow(x, y, &v);
	else if (op == OP_MUL)
		over = __builtin_mul_overflow(x, y, &v);
	else if (op == OP_FLOOR)
		v = floor_div(x, y);
	else if (op == OP_MOD)
		v = x - y * floor_div(x, y);
	*out = op == OP_DIV ? datum_real((double)x / (double)y) : datum_int(v);
	return !over;
}

static bool
broken(enum op op, double x, double y, struct datum *out)
{
	double v = 0;

	if ((op == OP_FLOOR || op == OP_MOD || op == OP_DIV)
	    && !(y < 0 || y > 0))
		return false;
	if (op == OP_ADD)
		v = x + y;
	else if (op == OP_SUB)
		v = x - y;
	else if (op == OP_MUL)
		v = x * y;
	else if (op == OP_DIV)
		v = x / y;
	else if (op == OP_FLOOR)
		v = floor(x / y);
	else if (op == OP_MOD)
		v = x - y * floor(x / y);
	*out = datum_real(v);
	return isfinite(v);
}

static struct datum
joined(struct eval *ev, const struct expr *e, struct datum x, struct datum y)
{
	if (!datum_is_words(x) || !datum_is_words(y))
		return cannot(ev, e, x, y);
	struct text p = datum_words(ev->a, x), q = datum_words(ev->a, y);
	if (!eval_room(ev, p.n + q.n, eval_pos(ev, e->span)))
		return fault_datum(TEXT(""));
	return datum_made(text_join(ev->a, p, q), x.value ? x : y);
}

static struct datum
chained(struct eval *ev, struct datum x, struct datum y)
{
	struct seq s = {0}, p = datum_elements(ev->a, x);
	struct seq q = datum_elements(ev->a, y);

	for (size_t i = 0; i < p.n; i++)
		array_push(ev->a, &s, p.at[i]);
	for (size_t i = 0; i < q.n; i++)
		array_push(ev->a, &s, q.at[i]);
	return datum_seq(ev->a, &s);
}

static struct datum
binary(struct eval *ev, const struct expr *e)
{
	struct datum x = eval_need(ev, e->a), y = eval_need(ev, e->b), v;
	struct number p, q;

	if (x.kind != DATUM_FAULT)
		x = fault_empty(ev, x, e->a->span);
	if (y.kind != DATUM_FAULT)
		y = fault_empty(ev, y, e->b->span);
	if (x.kind == DATUM_FAULT || y.kind == DATUM_FAULT)
		return x.kind == DATUM_FAULT ? x : y;
	if (e->op == OP_JOIN)
		return joined(ev, e, x, y);
	if (e->op == OP_ADD && x.kind == DATUM_LIST && y.kind == DATUM_LIST
	    && eval_room(ev, sizeof(x) * (datum_length(x) + datum_length(y)),
		eval_pos(ev, e->span)))
		return chained(ev, x, y);
	if (!datum_number(x, &p) || !datum_number(y, &q))
		return cannot(ev, e, x, y);
	if (p.real || q.real ? broken(e->op, p.value, q.value, &v)
			     : whole(e->op, p.num, q.num, &v))
		return v;
	fault_type(ev, eval_pos(ev, e->span),
	    "a number out of range, or divided by 0: %.*s",
	    TEXT_ARG(eval_text(ev, e->span)));
	return fault_datum(TEXT(""));
}

/* x in y: a part of a text, an element of a list, a key of a map. */
static bool
contains(struct eval *ev, struct datum x, struct datum y, bool *ok)
{
	*ok = true;
	if (y.kind == DATUM_LIST) {
		struct seq s = datum_elements(ev->a, y);
		bool like;
		for (size_t i = 0; i < s.n; i++)
			if (datum_equal(x, s.at[i], &like))
				return true;
		return false;
	}
	if (datum_is_words(y) && datum_is_words(x)) {
		struct text whole_text = datum_words(ev->a, y);
		struct text part = datum_words(ev->a, x);
		return part.n == 0
		    || text_find(whole_text, 0, part) < whole_text.n;
	}
	struct datum found;
	*ok = y.kind == DATUM_MAP && x.kind == DATUM_TEXT;
	return *ok && datum_key(y, x.text, &found);
}

static bool
compared(struct eval *ev, enum op op, struct datum x, struct datum y, bool *ok)
{
	int order = 0;

	if (op == OP_EQ || op == OP_NE)
		return datum_equal(x, y, ok) == (op == OP_EQ);
	if (op == OP_IN || op == OP_NOT_IN)
		return contains(ev, x, y, ok) == (op == OP_IN);
	*ok = datum_order(x, y, &order);
	if (op == OP_LT)
		return order < 0;
	if (op == OP_LE)
		return order <= 0;
	return op == OP_GT ? order > 0 : order >= 0;
}

static struct datum
compare(struct eval *ev, const struct expr *e)
{
	struct datum x = eval_need(ev, e->a);
	bool ok = true;

	for (const struct arg *step = e->args; step; step = step->next) {
		struct datum y = eval_need(ev, step->value);
		if (x.kind == DATUM_FAULT || y.kind == DATUM_FAULT)
			return x.kind == DATUM_FAULT ? x : y;
		bool yes = compared(ev, step->op, x, y, &ok);
		if (!ok)
			return cannot(ev, e, x, y);
		if (!yes)
			return datum_bool(false);
		x = y;
	}
	return datum_bool(true);
}

static struct datum
sign(struct eval *ev, const struct expr *e)
{
	struct datum x = fault_empty(ev, eval_need(ev, e->a), e->a->span);
	struct number n;

	if (x.kind == DATUM_FAULT)
		return x;
	if (!datum_number(x, &n) || (!n.real && n.num == INT64_MIN))
		return cannot(ev, e, x, x);
	int by = e->kind == EXPR_MINUS ? -1 : 1;
	return n.real ? datum_real(by * n.value) : datum_int(by * n.num);
}

static struct datum
logic(struct eval *ev, const struct expr *e)
{
	struct datum x = condition(ev, e->a);

	if (x.kind == DATUM_FAULT)
		return x;
	if (e->kind == EXPR_NOT)
		return datum_bool(!datum_true(x));
	if (datum_true(x) == (e->kind == EXPR_OR))
		return x;
	return condition(ev, e->b);
}

static struct datum
choice(struct eval *ev, const struct expr *e)
{
	bool ok, yes = eval_true(ev, e->b, &ok);

	if (!ok)
		return fault_datum(eval_text(ev, e->b->span));
	if (yes)
		return eval_expr(ev, e->a);
	return e->c ? eval_expr(ev, e->c) : datum_text(TEXT(""));
}

static struct datum
list(struct eval *ev, const struct expr *e)
{
	struct seq s = {0};

	for (const struct arg *i = e->args; i; i = i->next)
		array_push(ev->a, &s, eval_need(ev, i->value));
	return datum_seq(ev->a, &s);
}

static struct datum
map(struct eval *ev, const struct expr *e)
{
	struct datum m = datum_dict(ev->a);

	for (const struct arg *i = e->args; i; i = i->next) {
		struct datum key = eval_need(ev, i->key);
		if (datum_is_words(key))
			dict_put(ev->a, m.dict, datum_words(ev->a, key),
			    eval_need(ev, i->value));
		else if (key.kind != DATUM_FAULT)
			fault_type(ev, eval_pos(ev, i->key->span),
			    "a key must be a text, not a %s",
			    datum_kind_name(key));
	}
	return m;
}

static struct datum
evaluate(struct eval *ev, const struct expr *e)
{
	switch (e->kind) {
	case EXPR_FAULT:
		return fault_datum(TEXT(""));
	case EXPR_CONST:
		return e->value;
	case EXPR_NAME:
		return name(ev, e);
	case EXPR_ATTR:
		return attribute(ev, e);
	case EXPR_INDEX:
		return subscript(ev, e);
	case EXPR_SLICE:
		return slice(ev, e);
	case EXPR_CALL:
		return call_expr(ev, e);
	case EXPR_FILTER:
		return call_filter(ev, e, eval_expr(ev, e->a));
	case EXPR_TEST:
		return call_test(ev, e, eval_expr(ev, e->a));
	case EXPR_NOT:
	case EXPR_AND:
	case EXPR_OR:
		return logic(ev, e);
	case EXPR_MINUS:
	case EXPR_PLUS:
		return sign(ev, e);
	case EXPR_BINARY:
		return binary(ev, e);
	case EXPR_COMPARE:
		return compare(ev, e);
	case EXPR_CHOICE:
		return choice(ev, e);
	case EXPR_LIST:
		return list(ev, e);
	case EXPR_MAP:
		return map(ev, e);
	}
	return fault_datum(TEXT(""));
}

struct datum
eval_expr(struct eval *ev, const struct expr *e)
{
	if (!eval_enter(ev, eval_pos(ev, e->span)))
		return fault_datum(TEXT(""));
	struct datum i = evaluate(ev, e);
	eval_leave(ev);
	return i;
}
