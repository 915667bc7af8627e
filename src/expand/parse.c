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
static bool is_tag(struct text word);
static void drop_prefix(struct parser *p);

/* The tags that end blocks, or part them. */
static const char *const endings[] = {"elif", "else", "endif", "endfor",
    "endset", "endwith", "endfilter", "endmacro", "endcall", "endraw", NULL};

static bool
accepts(const struct block *b, struct text word)
{
	return text_is(word, b->end) || (b->parted && text_is(word, "else"))
	    || (b->parted && b->chosen && text_is(word, "elif"));
}

/* The innermost open block that the tag could belong to; NULL: none. */
static const struct block *
block_for(const struct parser *p, struct text word)
{
	const struct block *b = p->blocks;

	while (b && !accepts(b, word))
		b = b->up;
	return b;
}

/* To the end of the tag in hand, whatever stands in it. */
static void
skip_tag(struct parser *p)
{
	while (p->now.kind != TOKEN_CLOSE && p->now.kind != TOKEN_EOF
	    && p->now.kind != TOKEN_BAD)
		parse_advance(p);
	parse_leave(p);
}

static void
stray(struct parser *p)
{
	struct text word = p->now.text;
	const struct block *b = p->blocks;
	bool part = text_is(word, "else") || text_is(word, "elif");
	struct finding *f =
	    diag(p->d, LEVEL_ERROR, "TPL-02", parse_pos(p, p->now.span),
		part ? "a tag out of its place: %.*s"
		     : "a tag that closes nothing: %.*s",
		TEXT_ARG(word));

	if (b && part && text_is(text_of(b->end), "endif"))
		finding_hint(p->d, f, "this block has had its else");
	else if (b)
		finding_hint(p->d, f, "the open block ends with {%% %s %%}",
		    b->end);
	if (b)
		finding_remark(p->d, f, "note", parse_pos(p, b->s->span),
		    "opens it");
	p->sound = false;
	skip_tag(p);
}

/* A misspelt end is one: {% endfro %}.  It is said, and the tag is taken for
 * what was meant. */
static bool
is_ending(struct parser *p)
{
	struct near near = near_to(p->now.text);

	if (p->lex.mark != '%' || p->now.kind != TOKEN_NAME)
		return false;
	if (is_one_of(p->now.text, endings))
		return true;
	if (!text_starts(p->now.text, TEXT("e")) || is_tag(p->now.text))
		return false;
	for (const char *const *e = endings; p->faults < 100 && *e; e++)
		near_offer(&near, text_of(*e));
	if (text_is(p->now.text, "elseif"))
		near.best = TEXT("elif");
	if (near.best.n == 0 || !block_for(p, near.best))
		return false;
	parse_fail(p, "TPL-02", p->now.span, "unknown tag: %.*s",
	    TEXT_ARG(p->now.text));
	p->bad_hint =
	    text_fmt(p->d->a, "did you mean %.*s?", TEXT_ARG(near.best));
	p->now.text = near.best;
	return true;
}

/* Statements up to a tag that ends or parts an open block, which is left in
 * hand; false at the end of the file. */
static bool
body(struct parser *p, struct stmt **first)
{
	struct stmt **outer = p->end;
	bool more;

	p->end = first;
	while ((more = parse_enter(p))) {
		drop_prefix(p);
		if (!is_ending(p))
			statement(p);
		else if (block_for(p, p->now.text))
			break;
		else
			stray(p);
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
	/* Read the tag again, as another block's end. */
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
		finding_remark(p->d, f, "note", parse_pos(p, p->now.span),
		    "%.*s stands before it", TEXT_ARG(p->now.text));
	else
		finding_remark(p->d, f, "note", here, "is the end of the file");
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
	struct block b = {.end = end, .s = s, .up = p->blocks};

	p->blocks = &b;
	bool more = body(p, &s->body);
	p->blocks = b.up;
	ended(p, more, s, end);
}

/* if <- 'if' expr body ('elif' expr body)* ('else' body)? 'endif' */
static void
parse_if(struct parser *p, struct token first)
{
	struct stmt *s = parse_hang(p, STMT_IF, first.span), *branch = s;
	struct block b = {.end = "endif",
	    .s = s,
	    .parted = true,
	    .chosen = true,
	    .up = p->blocks};
	bool more;

	s->expr = parse_expr(p);
	parse_opened(p, s, first);
	p->blocks = &b;
	while ((more = body(p, &branch->body)) && b.parted
	    && (parse_is_word(p, "elif") || parse_is_word(p, "else"))) {
		struct token word = p->now;
		branch = branch->other = arena_make(p->a, struct stmt);
		b.parted = text_is(word.text, "elif");
		branch->kind = b.parted ? STMT_IF : STMT_ELSE;
		parse_advance(p);
		if (b.parted)
			branch->expr = parse_expr(p);
		else if (parse_is_word(p, "if")) {
			parse_fail(p, "TPL-02", p->now.span,
			    "else takes no condition");
			p->bad_hint = TEXT("write elif");
			b.parted = true;
		}
		branch->span = tag_span(p, word);
		parse_opening(p, branch);
	}
	p->blocks = b.up;
	ended(p, more, s, "endif");
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
	struct block b = {.end = "endfor",
	    .s = s,
	    .parted = true,
	    .up = p->blocks};
	bool more;

	s->target = parse_target(p, false);
	no_loop(p, s->target);
	if (!parse_word(p, "in"))
		parse_unexpected(p, "the word in");
	s->expr = parse_tuple(p, false);
	if (parse_word(p, "if"))
		s->cond = parse_expr(p);
	s->recursive = parse_word(p, "recursive");
	parse_opened(p, s, first);
	p->blocks = &b;
	more = body(p, &s->body);
	if (more && parse_is_word(p, "else")) {
		b.parted = false;
		parse_advance(p);
		parse_leave(p);
		more = body(p, &s->other);
	}
	p->blocks = b.up;
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

static bool
is_tag(struct text word)
{
	for (size_t i = 0; i < TAGS; i++)
		if (text_is(word, tags[i].name))
			return true;
	return false;
}

static void
unknown_tag(struct parser *p, struct token first)
{
	struct near near = near_to(first.text);

	parse_fail(p, "TPL-02", first.span, "unknown tag: %.*s",
	    TEXT_ARG(first.text));
	p->bad_hint = parse_elsewhere(first.text);
	if (p->bad_hint.n) {
		parse_leave(p);
		return;
	}
	for (size_t i = 0; i < TAGS; i++)
		near_offer(&near, text_of(tags[i].name));
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

/* docxtpl's {%p if %}, {%tr for %}, {{r x }}: what the tag stands in need not
 * be said here.  The letters touch the mark. */
static void
drop_prefix(struct parser *p)
{
	static const char *const prefixes[] = {"p", "tr", "tc", "r", NULL};
	static const char *const operators[] = {"if", "is", "in", "and", "or",
	    "not", "else", NULL};
	struct token first = p->now;
	struct lexer ahead = p->lex;
	struct token next = lex_next(&ahead);

	if (first.span.off != p->open + 2 || first.kind != TOKEN_NAME
	    || !is_one_of(first.text, prefixes) || next.kind != TOKEN_NAME
	    || (p->lex.mark != '%' && is_one_of(next.text, operators)))
		return;
	struct finding *f =
	    diag(p->d, LEVEL_WARNING, "TPL-11", parse_pos(p, first.span),
		"a letter that docxtpl needs: %.*s", TEXT_ARG(first.text));
	finding_hint(p->d, f, "drop the %.*s", TEXT_ARG(first.text));
	parse_advance(p);
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

	body(&p, &ast->body);
	ast->sound = p.sound;
	return ast;
}
