#include "expand/eval.h"

#include "expand/call.h"
#include "expand/op.h"
#include "expand/pronoun.h"
#include "expand/trail.h"

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
	trail_absent(ev, copy);
	return (struct datum){.kind = DATUM_UNDEFINED, .missing = copy};
}

static struct datum
name(struct eval *ev, const struct expr *e)
{
	struct datum found = {0};

	ev->work += ev->kase && ev->kase->facts ? ev->kase->facts->n / 8 : 0;
	if (scope_find(ev, e->name, &found))
		return found;
	struct missing m = {.path = e->name,
	    .key = e->name,
	    .pos = eval_pos(ev, e->span)};
	if (!scope_is_bare(ev) && ev->kase)
		m.parent = datum_of(ev->kase->facts);
	return undefined(ev, &m);
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
	else if (text_is(key, "depth"))
		*out = datum_int(l->depth);
	else if (text_is(key, "depth0"))
		*out = datum_int((int64_t)l->depth - 1);
	else if (text_is(key, "previtem") && at > 0)
		*out = l->seq.at[at - 1];
	else if (text_is(key, "nextitem") && at + 1 < n)
		*out = l->seq.at[at + 1];
	else
		return false;
	return true;
}

static bool
tool_field(const struct tool *t, struct text key, struct datum *out)
{
	if (t->kind != TOOL_CYCLER || !text_is(key, "current"))
		return false;
	*out = t->seq.at[t->at];
	return true;
}

static bool
field(struct eval *ev, struct datum of, struct text key, struct datum *out)
{
	if (of.kind == DATUM_TOOL)
		return tool_field(of.tool, key, out);
	if (of.kind == DATUM_LOOP) {
		ev->reads = reads_join(ev->a, ev->reads, of.loop->reads);
		return loop_field(of.loop, key, out);
	}
	if (of.kind != DATUM_MAP)
		return false;
	if (datum_key(of, key, out))
		return true;
	if (!pronoun(ev->a, of, key, out))
		return false;
	trail_pronouns(ev, of);
	return true;
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

/* A path may go through a list by numbers: "posts.0.title". */
static bool
element(struct datum of, struct text key, struct datum *out)
{
	int n;

	if (of.kind != DATUM_LIST || !text_int(key, &n)
	    || (size_t)n >= datum_length(of))
		return false;
	*out = datum_nth(of, (size_t)n);
	return true;
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
		if (!field(ev, from, key, &found)
		    && !element(from, key, &found))
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

static bool
in_range(int64_t i, const int64_t *range)
{
	return range[2] > 0 ? i < range[1] : i > range[1];
}

/* Code points from..to of a text, `step` apart. */
static struct text
cut(struct arena *a, struct text t, const int64_t *range)
{
	struct buf b = {.a = a};
	ARRAY(uint32_t) at = {0}; /* where each begins */
	size_t i = 0;

	for (int64_t n = 0; i < t.n; n++) {
		size_t from = i;
		if (range[2] == 1 && n == range[1])
			break;
		text_next(t, &i);
		if (range[2] == 1 && n >= range[0])
			buf_add(&b, text_sub(t, from, i));
		else if (range[2] != 1)
			array_push(a, &at, (uint32_t)from);
	}
	for (int64_t k = range[0]; range[2] != 1 && in_range(k, range);) {
		i = at.at[k];
		buf_cp(&b, text_next(t, &i));
		if (__builtin_add_overflow(k, range[2], &k))
			break;
	}
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
		if (x.kind == DATUM_NULL)
			continue;
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
	struct datum of =
	    eval_flat(ev, eval_need(ev, e->a), eval_pos(ev, e->span));
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
	if (of.kind == DATUM_TEXT
	    && !eval_room(ev, of.text.n, eval_pos(ev, e->span)))
		return fault_datum(TEXT(""));
	if (!slice_range(ev, e, (int64_t)datum_length(of), range))
		return fault_datum(eval_text(ev, e->span));
	if (of.kind == DATUM_TEXT)
		return datum_made(cut(ev->a, of.text, range), of);
	trail_shape(ev, of);
	all = datum_elements(ev->a, of);
	for (int64_t i = range[0]; in_range(i, range)
	     && eval_room(ev, sizeof(of), eval_pos(ev, e->span));) {
		array_push(ev->a, &s, all.at[i]);
		if (__builtin_add_overflow(i, range[2], &i))
			break;
	}
	return datum_seq(ev->a, &s);
}

/* The elements of a case are chained: the way there is gone each time. */
static struct datum
nth(struct eval *ev, struct datum list, size_t n, const struct expr *e)
{
	if (!list.seq)
		eval_work(ev, n / 4, eval_pos(ev, e->span));
	return datum_nth(list, n);
}

static struct datum
subscript(struct eval *ev, const struct expr *e)
{
	struct pos here = eval_pos(ev, e->span);
	struct datum of = eval_flat(ev, eval_expr(ev, e->a), here), found = {0};
	struct number n;

	if (of.kind == DATUM_UNDEFINED || of.kind == DATUM_FAULT)
		return of;
	struct datum key = eval_need(ev, e->b);
	if (key.kind == DATUM_FAULT)
		return key;
	if (of.kind == DATUM_TEXT && !eval_work(ev, of.text.n / 4, here))
		return fault_datum(TEXT(""));
	if (of.kind == DATUM_LIST && datum_number(key, &n) && !n.real) {
		int64_t count = (int64_t)datum_length(of);
		int64_t at = n.num < 0 ? n.num + count : n.num;
		if (at >= 0 && at < count)
			return nth(ev, of, (size_t)at, e);
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

	trail_shape(ev, i);
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

	for (const struct arg *i = e->args; i; i = i->next) {
		if (!eval_room(ev, sizeof(struct datum), eval_pos(ev, e->span)))
			break;
		array_push(ev->a, &s, trail_need(ev, i->value));
	}
	return datum_seq(ev->a, &s);
}

static struct datum
map(struct eval *ev, const struct expr *e)
{
	struct datum m = datum_dict(ev->a);

	for (const struct arg *i = e->args; i; i = i->next) {
		if (!eval_room(ev, 2 * sizeof(struct pair),
			eval_pos(ev, e->span)))
			break;
		struct datum key = eval_need(ev, i->key);
		if (datum_is_words(key))
			dict_put(ev->a, m.dict, datum_words(ev->a, key),
			    trail_need(ev, i->value));
		else if (key.kind != DATUM_FAULT)
			fault_type(ev, eval_pos(ev, i->key->span),
			    "a key must be a text, not a %s",
			    datum_kind_name(key));
	}
	return m;
}

/* What a filter or test is given, which it will look through. */
static struct datum
weighed(struct eval *ev, const struct expr *e)
{
	struct datum i = eval_expr(ev, e);

	return eval_work(ev, eval_weight(i), eval_pos(ev, e->span))
	    ? i
	    : fault_datum(TEXT(""));
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
		return function_call(ev, e);
	case EXPR_FILTER:
		return call_filter(ev, e, weighed(ev, e->a));
	case EXPR_TEST:
		return call_test(ev, e, weighed(ev, e->a));
	case EXPR_NOT:
	case EXPR_AND:
	case EXPR_OR:
		return logic(ev, e);
	case EXPR_MINUS:
	case EXPR_PLUS:
		return op_sign(ev, e);
	case EXPR_BINARY:
		return op_binary(ev, e);
	case EXPR_COMPARE:
		return op_compare(ev, e);
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
	struct datum i = fault_datum(TEXT(""));
	if (eval_work(ev, 1, eval_pos(ev, e->span)))
		i = evaluate(ev, e);
	trail_result(ev, i);
	eval_leave(ev);
	return i;
}
