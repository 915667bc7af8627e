#include "expand/parse.h"

static bool
is_constant(struct text name)
{
	static const char *const words[] = {"true", "True", "false", "False",
	    "none", "None", NULL};

	for (const char *const *w = words; *w; w++)
		if (text_is(name, *w))
			return true;
	return false;
}

struct target *
parse_name(struct parser *p)
{
	struct target *t = arena_make(p->a, struct target);

	t->span = p->now.span;
	if (p->now.kind != TOKEN_NAME) {
		parse_unexpected(p, "a name");
		return t;
	}
	t->name = p->now.text;
	if (is_constant(t->name))
		parse_fail(p, "TPL-02", t->span,
		    "a name that has a meaning: "
		    "%.*s",
		    TEXT_ARG(t->name));
	parse_advance(p);
	return t;
}

static struct target *
one_target(struct parser *p, bool fields)
{
	struct target *t;

	if (parse_is_sign(p, "(") && parse_deeper(p)) {
		parse_advance(p);
		t = parse_target(p, fields);
		if (!parse_sign(p, ")"))
			parse_unexpected(p, "the bracket )");
		p->depth--;
		return t;
	}
	t = parse_name(p);
	if (!fields || p->bad || !parse_sign(p, "."))
		return t;
	if (p->now.kind != TOKEN_NAME) {
		parse_unexpected(p, "a name");
		return t;
	}
	t->field = p->now.text;
	t->span = parse_span(t->span, p->now.span);
	parse_advance(p);
	return t;
}

struct target *
parse_target(struct parser *p, bool fields)
{
	struct target *first = one_target(p, fields), **end = &first->next;

	if (!parse_is_sign(p, ","))
		return first;
	while (!p->bad && parse_sign(p, ",")) {
		if (parse_is_sign(p, "=") || parse_is_sign(p, ")")
		    || parse_is_word(p, "in"))
			break;
		*end = one_target(p, fields);
		end = &(*end)->next;
	}
	struct target *all = arena_make(p->a, struct target);
	all->inner = first;
	all->span = first->span;
	return all;
}
