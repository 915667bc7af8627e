#include "expand/parse.h"

enum { PARAMETERS_MAX = 255 };

/* The parameter just read: named once, and with a default if one before it
 * has one. */
static void
check_parameter(struct parser *p, const struct arg *all, const struct arg *it)
{
	for (const struct arg *k = all; k != it; k = k->next) {
		if (text_eq(k->name, it->name))
			parse_fail(p, "TPL-02", it->span,
			    "a parameter that is there twice: %.*s",
			    TEXT_ARG(it->name));
		if (k->value && !it->value) {
			parse_fail(p, "TPL-02", it->span,
			    "a parameter without a default behind one that "
			    "has one: %.*s",
			    TEXT_ARG(it->name));
			break;
		}
	}
}

/* signature <- '(' (NAME ('=' expr)? (',' NAME ('=' expr)?)* ','?)? ')' */
static struct arg *
signature(struct parser *p)
{
	struct arg *first = NULL, **end = &first;
	unsigned n = 0;

	if (!parse_sign(p, "("))
		parse_unexpected(p, "(");
	while (!p->bad && !parse_is_sign(p, ")")) {
		if (++n > PARAMETERS_MAX)
			parse_fail(p, "TPL-07", p->now.span,
			    "more than %d parameters", PARAMETERS_MAX);
		struct target *t = parse_name(p);
		struct arg *arg = *end = arena_make(p->a, struct arg);
		end = &arg->next;
		arg->name = t->name;
		arg->span = t->span;
		if (parse_sign(p, "="))
			arg->value = parse_expr(p);
		check_parameter(p, first, arg);
		if (!parse_sign(p, ",") && !parse_is_sign(p, ")"))
			parse_unexpected(p, "a comma or )");
	}
	parse_sign(p, ")");
	return first;
}

/* The body, with what it asks for noted: `caller` in a macro within is that
 * macro's own. */
static void
body(struct parser *p, struct stmt *s, unsigned outer, const char *end)
{
	parse_block(p, s, end);
	s->takes = p->takes;
	p->takes = outer;
}

/* macro <- 'macro' NAME signature body 'endmacro' */
void
parse_macro(struct parser *p, struct token first)
{
	struct stmt *s = parse_hang(p, STMT_MACRO, first.span);
	unsigned outer = p->takes;

	p->takes = 0;
	s->name = parse_name(p)->name;
	s->args = signature(p);
	parse_opened(p, s, first);
	body(p, s, outer, "endmacro");
}

/* call <- 'call' signature? expr body 'endcall' */
void
parse_call(struct parser *p, struct token first)
{
	struct stmt *s = parse_hang(p, STMT_CALL, first.span);

	s->name = TEXT("caller");
	if (parse_is_sign(p, "("))
		s->args = signature(p);
	s->expr = parse_expr(p);
	if (s->expr->kind != EXPR_CALL)
		parse_fail(p, "TPL-02", s->expr->span,
		    "a call needs a macro with its arguments");
	parse_opened(p, s, first);
	/* What a block asks for, it asks of the macro that it stands in. */
	parse_block(p, s, "endcall");
}
