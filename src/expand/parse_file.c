#include "expand/parse.h"

/* Is there nothing but the tag, up to `to`, on its line? */
static bool
is_alone(const struct parser *p, size_t to)
{
	struct text b = p->src->body;
	size_t from = p->open;

	while (from && (b.s[from - 1] == ' ' || b.s[from - 1] == '\t'))
		from--;
	while (to < b.n && parse_is_space(b.s[to]) && b.s[to] != '\n')
		to++;
	return (from == 0 || b.s[from - 1] == '\n')
	    && (to == b.n || b.s[to] == '\n');
}

/* context <- ('with' | 'without') 'context' */
static void
context(struct parser *p, struct stmt *s)
{
	if (!parse_is_word(p, "with") && !parse_is_word(p, "without"))
		return;
	s->context = parse_is_word(p, "with");
	parse_advance(p);
	if (!parse_word(p, "context"))
		parse_unexpected(p, "the word context");
}

/* include <- 'include' expr ('ignore' 'missing')? context? */
void
parse_include(struct parser *p, struct token first)
{
	struct stmt *s = parse_hang(p, STMT_INCLUDE, first.span);

	s->context = true;
	s->expr = parse_expr(p);
	if (parse_word(p, "ignore")) {
		if (!parse_word(p, "missing"))
			parse_unexpected(p, "the word missing");
		s->ignore = true;
	}
	context(p, s);
	parse_opened(p, s, first);
	s->alone = is_alone(p, p->at);
}

/* import <- 'import' expr 'as' NAME context? */
void
parse_import(struct parser *p, struct token first)
{
	struct stmt *s = parse_hang(p, STMT_IMPORT, first.span);

	s->expr = parse_expr(p);
	if (!parse_word(p, "as"))
		parse_unexpected(p, "the word as");
	s->target = parse_target(p, false);
	if (s->target->inner)
		parse_fail(p, "TPL-02", s->target->span,
		    "an import has one name");
	context(p, s);
	parse_opened(p, s, first);
}

/* NAME ('as' NAME)? */
static struct target *
imported(struct parser *p)
{
	struct target *t = arena_make(p->a, struct target);

	t->span = p->now.span;
	t->name = t->field = p->now.text;
	if (text_starts(t->field, TEXT("_")))
		parse_fail(p, "TPL-02", t->span,
		    "a name with _ in front stays in its file: %.*s",
		    TEXT_ARG(t->field));
	parse_advance(p);
	if (!parse_word(p, "as"))
		return t;
	if (p->now.kind != TOKEN_NAME) {
		parse_unexpected(p, "a name");
		return t;
	}
	t->name = p->now.text;
	parse_advance(p);
	return t;
}

/* Does a context clause begin here, and not one more name? */
static bool
is_context(const struct parser *p)
{
	struct lexer ahead = p->lex;
	struct token next = lex_next(&ahead);

	return (parse_is_word(p, "with") || parse_is_word(p, "without"))
	    && next.kind == TOKEN_NAME && text_is(next.text, "context");
}

/* from <- 'from' expr 'import' NAME ('as' NAME)? (',' ...)* ','? context? */
void
parse_from(struct parser *p, struct token first)
{
	struct stmt *s = parse_hang(p, STMT_FROM, first.span);
	struct target **end = &s->target;

	s->expr = parse_expr(p);
	if (!parse_word(p, "import"))
		parse_unexpected(p, "the word import");
	while (!p->bad) {
		if (p->now.kind != TOKEN_NAME || is_context(p)) {
			parse_unexpected(p, "a name");
			break;
		}
		*end = imported(p);
		end = &(*end)->next;
		if (!parse_sign(p, ",") || p->now.kind == TOKEN_CLOSE
		    || is_context(p))
			break;
	}
	context(p, s);
	parse_opened(p, s, first);
}

/* The {% endraw %} from `from` on: where it opens, and where it closes. */
static bool
raw_end(struct text b, size_t from, size_t *open, size_t *close)
{
	for (;; from++) {
		*open = from = text_find(b, from, TEXT("{%"));
		if (from == b.n)
			return false;
		size_t at = from + 2;
		if (at < b.n && (b.s[at] == '-' || b.s[at] == '+'))
			at++;
		while (at < b.n && parse_is_space(b.s[at]))
			at++;
		if (!text_starts(text_sub(b, at, b.n), TEXT("endraw")))
			continue;
		for (at += 6; at < b.n && parse_is_space(b.s[at]);)
			at++;
		if (at < b.n && (b.s[at] == '-' || b.s[at] == '+'))
			at++;
		if (!text_starts(text_sub(b, at, b.n), TEXT("%}")))
			continue;
		*close = at + 2;
		return true;
	}
}

/* raw <- 'raw' anything 'endraw' */
void
parse_raw(struct parser *p, struct token first)
{
	struct text b = p->src->body;
	size_t open, close;

	/* Jinja2 takes no line end here, whatever trim_blocks says. */
	if (parse_leave(p) && p->after == TRIM_LINE_END)
		p->after = TRIM_NONE;
	if (!raw_end(b, p->at, &open, &close)) {
		struct finding *f = diag(p->d, LEVEL_ERROR, "TPL-01",
		    parse_pos(p, first.span), "a block is never closed: raw");
		finding_hint(p->d, f, "close it with {%% endraw %%}");
		p->sound = false;
		open = close = b.n;
	}
	char sign = open + 2 < b.n ? b.s[open + 2] : '\0';
	p->raw = true;
	parse_text(p, open, '%', sign == '-' || sign == '+' ? sign : '\0');
	p->raw = false;
	p->at = close;
	sign = close >= 3 ? b.s[close - 3] : '\0';
	p->after = sign == '-' ? TRIM_ALL
	    : sign == '+'      ? TRIM_NONE
			       : TRIM_LINE_END;
}
