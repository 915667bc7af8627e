#include "expand/call.h"
#include "expand/parse.h"

#include <string.h>

enum { ARGS_MAX = 255 };

/* The tight end of the grammar: values and what is hung on them. */

struct expr *
parse_make(struct parser *p, enum expr_kind kind, struct span span)
{
	struct expr *e = arena_make(p->a, struct expr);

	e->kind = kind;
	e->span = span;
	e->height = 1;
	return e;
}

struct expr *
parse_fault(struct parser *p)
{
	return parse_make(p, EXPR_FAULT, p->now.span);
}

struct span
parse_span(struct span from, struct span to)
{
	return (struct span){from.off, to.off + to.len - from.off};
}

struct expr *
parse_over(struct parser *p, struct expr *e, const struct expr *child)
{
	if (child && child->height >= e->height)
		e->height = child->height + 1;
	if (e->height <= AST_DEPTH)
		return e;
	parse_fail(p, "TPL-07", e->span, "an expression of more than %d steps",
	    AST_DEPTH);
	return parse_fault(p);
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

/* By place first, then by name, and each name once. */
static void
check_argument(struct parser *p, const struct arg *all, const struct arg *it)
{
	for (const struct arg *k = all; k != it; k = k->next) {
		if (k->name.n && it->name.n == 0) {
			parse_fail(p, "TPL-02", it->span,
			    "an argument without a name behind one that has a "
			    "name: %.*s=",
			    TEXT_ARG(k->name));
			return;
		}
		if (it->name.n && text_eq(k->name, it->name))
			parse_fail(p, "TPL-02", it->span,
			    "an argument that is there twice: %.*s",
			    TEXT_ARG(it->name));
	}
}

/* args <- '(' (arg (',' arg)* ','?)? ')' , its '(' consumed */
struct arg *
parse_args(struct parser *p)
{
	struct arg *first = NULL, **end = &first;
	unsigned n = 0;

	while (!p->bad && !parse_sign(p, ")")) {
		if (++n > ARGS_MAX)
			parse_fail(p, "TPL-07", p->now.span,
			    "more than %d arguments", ARGS_MAX);
		*end = argument(p);
		check_argument(p, first, *end);
		end = &(*end)->next;
		if (!parse_sign(p, ",") && !parse_is_sign(p, ")"))
			parse_unexpected(p, "a comma or )");
	}
	return first;
}

struct expr *
parse_with_args(struct parser *p, struct expr *e, struct arg *args)
{
	struct expr *made = e;

	e->args = args;
	for (const struct arg *i = args; i; i = i->next) {
		made = parse_over(p, made, i->value);
		if (i->key)
			made = parse_over(p, made, i->key);
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
	struct expr *e = parse_make(p, EXPR_LIST, p->now.span);
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
	return parse_with_args(p, e, first);
}

/* map <- '{' (expr ':' expr (',' expr ':' expr)* ','?)? '}' */
static struct expr *
map(struct parser *p)
{
	struct expr *e = parse_make(p, EXPR_MAP, p->now.span);
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
	return parse_with_args(p, e, first);
}

/* group <- '(' ')' | '(' expr ')' | '(' expr ',' (expr ',')* expr? ')' */
static struct expr *
group(struct parser *p)
{
	struct span open = p->now.span;

	parse_advance(p);
	struct expr *e = parse_is_sign(p, ")") ? parse_make(p, EXPR_LIST, open)
					       : parse_tuple(p, true);
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
	struct expr *e = parse_make(p, EXPR_NAME, p->now.span);

	e->name = p->now.text;
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		if (text_is(e->name, words[i].word)) {
			e->kind = EXPR_CONST;
			e->value.kind = words[i].kind;
			e->value.yes = words[i].yes;
		}
	}
	if (text_is(e->name, "caller"))
		p->takes |= TAKES_CALLER;
	else if (text_is(e->name, "varargs"))
		p->takes |= TAKES_VARARGS;
	else if (text_is(e->name, "kwargs"))
		p->takes |= TAKES_KWARGS;
	parse_advance(p);
	return e;
}

/* Texts side by side are one, as in Python. */
static struct expr *
texts(struct parser *p, struct expr *e)
{
	struct buf b = {.a = p->a};

	if (p->now.kind != TOKEN_TEXT)
		return e;
	for (buf_add(&b, e->value.text); p->now.kind == TOKEN_TEXT;
	     parse_advance(p)) {
		buf_add(&b, p->now.text);
		e->span = parse_span(e->span, p->now.span);
	}
	e->value.text = buf_text(&b);
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
	e = parse_make(p, EXPR_CONST, p->now.span);
	if (p->now.kind == TOKEN_TEXT)
		e->value = datum_text(p->now.text);
	else if (p->now.kind == TOKEN_INT)
		e->value = datum_int(p->now.num);
	else if (p->now.kind == TOKEN_REAL)
		e->value = datum_real(p->now.real);
	else {
		parse_unexpected(p, "a value");
		return parse_fault(p);
	}
	parse_advance(p);
	return e->value.kind == DATUM_TEXT ? texts(p, e) : e;
}

/* subscript <- '[' expr ']' | '[' expr? ':' expr? (':' expr?)? ']' */
static struct expr *
subscript(struct parser *p, struct expr *of)
{
	struct expr *e = parse_make(p, EXPR_INDEX, of->span);

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
	e = parse_over(p, parse_over(p, parse_over(p, e, of), e->b), e->c);
	return e->args ? parse_over(p, e, e->args->value) : e;
}

static struct expr *
attribute(struct parser *p, struct expr *of)
{
	struct expr *e = parse_make(p, EXPR_ATTR, of->span);

	parse_advance(p);
	if (p->now.kind != TOKEN_NAME && p->now.kind != TOKEN_INT) {
		parse_unexpected(p, "a name");
		return parse_fault(p);
	}
	e->a = of;
	e->word = p->now.span;
	e->name = p->now.text;
	if (p->now.kind == TOKEN_INT) {
		e->kind = EXPR_INDEX;
		e->b = parse_make(p, EXPR_CONST, p->now.span);
		e->b->value = datum_int(p->now.num);
	}
	e->span = parse_span(of->span, p->now.span);
	parse_advance(p);
	return parse_over(p, e, of);
}

static struct expr *
call(struct parser *p, struct expr *of)
{
	struct expr *e = parse_make(p, EXPR_CALL, of->span);

	parse_advance(p);
	e->a = of;
	struct arg *args = parse_args(p);
	e->span = up_to_now(p, of->span);
	return parse_with_args(p, parse_over(p, e, of), args);
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

/* A name that nobody knows is said wherever it stands, also in a branch that
 * this case does not take. */
static void
unknown(struct parser *p, const char *what, const struct expr *e,
    struct text hint)
{
	parse_fail(p, "TPL-03", e->word, "unknown %s: %.*s", what,
	    TEXT_ARG(e->name));
	p->bad_hint = hint;
}

/* The chain continues: NAME ('.' NAME)* args? ('|' ...)* , '|' consumed. */
struct expr *
parse_filters(struct parser *p, struct expr *from)
{
	struct expr *e = parse_make(p, EXPR_FILTER, p->now.span);

	if (p->now.kind != TOKEN_NAME) {
		parse_unexpected(p, "a filter's name");
		return parse_fault(p);
	}
	e->a = from;
	e->word = p->now.span;
	e->name = p->now.text;
	if (!filter_at(e->name))
		unknown(p, "filter", e, filter_hint(p->d->a, e->name));
	parse_advance(p);
	struct arg *args = parse_sign(p, "(") ? parse_args(p) : NULL;
	e->span = up_to_now(p, from ? from->span : e->word);
	return parse_with_args(p, parse_over(p, e, from), args);
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
	struct expr *e = parse_make(p, EXPR_TEST, of->span);
	struct arg *args = NULL;

	if (p->now.kind != TOKEN_NAME) {
		parse_unexpected(p, "a test's name");
		return parse_fault(p);
	}
	e->a = of;
	e->word = p->now.span;
	e->name = p->now.text;
	if (!test_at(e->name))
		unknown(p, "test", e, test_hint(p->d->a, e->name));
	parse_advance(p);
	if (parse_is_word(p, "is")) {
		parse_fail(p, "TPL-02", p->now.span, "a test of a test: is");
		p->bad_hint = TEXT("join them with and");
	}
	if (parse_sign(p, "(")) {
		args = parse_args(p);
	} else if (begins_argument(p)) {
		args = arena_make(p->a, struct arg);
		args->span = p->now.span;
		args->value = postfix(p, primary(p));
	}
	e->span = up_to_now(p, of->span);
	e = parse_with_args(p, parse_over(p, e, of), args);
	if (!negated)
		return e;
	struct expr *no = parse_make(p, EXPR_NOT, e->span);
	no->a = e;
	return parse_over(p, no, e);
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

struct expr *
parse_unary(struct parser *p, bool with_suffix)
{
	struct span at = p->now.span;
	bool minus = parse_is_sign(p, "-");
	struct expr *e;

	if (!parse_deeper(p))
		return parse_fault(p);
	if (minus || parse_is_sign(p, "+")) {
		parse_advance(p);
		struct expr *of = parse_unary(p, false);
		e = parse_make(p, minus ? EXPR_MINUS : EXPR_PLUS,
		    parse_span(at, of->span));
		e->a = of;
		e = parse_over(p, e, of);
	} else {
		e = primary(p);
	}
	e = postfix(p, e);
	p->depth--;
	return with_suffix ? suffixes(p, e) : e;
}
