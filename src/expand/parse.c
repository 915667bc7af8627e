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
    "endset", "endwith", "endfilter", "endmacro", NULL};

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

/* if <- 'if' expr body ('elif' expr body)* ('else' body)? 'endif' */
static void
parse_if(struct parser *p, struct token first)
{
	struct stmt *s = parse_hang(p, STMT_IF, first.span), *branch = s;
	bool more;

	s->expr = parse_expr(p);
	s->span = tag_span(p, first);
	parse_opening(p, s);
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

/* targets <- NAME ('.' NAME)? (',' NAME)* */
static struct target *
targets(struct parser *p)
{
	struct target *first = NULL, **end = &first;

	do {
		struct target *t = *end = arena_make(p->a, struct target);
		end = &t->next;
		if (p->now.kind != TOKEN_NAME) {
			parse_unexpected(p, "a name");
			break;
		}
		t->name = p->now.text;
		t->span = p->now.span;
		parse_advance(p);
		if (parse_sign(p, ".") && p->now.kind == TOKEN_NAME) {
			t->field = p->now.text;
			t->span.len =
			    p->now.span.off + p->now.span.len - t->span.off;
			parse_advance(p);
		}
	} while (!p->bad && parse_sign(p, ","));
	return first;
}

/* for <- 'for' targets 'in' or ('if' expr)? body ('else' body)? 'endfor' */
static void
parse_for(struct parser *p, struct token first)
{
	struct stmt *s = parse_hang(p, STMT_FOR, first.span);
	bool more;

	s->targets = targets(p);
	if (!parse_word(p, "in"))
		parse_unexpected(p, "in");
	s->expr = parse_simple(p);
	if (parse_word(p, "if"))
		s->cond = parse_expr(p);
	s->span = tag_span(p, first);
	parse_opening(p, s);
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

	s->targets = targets(p);
	if (p->bad || parse_sign(p, "=")) {
		s->expr = parse_tuple(p);
		s->span = tag_span(p, first);
		parse_opening(p, s);
		return;
	}
	s->kind = STMT_BLOCK;
	while (!p->bad && parse_sign(p, "|"))
		s->expr = parse_filters(p, s->expr);
	s->span = tag_span(p, first);
	parse_opening(p, s);
	ended(p, body(p, &s->body), s, "endset");
}

static struct arg *
assignments(struct parser *p, const char *close, bool defaults)
{
	struct arg *first = NULL, **end = &first;

	while (!p->bad && p->now.kind == TOKEN_NAME) {
		struct arg *arg = *end = arena_make(p->a, struct arg);
		end = &arg->next;
		arg->name = p->now.text;
		arg->span = p->now.span;
		parse_advance(p);
		if (parse_sign(p, "="))
			arg->value = parse_expr(p);
		else if (!defaults)
			parse_unexpected(p, "=");
		if (!parse_sign(p, ","))
			break;
	}
	if (*close && !parse_sign(p, close))
		parse_unexpected(p, close);
	return first;
}

/* with <- 'with' (NAME '=' expr (',' NAME '=' expr)*)? body 'endwith' */
static void
parse_with(struct parser *p, struct token first)
{
	struct stmt *s = parse_hang(p, STMT_WITH, first.span);

	s->args = assignments(p, "", false);
	s->span = tag_span(p, first);
	parse_opening(p, s);
	ended(p, body(p, &s->body), s, "endwith");
}

/* filter <- 'filter' NAME args? ('|' NAME args?)* body 'endfilter' */
static void
parse_filter(struct parser *p, struct token first)
{
	struct stmt *s = parse_hang(p, STMT_FILTER, first.span);

	do
		s->expr = parse_filters(p, s->expr);
	while (!p->bad && parse_sign(p, "|"));
	s->span = tag_span(p, first);
	parse_opening(p, s);
	ended(p, body(p, &s->body), s, "endfilter");
}

/* macro <- 'macro' NAME '(' (NAME ('=' expr)? ','?)* ')' body 'endmacro' */
static void
parse_macro(struct parser *p, struct token first)
{
	struct stmt *s = parse_hang(p, STMT_MACRO, first.span);

	if (p->now.kind == TOKEN_NAME) {
		s->name = p->now.text;
		parse_advance(p);
	} else {
		parse_unexpected(p, "a name");
	}
	if (!parse_sign(p, "("))
		parse_unexpected(p, "(");
	s->args = assignments(p, ")", true);
	s->span = tag_span(p, first);
	parse_opening(p, s);
	ended(p, body(p, &s->body), s, "endmacro");
}

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

/* include <- 'include' expr ('ignore' 'missing')? */
static void
parse_include(struct parser *p, struct token first)
{
	struct stmt *s = parse_hang(p, STMT_INCLUDE, first.span);

	s->expr = parse_expr(p);
	if (parse_word(p, "ignore")) {
		if (!parse_word(p, "missing"))
			parse_unexpected(p, "missing");
		s->ignore = true;
	}
	s->span = tag_span(p, first);
	parse_opening(p, s);
	s->alone = is_alone(p, p->at);
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
static void
parse_raw(struct parser *p, struct token first)
{
	struct text b = p->src->body;
	size_t open, close;

	parse_leave(p);
	if (!raw_end(b, p->at, &open, &close)) {
		struct finding *f = diag(p->d, LEVEL_ERROR, "TPL-01",
		    parse_pos(p, first.span), "a block is never closed: raw");
		finding_hint(p->d, f, "close it with {%% endraw %%}");
		p->sound = false;
		open = close = b.n;
	}
	char sign = open + 2 < b.n ? b.s[open + 2] : '\0';
	parse_text(p, open, '%', sign == '-' || sign == '+' ? sign : '\0');
	p->at = close;
	sign = close >= 3 ? b.s[close - 3] : '\0';
	p->after = sign == '-' ? TRIM_ALL
	    : sign == '+'      ? TRIM_NONE
			       : TRIM_LINE_END;
}

static const struct {
	const char *name;
	void (*parse)(struct parser *p, struct token first);
} tags[] = {
    {"if", parse_if},
    {"for", parse_for},
    {"set", parse_set},
    {"include", parse_include},
    {"raw", parse_raw},
    {"with", parse_with},
    {"filter", parse_filter},
    {"macro", parse_macro},
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
		s->expr = parse_tuple(p);
		s->span = tag_span(p, first);
		parse_opening(p, s);
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
