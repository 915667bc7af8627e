#include "expand/parse.h"

#include "base/near.h"

static bool
is_one_of(struct text word, const char *const *words)
{
	for (; *words; words++)
		if (text_is(word, *words))
			return true;
	return false;
}

static void statement(struct parser *p);

/* A tag that ends the body it stands in, or parts it. */
static const char *const endings[] = {"elif", "else", "endif", "endfor",
    "endset", "endwith", "endfilter", "endmacro", "endcall", NULL};

/* Statements up to a tag of `endings`, which is left in hand; false at the end
 * of the file. */
static bool
body(struct parser *p, struct stmt **first)
{
	struct stmt **outer = p->end;
	bool more;

	p->end = first;
	while ((more = parse_enter(p))) {
		if (p->lex.mark == '%' && p->now.kind == TOKEN_NAME
		    && is_one_of(p->now.text, endings))
			break;
		statement(p);
	}
	p->end = outer;
	return more;
}

/* Whether the body ended as it should; if not, it is said at the opening, and
 * the tag in hand is left for who is concerned. */
static bool
ended(struct parser *p, bool more, const struct stmt *s, const char *end)
{
	struct pos here = {p->src, (uint32_t)p->src->body.n, 0};

	if (more && parse_is_word(p, end)) {
		parse_advance(p);
		parse_leave(p);
		return true;
	}
	/* Read the tag again, as its own statement or another block's end. */
	if (more)
		p->at = p->open, p->after = TRIM_NONE;
	if (p->stop || s->faulty)
		return false;
	struct text word =
	    text_sub(p->src->body, s->span.off, s->span.off + s->span.len);
	size_t n = text_findc(word, 0, ' ');
	struct finding *f = diag(p->d, LEVEL_ERROR, "TPL-01",
	    parse_pos(p, s->span), "a block is never closed: %.*s",
	    TEXT_ARG(text_sub(word, 0, n)));
	finding_hint(p->d, f, "close it with {%% %s %%}", end);
	if (more)
		here = parse_pos(p, p->now.span);
	finding_remark(p->d, f, "note", here, "%s",
	    more ? "stands before it" : "is the end of the file");
	p->sound = false;
	return false;
}

static struct span
tag_span(const struct parser *p, struct token first)
{
	uint32_t to = p->now.span.off;

	if (p->bad || to < first.span.off)
		to = first.span.off + first.span.len;
	while (to > first.span.off && parse_is_space(p->src->body.s[to - 1]))
		to--;
	return (struct span){first.span.off, to - first.span.off};
}

void
parse_opened(struct parser *p, struct stmt *s, struct token first)
{
	s->span = tag_span(p, first);
	parse_opening(p, s);
}

void
parse_block(struct parser *p, struct stmt *s, const char *end)
{
	ended(p, body(p, &s->body), s, end);
}

/* if <- 'if' expr body ('elif' expr body)* ('else' body)? 'endif' */
static void
parse_if(struct parser *p, struct token first)
{
	struct stmt *s = parse_hang(p, STMT_IF, first.span), *branch = s;
	bool more;

	s->expr = parse_expr(p);
	parse_opened(p, s, first);
	while ((more = body(p, &branch->body)) && branch->kind == STMT_IF
	    && (parse_is_word(p, "elif") || parse_is_word(p, "else"))) {
		struct token word = p->now;
		branch = branch->other = arena_make(p->a, struct stmt);
		branch->kind = text_is(word.text, "elif") ? STMT_IF : STMT_ELSE;
		parse_advance(p);
		if (branch->kind == STMT_IF)
			branch->expr = parse_expr(p);
		branch->span = tag_span(p, word);
		parse_opening(p, branch);
	}
	ended(p, more, s, "endif");
}

static bool
is_constant(struct text name)
{
	static const char *const words[] = {"true", "True", "false", "False",
	    "none", "None", NULL};

	return is_one_of(name, words);
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

/* `loop` is the loop's own. */
static void
no_loop(struct parser *p, const struct target *t)
{
	for (; t; t = t->next) {
		if (text_is(t->name, "loop"))
			parse_fail(p, "TPL-02", t->span,
			    "a name that has a meaning here: loop");
		no_loop(p, t->inner);
	}
}

/* for <- 'for' target 'in' tuple ('if' expr)? 'recursive'? body
 *        ('else' body)? 'endfor' ; the tuple has no inline if */
static void
parse_for(struct parser *p, struct token first)
{
	struct stmt *s = parse_hang(p, STMT_FOR, first.span);
	bool more;

	s->target = parse_target(p, false);
	no_loop(p, s->target);
	if (!parse_word(p, "in"))
		parse_unexpected(p, "in");
	s->expr = parse_tuple(p, false);
	if (parse_word(p, "if"))
		s->cond = parse_expr(p);
	s->recursive = parse_word(p, "recursive");
	parse_opened(p, s, first);
	more = body(p, &s->body);
	if (more && parse_is_word(p, "else")) {
		parse_advance(p);
		parse_leave(p);
		more = body(p, &s->other);
	}
	ended(p, more, s, "endfor");
}

/* set <- 'set' targets '=' tuple | 'set' NAME ('|' filters)? body 'endset' */
static void
parse_set(struct parser *p, struct token first)
{
	struct stmt *s = parse_hang(p, STMT_SET, first.span);

	s->target = parse_target(p, true);
	if (p->bad || parse_sign(p, "=")) {
		s->expr = parse_tuple(p, true);
		parse_opened(p, s, first);
		return;
	}
	s->kind = STMT_BLOCK;
	while (!p->bad && parse_sign(p, "|"))
		s->expr = parse_filters(p, s->expr);
	parse_opened(p, s, first);
	parse_block(p, s, "endset");
}

/* with <- 'with' (target '=' expr (',' target '=' expr)*)? body 'endwith' */
static void
parse_with(struct parser *p, struct token first)
{
	struct stmt *s = parse_hang(p, STMT_WITH, first.span);
	struct stmt **end = &s->other;

	while (!p->bad && p->now.kind != TOKEN_CLOSE) {
		struct stmt *set = *end = arena_make(p->a, struct stmt);
		end = &set->next;
		set->kind = STMT_SET;
		set->span = p->now.span;
		set->target = parse_target(p, false);
		if (!parse_sign(p, "="))
			parse_unexpected(p, "=");
		set->expr = parse_expr(p);
		if (!parse_sign(p, ","))
			break;
	}
	parse_opened(p, s, first);
	parse_block(p, s, "endwith");
}

/* filter <- 'filter' NAME args? ('|' NAME args?)* body 'endfilter' */
static void
parse_filter(struct parser *p, struct token first)
{
	struct stmt *s = parse_hang(p, STMT_FILTER, first.span);

	do
		s->expr = parse_filters(p, s->expr);
	while (!p->bad && parse_sign(p, "|"));
	parse_opened(p, s, first);
	parse_block(p, s, "endfilter");
}

static const struct {
	const char *name;
	void (*parse)(struct parser *p, struct token first);
} tags[] = {
    {"if", parse_if},
    {"for", parse_for},
    {"set", parse_set},
    {"include", parse_include},
    {"import", parse_import},
    {"from", parse_from},
    {"raw", parse_raw},
    {"with", parse_with},
    {"filter", parse_filter},
    {"macro", parse_macro},
    {"call", parse_call},
};

enum { TAGS = sizeof(tags) / sizeof(tags[0]) };

static void
unknown_tag(struct parser *p, struct token first)
{
	struct near near = near_to(first.text);

	for (size_t i = 0; i < TAGS; i++)
		near_offer(&near, text_of(tags[i].name));
	parse_fail(p, "TPL-02", first.span, "unknown tag: %.*s",
	    TEXT_ARG(first.text));
	if (near.best.n)
		p->bad_hint = text_fmt(p->d->a, "did you mean %.*s?",
		    TEXT_ARG(near.best));
	/* Go on as if it had been spelled right, for its end to find it. */
	for (size_t i = 0; i < TAGS; i++) {
		if (text_is(near.best, tags[i].name)) {
			tags[i].parse(p, first);
			return;
		}
	}
	parse_leave(p);
}

static void
block_tag(struct parser *p)
{
	struct token first = p->now;

	if (first.kind != TOKEN_NAME) {
		parse_unexpected(p, "the name of a tag");
		parse_leave(p);
		return;
	}
	parse_advance(p);
	/* docxtpl's {%p if %}: the paragraph form is not needed here. */
	if (text_is(first.text, "p") && p->now.kind == TOKEN_NAME) {
		parse_fail(p, "TPL-02", first.span, "unknown tag: p");
		p->bad_hint = TEXT("drop the p");
		first = p->now;
		parse_advance(p);
	}
	for (size_t i = 0; i < TAGS; i++) {
		if (text_is(first.text, tags[i].name)) {
			tags[i].parse(p, first);
			return;
		}
	}
	unknown_tag(p, first);
}

static void
statement(struct parser *p)
{
	struct token first = p->now;

	if (!parse_deeper(p)) {
		parse_leave(p);
		return;
	}
	if (p->lex.mark == '%') {
		block_tag(p);
	} else {
		struct stmt *s = parse_hang(p, STMT_PRINT, first.span);
		s->expr = parse_tuple(p, true);
		parse_opened(p, s, first);
	}
	p->depth--;
}

struct ast *
ast_parse(struct arena *a, const struct source *src, size_t from,
    struct diag *d)
{
	struct parser p = {.a = a,
	    .d = d,
	    .src = src,
	    .at = from,
	    .fresh = true,
	    .sound = true};
	struct ast *ast = arena_make(a, struct ast);
	struct stmt **first = &ast->body;

	while (body(&p, first)) {
		struct span at = p.now.span;
		diag(d, LEVEL_ERROR, "TPL-02", parse_pos(&p, at),
		    "a tag that closes nothing: %.*s", TEXT_ARG(p.now.text));
		p.sound = false;
		while (p.now.kind != TOKEN_CLOSE && p.now.kind != TOKEN_EOF
		    && p.now.kind != TOKEN_BAD)
			parse_advance(&p);
		parse_leave(&p);
		while (*first)
			first = &(*first)->next;
	}
	ast->sound = p.sound;
	return ast;
}
