#include "expand/op.h"
#include "expand/trail.h"

#include <math.h>

#include "expand/num.h"

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
	if (op != OP_DIV) {
		*out = datum_int(v);
		return !over;
	}
	double quotient = (double)x / (double)y;
	*out = datum_real(quotient);
	return num_fits(quotient);
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
	return num_fits(v);
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

struct datum
op_binary(struct eval *ev, const struct expr *e)
{
	struct datum x = eval_need(ev, e->a), y = eval_need(ev, e->b), v;
	struct number p, q;

	if (x.kind != DATUM_FAULT)
		x = fault_empty(ev, x, e->a->span);
	if (y.kind != DATUM_FAULT)
		y = fault_empty(ev, y, e->b->span);
	if (x.kind == DATUM_FAULT || y.kind == DATUM_FAULT)
		return x.kind == DATUM_FAULT ? x : y;
	trail_operand(ev, e->op, x);
	trail_operand(ev, e->op, y);
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
bool
op_contains(struct eval *ev, struct datum x, struct datum y, bool *ok)
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
	if (y.kind == DATUM_TEXT && x.kind == DATUM_TEXT)
		return x.text.n == 0 || text_find(y.text, 0, x.text) < y.text.n;
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
		return op_contains(ev, x, y, ok) == (op == OP_IN);
	*ok = datum_order(x, y, &order);
	if (op == OP_LT)
		return order < 0;
	if (op == OP_LE)
		return order <= 0;
	return op == OP_GT ? order > 0 : order >= 0;
}

/* What it takes to compare the two. */
static bool
weigh(struct eval *ev, const struct expr *e, struct datum x, struct datum y)
{
	size_t n = eval_weight(x) + eval_weight(y);

	if (x.kind == DATUM_LIST || x.kind == DATUM_MAP || y.kind == DATUM_LIST
	    || y.kind == DATUM_MAP)
		n = datum_size(x, DATUM_COMPARED)
		    + datum_size(y, DATUM_COMPARED);
	return eval_work(ev, n, eval_pos(ev, e->span));
}

/* What is !unknown is like nothing; what is empty may be asked for. */
static struct datum
operand(struct eval *ev, const struct expr *e)
{
	struct datum i = eval_flat(ev, eval_need(ev, e), eval_pos(ev, e->span));

	return i.kind == DATUM_UNKNOWN ? fault_empty(ev, i, e->span) : i;
}

struct datum
op_compare(struct eval *ev, const struct expr *e)
{
	struct datum x = operand(ev, e->a);
	bool ok = true;

	for (const struct arg *step = e->args; step; step = step->next) {
		struct datum y = operand(ev, step->value);
		if (x.kind == DATUM_FAULT || y.kind == DATUM_FAULT)
			return x.kind == DATUM_FAULT ? x : y;
		trail_operand(ev, step->op, x);
		trail_operand(ev, step->op, y);
		if (!weigh(ev, e, x, y))
			return fault_datum(TEXT(""));
		bool yes = compared(ev, step->op, x, y, &ok);
		if (!ok)
			return cannot(ev, e, x, y);
		if (!yes)
			return datum_bool(false);
		x = y;
	}
	return datum_bool(true);
}

struct datum
op_sign(struct eval *ev, const struct expr *e)
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
