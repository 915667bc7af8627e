#include "expand/parse.h"

#include <string.h>

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
make(struct parser *p, enum expr_kind kind, struct span span)
{
	struct expr *e = arena_make(p->a, struct expr);

	e->kind = kind;
	e->span = span;
	e->height = 1;
	return e;
}

static struct expr *
fault(struct parser *p)
{
	return make(p, EXPR_FAULT, p->now.span);
}

static struct span
spanning(struct span from, struct span to)
{
	return (struct span){from.off, to.off + to.len - from.off};
}

/* The tree must not grow higher than what the evaluator walks. */
static struct expr *
over(struct parser *p, struct expr *e, const struct expr *child)
{
	if (child && child->height >= e->height)
		e->height = child->height + 1;
	if (e->height <= AST_DEPTH)
		return e;
	parse_fail(p, "TPL-07", e->span, "an expression of more than %d steps",
	    AST_DEPTH);
	return fault(p);
}

static struct expr *
binary(struct parser *p, enum expr_kind kind, enum op op, struct expr *a,
    struct expr *b)
{
	struct expr *e = make(p, kind, spanning(a->span, b->span));

	e->op = op;
	e->a = a;
	e->b = b;
	return over(p, over(p, e, a), b);
}

/* arg <- (NAME '=')? expr */
static struct arg *
argument(struct parser *p)
{
	struct arg *arg = arena_make(p->a, struct arg);
	struct lexer back = p->lex;
	struct token first = p->now;

	arg->span = first.span;
	if (first.kind == TOKEN_NAME) {
		parse_advance(p);
		if (parse_sign(p, "=")) {
			arg->name = first.text;
		} else {
			p->lex = back;
			p->now = first;
		}
	}
	arg->value = parse_expr(p);
	return arg;
}

/* args <- '(' (arg (',' arg)* ','?)? ')' , its '(' consumed */
struct arg *
parse_args(struct parser *p)
{
	struct arg *first = NULL, **end = &first;

	while (!p->bad && !parse_sign(p, ")")) {
		*end = argument(p);
		end = &(*end)->next;
		if (!parse_sign(p, ",") && !parse_is_sign(p, ")"))
			parse_unexpected(p, "a comma or )");
	}
	return first;
}

static struct expr *
with_args(struct parser *p, struct expr *e, struct arg *args)
{
	struct expr *made = e;

	e->args = args;
	for (const struct arg *i = args; i; i = i->next) {
		made = over(p, made, i->value);
		if (i->key)
			made = over(p, made, i->key);
	}
	return made;
}

static struct span
up_to_now(const struct parser *p, struct span from)
{
	uint32_t end = p->now.span.off;

	while (end > from.off + from.len
	    && strchr(" \t\r\n", p->src->body.s[end - 1]))
		end--;
	return (struct span){from.off, end - from.off};
}

/* list <- '[' (expr (',' expr)* ','?)? ']' */
static struct expr *
list(struct parser *p)
{
	struct expr *e = make(p, EXPR_LIST, p->now.span);
	struct arg *first = NULL, **end = &first;

	parse_advance(p);
	while (!p->bad && !parse_sign(p, "]")) {
		*end = arena_make(p->a, struct arg);
		(*end)->value = parse_expr(p);
		end = &(*end)->next;
		if (!parse_sign(p, ",") && !parse_is_sign(p, "]"))
			parse_unexpected(p, "a comma or ]");
	}
	e->span = up_to_now(p, e->span);
	return with_args(p, e, first);
}

/* map <- '{' (expr ':' expr (',' expr ':' expr)* ','?)? '}' */
static struct expr *
map(struct parser *p)
{
	struct expr *e = make(p, EXPR_MAP, p->now.span);
	struct arg *first = NULL, **end = &first;

	parse_advance(p);
	while (!p->bad && !parse_sign(p, "}")) {
		*end = arena_make(p->a, struct arg);
		(*end)->key = parse_expr(p);
		if (!parse_sign(p, ":"))
			parse_unexpected(p, "a colon");
		(*end)->value = parse_expr(p);
		end = &(*end)->next;
		if (!parse_sign(p, ",") && !parse_is_sign(p, "}"))
			parse_unexpected(p, "a comma or }");
	}
	e->span = up_to_now(p, e->span);
	return with_args(p, e, first);
}

static struct expr *
group(struct parser *p)
{
	struct span open = p->now.span;

	parse_advance(p);
	struct expr *e = parse_tuple(p);
	if (!parse_sign(p, ")"))
		parse_unexpected(p, ")");
	else
		e->span = up_to_now(p, open);
	return e;
}

static struct expr *
name(struct parser *p)
{
	static const struct {
		const char *word;
		enum datum_kind kind;
		bool yes;
	} words[] = {
	    {"true", DATUM_BOOL, true},
	    {"True", DATUM_BOOL, true},
	    {"false", DATUM_BOOL, false},
	    {"False", DATUM_BOOL, false},
	    {"none", DATUM_NULL, false},
	    {"None", DATUM_NULL, false},
	};
	struct expr *e = make(p, EXPR_NAME, p->now.span);

	e->name = p->now.text;
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		if (text_is(e->name, words[i].word)) {
			e->kind = EXPR_CONST;
			e->value.kind = words[i].kind;
			e->value.yes = words[i].yes;
		}
	}
	parse_advance(p);
	return e;
}

static struct expr *
primary(struct parser *p)
{
	struct expr *e;

	if (parse_is_sign(p, "("))
		return group(p);
	if (parse_is_sign(p, "["))
		return list(p);
	if (parse_is_sign(p, "{"))
		return map(p);
	if (p->now.kind == TOKEN_NAME)
		return name(p);
	e = make(p, EXPR_CONST, p->now.span);
	if (p->now.kind == TOKEN_TEXT)
		e->value = datum_text(p->now.text);
	else if (p->now.kind == TOKEN_INT)
		e->value = datum_int(p->now.num);
	else if (p->now.kind == TOKEN_REAL)
		e->value = datum_real(p->now.real);
	else {
		parse_unexpected(p, "a value");
		return fault(p);
	}
	parse_advance(p);
	return e;
}

/* subscript <- '[' expr ']' | '[' expr? ':' expr? (':' expr?)? ']' */
static struct expr *
subscript(struct parser *p, struct expr *of)
{
	struct expr *e = make(p, EXPR_INDEX, of->span);

	parse_advance(p);
	e->a = of;
	if (!parse_is_sign(p, ":"))
		e->b = parse_expr(p);
	if (parse_sign(p, ":")) {
		e->kind = EXPR_SLICE;
		if (!parse_is_sign(p, "]") && !parse_is_sign(p, ":"))
			e->c = parse_expr(p);
		if (parse_sign(p, ":") && !parse_is_sign(p, "]")) {
			e->args = arena_make(p->a, struct arg);
			e->args->value = parse_expr(p);
		}
	}
	if (!parse_sign(p, "]"))
		parse_unexpected(p, "]");
	e->span = up_to_now(p, of->span);
	e = over(p, over(p, over(p, e, of), e->b), e->c);
	return e->args ? over(p, e, e->args->value) : e;
}

static struct expr *
attribute(struct parser *p, struct expr *of)
{
	struct expr *e = make(p, EXPR_ATTR, of->span);

	parse_advance(p);
	if (p->now.kind != TOKEN_NAME && p->now.kind != TOKEN_INT) {
		parse_unexpected(p, "a name");
		return fault(p);
	}
	e->a = of;
	e->word = p->now.span;
	e->name = p->now.text;
	if (p->now.kind == TOKEN_INT) {
		e->kind = EXPR_INDEX;
		e->b = make(p, EXPR_CONST, p->now.span);
		e->b->value = datum_int(p->now.num);
	}
	e->span = spanning(of->span, p->now.span);
	parse_advance(p);
	return over(p, e, of);
}

static struct expr *
call(struct parser *p, struct expr *of)
{
	struct expr *e = make(p, EXPR_CALL, of->span);

	parse_advance(p);
	e->a = of;
	struct arg *args = parse_args(p);
	e->span = up_to_now(p, of->span);
	return with_args(p, over(p, e, of), args);
}

static struct expr *
postfix(struct parser *p, struct expr *e)
{
	while (!p->bad) {
		if (parse_is_sign(p, "."))
			e = attribute(p, e);
		else if (parse_is_sign(p, "["))
			e = subscript(p, e);
		else if (parse_is_sign(p, "("))
			e = call(p, e);
		else
			break;
	}
	return e;
}

/* The chain continues: NAME ('.' NAME)* args? ('|' ...)* , '|' consumed. */
struct expr *
parse_filters(struct parser *p, struct expr *from)
{
	struct expr *e = make(p, EXPR_FILTER, p->now.span);

	if (p->now.kind != TOKEN_NAME) {
		parse_unexpected(p, "a filter's name");
		return fault(p);
	}
	e->a = from;
	e->word = p->now.span;
	e->name = p->now.text;
	parse_advance(p);
	struct arg *args = parse_sign(p, "(") ? parse_args(p) : NULL;
	e->span = up_to_now(p, from ? from->span : e->word);
	return with_args(p, over(p, e, from), args);
}

/* May the token in hand begin the bare argument of a test? */
static bool
begins_argument(const struct parser *p)
{
	static const char *const not_one[] = {"else", "or", "and", "if", "in",
	    "is", "not"};

	if (p->now.kind == TOKEN_NAME) {
		for (size_t i = 0; i < sizeof(not_one) / sizeof(*not_one); i++)
			if (parse_is_word(p, not_one[i]))
				return false;
		return true;
	}
	return p->now.kind == TOKEN_TEXT || p->now.kind == TOKEN_INT
	    || p->now.kind == TOKEN_REAL || parse_is_sign(p, "[")
	    || parse_is_sign(p, "{");
}

/* test <- 'not'? NAME (args | primary postfix*)? , 'is' consumed */
static struct expr *
test(struct parser *p, struct expr *of)
{
	bool negated = parse_word(p, "not");
	struct expr *e = make(p, EXPR_TEST, of->span);
	struct arg *args = NULL;

	if (p->now.kind != TOKEN_NAME) {
		parse_unexpected(p, "a test's name");
		return fault(p);
	}
	e->a = of;
	e->word = p->now.span;
	e->name = p->now.text;
	parse_advance(p);
	if (parse_sign(p, "(")) {
		args = parse_args(p);
	} else if (begins_argument(p)) {
		args = arena_make(p->a, struct arg);
		args->span = p->now.span;
		args->value = postfix(p, primary(p));
	}
	e->span = up_to_now(p, of->span);
	e = with_args(p, over(p, e, of), args);
	if (!negated)
		return e;
	struct expr *no = make(p, EXPR_NOT, e->span);
	no->a = e;
	return over(p, no, e);
}

static struct expr *
suffixes(struct parser *p, struct expr *e)
{
	while (!p->bad) {
		if (parse_sign(p, "|"))
			e = parse_filters(p, e);
		else if (parse_word(p, "is"))
			e = test(p, e);
		else if (parse_is_sign(p, "("))
			e = call(p, e);
		else
			break;
	}
	return e;
}

static struct expr *
unary(struct parser *p, bool with_suffix)
{
	struct span at = p->now.span;
	bool minus = parse_is_sign(p, "-");
	struct expr *e;

	if (!parse_deeper(p))
		return fault(p);
	if (minus || parse_is_sign(p, "+")) {
		parse_advance(p);
		struct expr *of = unary(p, false);
		e = make(p, minus ? EXPR_MINUS : EXPR_PLUS,
		    spanning(at, of->span));
		e->a = of;
		e = over(p, e, of);
	} else {
		e = primary(p);
	}
	e = postfix(p, e);
	p->depth--;
	return with_suffix ? suffixes(p, e) : e;
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
	struct expr *e = unary(p, true);
	enum op op;

	while (!p->bad && (op = one_of(p, signs)) != OP_NONE)
		e = binary(p, EXPR_BINARY, op, e, unary(p, true));
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
			parse_unexpected(p, "in");
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
			all = make(p, EXPR_COMPARE, e->span);
			all->a = e;
			end = &all->args;
			e = all = over(p, all, e);
		}
		struct arg *step = arena_make(p->a, struct arg);
		step->op = op;
		step->value = sum(p);
		*end = step;
		end = &step->next;
		all->span = spanning(all->span, step->value->span);
		e = over(p, all, step->value);
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
		return fault(p);
	struct expr *of = negation(p);
	struct expr *e = make(p, EXPR_NOT, spanning(at, of->span));
	p->depth--;
	e->a = of;
	return over(p, e, of);
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
		return fault(p);
	struct expr *e = parse_simple(p);
	while (!p->bad && parse_word(p, "if")) {
		struct expr *choice = make(p, EXPR_CHOICE, e->span);
		choice->a = e;
		choice->b = parse_simple(p);
		if (parse_word(p, "else"))
			choice->c = parse_expr(p);
		const struct expr *end = choice->c ? choice->c : choice->b;
		choice->span = spanning(e->span, end->span);
		e = over(p, over(p, over(p, choice, e), choice->b), choice->c);
	}
	p->depth--;
	return e;
}

struct expr *
parse_tuple(struct parser *p)
{
	struct expr *e = parse_expr(p);

	if (!parse_is_sign(p, ","))
		return e;
	struct expr *all = make(p, EXPR_LIST, e->span);
	struct arg *first = arena_make(p->a, struct arg), **end = &first->next;
	first->value = e;
	while (!p->bad && parse_sign(p, ",")) {
		if (parse_is_sign(p, ")") || p->now.kind == TOKEN_CLOSE)
			break;
		*end = arena_make(p->a, struct arg);
		(*end)->value = parse_expr(p);
		all->span = spanning(all->span, (*end)->value->span);
		end = &(*end)->next;
	}
	return with_args(p, all, first);
}
