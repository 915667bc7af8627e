#include "expand/parse.h"

/*
 * Jinja2's grammar, loosest first:
 *
 *   expr    <- or ('if' or ('else' expr)?)*
 *   or      <- and ('or' and)*
 *   and     <- not ('and' not)*
 *   not     <- 'not' not | compare
 *   compare <- sum (('==' | '!=' | '<' ... | 'in' | 'not' 'in') sum)*
 *   sum     <- concat (('+' | '-') concat)*
 *   concat  <- product ('~' product)*
 *   product <- unary (('*' | '/' | '//' | '%') unary)*
 *   unary   <- ('-' | '+') unary postfix* | primary postfix* suffix*
 *   suffix  <- '|' NAME args? | 'is' 'not'? NAME (args | primary)? | args
 *
 * where the suffixes of a signed number belong to the whole: -1|abs is 1.
 * Left out on purpose: ** (TPL-02), and calls on values (TPL-09, when run).
 */

static struct expr *
binary(struct parser *p, enum expr_kind kind, enum op op, struct expr *a,
    struct expr *b)
{
	struct expr *e = parse_make(p, kind, parse_span(a->span, b->span));

	e->op = op;
	e->a = a;
	e->b = b;
	return parse_over(p, parse_over(p, e, a), b);
}

struct sign {
	const char *spelling;
	enum op op;
};

static enum op
one_of(struct parser *p, const struct sign *signs)
{
	for (; signs->spelling; signs++)
		if (parse_sign(p, signs->spelling))
			return signs->op;
	return OP_NONE;
}

static struct expr *
product(struct parser *p)
{
	static const struct sign signs[] = {{"*", OP_MUL}, {"/", OP_DIV},
	    {"//", OP_FLOOR}, {"%", OP_MOD}, {NULL, OP_NONE}};
	struct expr *e = parse_unary(p, true);
	enum op op;

	while (!p->bad && (op = one_of(p, signs)) != OP_NONE)
		e = binary(p, EXPR_BINARY, op, e, parse_unary(p, true));
	if (parse_is_sign(p, "**"))
		parse_fail(p, "TPL-02", p->now.span,
		    "there is no operator for powers: **");
	return e;
}

static struct expr *
concat(struct parser *p)
{
	struct expr *e = product(p);

	while (!p->bad && parse_sign(p, "~"))
		e = binary(p, EXPR_BINARY, OP_JOIN, e, product(p));
	return e;
}

static struct expr *
sum(struct parser *p)
{
	static const struct sign signs[] = {{"+", OP_ADD}, {"-", OP_SUB},
	    {NULL, OP_NONE}};
	struct expr *e = concat(p);
	enum op op;

	while (!p->bad && (op = one_of(p, signs)) != OP_NONE)
		e = binary(p, EXPR_BINARY, op, e, concat(p));
	return e;
}

static enum op
comparison(struct parser *p)
{
	static const struct sign signs[] = {{"==", OP_EQ}, {"!=", OP_NE},
	    {"<=", OP_LE}, {"<", OP_LT}, {">=", OP_GE}, {">", OP_GT},
	    {NULL, OP_NONE}};

	if (parse_word(p, "in"))
		return OP_IN;
	if (parse_word(p, "not")) {
		if (!parse_word(p, "in"))
			parse_unexpected(p, "the word in");
		return OP_NOT_IN;
	}
	return one_of(p, signs);
}

static struct expr *
compare(struct parser *p)
{
	struct expr *e = sum(p), *all = NULL;
	struct arg **end = NULL;
	enum op op;

	while (!p->bad && (op = comparison(p)) != OP_NONE) {
		if (!all) {
			all = parse_make(p, EXPR_COMPARE, e->span);
			all->a = e;
			end = &all->args;
			e = all = parse_over(p, all, e);
		}
		struct arg *step = arena_make(p->a, struct arg);
		step->op = op;
		step->value = sum(p);
		*end = step;
		end = &step->next;
		all->span = parse_span(all->span, step->value->span);
		e = parse_over(p, all, step->value);
	}
	return e;
}

static struct expr *
negation(struct parser *p)
{
	struct span at = p->now.span;

	if (!parse_word(p, "not"))
		return compare(p);
	if (!parse_deeper(p))
		return parse_fault(p);
	struct expr *of = negation(p);
	struct expr *e = parse_make(p, EXPR_NOT, parse_span(at, of->span));
	p->depth--;
	e->a = of;
	return parse_over(p, e, of);
}

static struct expr *
conjunction(struct parser *p)
{
	struct expr *e = negation(p);

	while (!p->bad && parse_word(p, "and"))
		e = binary(p, EXPR_AND, OP_NONE, e, negation(p));
	return e;
}

struct expr *
parse_simple(struct parser *p)
{
	struct expr *e = conjunction(p);

	while (!p->bad && parse_word(p, "or"))
		e = binary(p, EXPR_OR, OP_NONE, e, conjunction(p));
	return e;
}

struct expr *
parse_expr(struct parser *p)
{
	if (p->bad || !parse_deeper(p))
		return parse_fault(p);
	struct expr *e = parse_simple(p);
	while (!p->bad && parse_word(p, "if")) {
		struct expr *choice = parse_make(p, EXPR_CHOICE, e->span);
		choice->a = e;
		choice->b = parse_simple(p);
		if (parse_word(p, "else"))
			choice->c = parse_expr(p);
		const struct expr *end = choice->c ? choice->c : choice->b;
		choice->span = parse_span(e->span, end->span);
		e = parse_over(p,
		    parse_over(p, parse_over(p, choice, e), choice->b),
		    choice->c);
	}
	p->depth--;
	return e;
}

struct expr *
parse_tuple(struct parser *p, bool choice)
{
	struct expr *e = choice ? parse_expr(p) : parse_simple(p);

	if (!parse_is_sign(p, ","))
		return e;
	struct expr *all = parse_make(p, EXPR_LIST, e->span);
	struct arg *first = arena_make(p->a, struct arg), **end = &first->next;
	first->value = e;
	while (!p->bad && parse_sign(p, ",")) {
		if (parse_is_sign(p, ")") || p->now.kind == TOKEN_CLOSE)
			break;
		*end = arena_make(p->a, struct arg);
		(*end)->value = choice ? parse_expr(p) : parse_simple(p);
		all->span = parse_span(all->span, (*end)->value->span);
		end = &(*end)->next;
	}
	return parse_with_args(p, all, first);
}
