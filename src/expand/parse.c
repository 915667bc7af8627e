#include "expand/parse.h"

#include "base/near.h"

/*
 * Jinja2 with trim_blocks and lstrip_blocks on: a block tag or comment alone
 * on its line leaves no line behind.  This matters more here than in HTML,
 * since a blank line ends a paragraph of Markdown.
 */

struct pos
parse_pos(const struct parser *p, struct span s)
{
	return (struct pos){p->src, s.off, s.len};
}

void
parse_fail(struct parser *p, const char *code, struct span at, const char *fmt,
    ...)
{
	va_list ap;

	if (p->bad)
		return;
	p->bad = true;
	p->bad_at = at;
	p->bad_code = code;
	p->bad_hint = TEXT("");
	va_start(ap, fmt);
	p->bad_text = text_vfmt(p->d->a, fmt, ap);
	va_end(ap);
}

void
parse_unexpected(struct parser *p, const char *wanted)
{
	struct text word = p->now.text;

	if (p->bad)
		return;
	if (p->now.kind == TOKEN_BAD)
		parse_fail(p, "TPL-02", p->now.span, "%.*s", TEXT_ARG(word));
	else if (p->now.kind == TOKEN_EOF)
		parse_fail(p, "TPL-02", p->now.span, "the file ends in a tag");
	else if (p->now.kind == TOKEN_CLOSE)
		parse_fail(p, "TPL-02", p->now.span, "the tag ends too early");
	else
		parse_fail(p, "TPL-02", p->now.span,
		    "unexpected in a tag: %.*s",
		    TEXT_ARG(text_sub(p->src->body, p->now.span.off,
			p->now.span.off + p->now.span.len)));
	p->bad_hint = text_fmt(p->d->a, "%s is missing here", wanted);
}

void
parse_advance(struct parser *p)
{
	p->now = lex_next(&p->lex);
}

bool
parse_is_sign(const struct parser *p, const char *sign)
{
	return p->now.kind == TOKEN_SIGN && text_is(p->now.text, sign);
}

bool
parse_is_word(const struct parser *p, const char *word)
{
	return p->now.kind == TOKEN_NAME && text_is(p->now.text, word);
}

bool
parse_sign(struct parser *p, const char *sign)
{
	bool is = parse_is_sign(p, sign);

	if (is)
		parse_advance(p);
	return is;
}

bool
parse_word(struct parser *p, const char *word)
{
	bool is = parse_is_word(p, word);

	if (is)
		parse_advance(p);
	return is;
}

bool
parse_deeper(struct parser *p)
{
	if (p->depth < AST_DEPTH) {
		p->depth++;
		return true;
	}
	parse_fail(p, "TPL-07", p->now.span, "nested more than %d deep",
	    AST_DEPTH);
	p->stop = true;
	return false;
}

static bool
blank(char c)
{
	return c == ' ' || c == '\t';
}

static bool
space(char c)
{
	return blank(c) || c == '\n' || c == '\r';
}

static struct stmt *
hang(struct parser *p, enum stmt_kind kind, struct span span)
{
	struct stmt *s = arena_make(p->a, struct stmt);

	s->kind = kind;
	s->span = span;
	*p->end = s;
	p->end = &s->next;
	return s;
}

/* The text before a tag that opens at `to`.  `mark` is the second character of
 * the tag, 0 at the end of the file; `sign` its - or +, if any. */
static void
text_before(struct parser *p, size_t to, char mark, char sign)
{
	const char *s = p->src->body.s;
	size_t from = p->at, stop = to;

	if (p->after == TRIM_LINE_END) {
		if (from < stop && s[from] == '\r')
			from++;
		if (from < stop && s[from] == '\n')
			from++, p->fresh = true;
	}
	while (p->after == TRIM_ALL && from < stop && space(s[from]))
		from++;
	if (sign == '-') {
		while (stop > from && space(s[stop - 1]))
			stop--;
	} else if (mark && mark != '{' && sign != '+') {
		size_t line = stop;
		while (line > from && blank(s[line - 1]))
			line--;
		if (line > from ? s[line - 1] == '\n' : p->fresh)
			stop = line;
	}
	if (from < stop)
		hang(p, STMT_TEXT,
		    (struct span){(uint32_t)from, (uint32_t)(stop - from)});
	p->at = to;
	p->after = TRIM_NONE;
	p->fresh = false;
}

/*
 * {# opens a comment; but {#label} and {#label .class} are attributes of
 * Markdown.  When a letter follows at once, it is a comment only if the first
 * } of the line is that of a #}.
 */
static bool
is_comment(struct text body, size_t at)
{
	char c = at + 2 < body.n ? body.s[at + 2] : ' ';
	bool name = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
	    || (c >= '0' && c <= '9') || c == '_' || (unsigned char)c >= 0x80;

	if (!name)
		return true;
	size_t end = text_findc(body, at, '}');
	return end < body.n && body.s[end - 1] == '#'
	    && text_findc(body, at, '\n') > end;
}

/* Where the next tag or comment opens, or the end of the file. */
static size_t
next_open(struct text body, size_t from)
{
	for (; (from = text_findc(body, from, '{')) + 1 < body.n; from++) {
		char c = body.s[from + 1];
		if (c == '{' || c == '%'
		    || (c == '#' && is_comment(body, from)))
			return from;
	}
	return body.n;
}

static void
comment(struct parser *p, size_t open)
{
	struct text body = p->src->body;
	size_t close = text_find(body, open + 2, TEXT("#}"));

	if (close == body.n) {
		struct finding *f = diag(p->d, LEVEL_ERROR, "TPL-01",
		    (struct pos){p->src, (uint32_t)open, 2},
		    "a comment is never closed: {#");
		finding_hint(p->d, f, "close it with #}");
		p->sound = false;
		p->at = body.n;
		return;
	}
	char sign = close > open + 2 ? body.s[close - 1] : ' ';
	p->at = close + 2;
	p->after = sign == '-' ? TRIM_ALL
	    : sign == '+'      ? TRIM_NONE
			       : TRIM_LINE_END;
}

/* Go to the next tag, and into it; false at the end of the file. */
static bool
enter_tag(struct parser *p)
{
	struct text body = p->src->body;

	for (;;) {
		size_t open = p->stop ? body.n : next_open(body, p->at);
		char mark = open < body.n ? body.s[open + 1] : '\0';
		char sign = open + 2 < body.n ? body.s[open + 2] : '\0';
		if (sign != '-' && sign != '+')
			sign = '\0';
		text_before(p, open, mark, sign);
		if (!mark)
			return false;
		if (mark == '#') {
			comment(p, open);
			continue;
		}
		p->open = open;
		p->bad = false;
		p->lex = (struct lexer){.a = p->a,
		    .body = body,
		    .at = open + 2 + (sign != '\0'),
		    .mark = mark == '{' ? '}' : mark};
		parse_advance(p);
		return true;
	}
}

/* Is the tag in hand closed before the next one opens, or a blank line? */
static bool
closed(const struct parser *p, size_t *close)
{
	char end[2] = {p->lex.mark, '}'};
	struct text body = p->src->body;
	size_t line = text_find(body, p->open, TEXT("\n\n"));

	*close = text_find(body, p->open + 2, (struct text){end, 2});
	return *close < body.n && *close < line
	    && *close < next_open(body, p->open + 2);
}

static void
report(struct parser *p, bool is_closed)
{
	struct span open = {(uint32_t)p->open, 2};
	struct finding *f;

	p->sound = false;
	if (is_closed) {
		f = diag(p->d, LEVEL_ERROR, p->bad_code,
		    parse_pos(p, p->bad_at), "%.*s", TEXT_ARG(p->bad_text));
		f->hint = p->bad_hint;
		return;
	}
	f = diag(p->d, LEVEL_ERROR, "TPL-01", parse_pos(p, open),
	    "a tag is never closed: {%c", p->lex.mark == '}' ? '{' : '%');
	finding_hint(p->d, f, "close it with %c}", p->lex.mark);
}

/* The end of the tag; where there was a fault, what is wrong is said and the
 * text goes on behind the tag, or behind its line, and false is returned. */
static bool
leave_tag(struct parser *p)
{
	struct text body = p->src->body;
	size_t close, line;

	if (!p->bad && p->now.kind != TOKEN_CLOSE)
		parse_unexpected(p, p->lex.mark == '}' ? "}}" : "%}");
	p->after = p->lex.mark == '%' ? TRIM_LINE_END : TRIM_NONE;
	if (!p->bad) {
		p->at = p->lex.at;
		if (p->now.trim || p->now.keep)
			p->after = p->now.trim ? TRIM_ALL : TRIM_NONE;
		return true;
	}
	bool is_closed = closed(p, &close);
	report(p, is_closed);
	line = text_findc(body, p->open, '\n');
	p->at = next_open(body, p->open + 2);
	if (line < p->at)
		p->at = line;
	if (is_closed)
		p->at = close + 2;
	p->bad = false;
	return false;
}

/* The same, at the end of a statement's opening tag: one that has a fault is
 * not evaluated, so that nothing more is said of it. */
static void
leave_opening(struct parser *p, struct stmt *s)
{
	if (leave_tag(p))
		return;
	s->expr = arena_make(p->a, struct expr);
	s->expr->kind = EXPR_FAULT;
	s->expr->span = s->span;
	s->cond = NULL;
}

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
	while ((more = enter_tag(p))) {
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
ended(struct parser *p, bool more, struct span opened, const char *end)
{
	struct pos here = {p->src, (uint32_t)p->src->body.n, 0};

	if (more && parse_is_word(p, end)) {
		parse_advance(p);
		leave_tag(p);
		return true;
	}
	if (p->stop)
		return false;
	struct text word =
	    text_sub(p->src->body, opened.off, opened.off + opened.len);
	size_t n = text_findc(word, 0, ' ');
	struct finding *f = diag(p->d, LEVEL_ERROR, "TPL-01",
	    parse_pos(p, opened), "a block is never closed: %.*s",
	    TEXT_ARG(text_sub(word, 0, n)));
	finding_hint(p->d, f, "close it with {%% %s %%}", end);
	if (more)
		here = parse_pos(p, p->now.span);
	finding_remark(p->d, f, "note", here, "%s",
	    more ? "stands before it" : "is the end of the file");
	p->sound = false;
	/* Read the tag again, as its own statement or another block's end. */
	if (more)
		p->at = p->open, p->after = TRIM_NONE;
	return false;
}

static struct span
tag_span(const struct parser *p, struct token first)
{
	uint32_t to = p->now.span.off;

	if (p->bad || to < first.span.off)
		to = first.span.off + first.span.len;
	while (to > first.span.off && space(p->src->body.s[to - 1]))
		to--;
	return (struct span){first.span.off, to - first.span.off};
}

/* if <- 'if' expr body ('elif' expr body)* ('else' body)? 'endif' */
static void
parse_if(struct parser *p, struct token first)
{
	struct stmt *s = hang(p, STMT_IF, first.span), *branch = s;
	bool more;

	s->expr = parse_expr(p);
	s->span = tag_span(p, first);
	leave_opening(p, s);
	while ((more = body(p, &branch->body)) && branch->kind == STMT_IF
	    && (parse_is_word(p, "elif") || parse_is_word(p, "else"))) {
		struct token word = p->now;
		branch = branch->other = arena_make(p->a, struct stmt);
		branch->kind = text_is(word.text, "elif") ? STMT_IF : STMT_ELSE;
		parse_advance(p);
		if (branch->kind == STMT_IF)
			branch->expr = parse_expr(p);
		branch->span = tag_span(p, word);
		leave_opening(p, branch);
	}
	ended(p, more, s->span, "endif");
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
	struct stmt *s = hang(p, STMT_FOR, first.span);
	bool more;

	s->targets = targets(p);
	if (!parse_word(p, "in"))
		parse_unexpected(p, "in");
	s->expr = parse_simple(p);
	if (parse_word(p, "if"))
		s->cond = parse_expr(p);
	s->span = tag_span(p, first);
	leave_opening(p, s);
	more = body(p, &s->body);
	if (more && parse_is_word(p, "else")) {
		parse_advance(p);
		leave_tag(p);
		more = body(p, &s->other);
	}
	ended(p, more, s->span, "endfor");
}

/* set <- 'set' targets '=' tuple | 'set' NAME ('|' filters)? body 'endset' */
static void
parse_set(struct parser *p, struct token first)
{
	struct stmt *s = hang(p, STMT_SET, first.span);

	s->targets = targets(p);
	if (p->bad || parse_sign(p, "=")) {
		s->expr = parse_tuple(p);
		s->span = tag_span(p, first);
		leave_opening(p, s);
		return;
	}
	s->kind = STMT_BLOCK;
	while (!p->bad && parse_sign(p, "|"))
		s->expr = parse_filters(p, s->expr);
	s->span = tag_span(p, first);
	leave_opening(p, s);
	ended(p, body(p, &s->body), s->span, "endset");
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
	struct stmt *s = hang(p, STMT_WITH, first.span);

	s->args = assignments(p, "", false);
	s->span = tag_span(p, first);
	leave_opening(p, s);
	ended(p, body(p, &s->body), s->span, "endwith");
}

/* filter <- 'filter' NAME args? ('|' NAME args?)* body 'endfilter' */
static void
parse_filter(struct parser *p, struct token first)
{
	struct stmt *s = hang(p, STMT_FILTER, first.span);

	do
		s->expr = parse_filters(p, s->expr);
	while (!p->bad && parse_sign(p, "|"));
	s->span = tag_span(p, first);
	leave_opening(p, s);
	ended(p, body(p, &s->body), s->span, "endfilter");
}

/* macro <- 'macro' NAME '(' (NAME ('=' expr)? ','?)* ')' body 'endmacro' */
static void
parse_macro(struct parser *p, struct token first)
{
	struct stmt *s = hang(p, STMT_MACRO, first.span);

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
	leave_opening(p, s);
	ended(p, body(p, &s->body), s->span, "endmacro");
}

/* include <- 'include' expr ('ignore' 'missing')? */
static void
parse_include(struct parser *p, struct token first)
{
	struct stmt *s = hang(p, STMT_INCLUDE, first.span);

	s->expr = parse_expr(p);
	if (parse_word(p, "ignore")) {
		if (!parse_word(p, "missing"))
			parse_unexpected(p, "missing");
		s->ignore = true;
	}
	s->span = tag_span(p, first);
	leave_opening(p, s);
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
		while (at < b.n && space(b.s[at]))
			at++;
		if (!text_starts(text_sub(b, at, b.n), TEXT("endraw")))
			continue;
		for (at += 6; at < b.n && space(b.s[at]);)
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

	leave_tag(p);
	if (!raw_end(b, p->at, &open, &close)) {
		struct finding *f = diag(p->d, LEVEL_ERROR, "TPL-01",
		    parse_pos(p, first.span), "a block is never closed: raw");
		finding_hint(p->d, f, "close it with {%% endraw %%}");
		p->sound = false;
		open = close = b.n;
	}
	char sign = open + 2 < b.n ? b.s[open + 2] : '\0';
	text_before(p, open, '%', sign == '-' || sign == '+' ? sign : '\0');
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
	leave_tag(p);
}

static void
block_tag(struct parser *p)
{
	struct token first = p->now;

	if (first.kind != TOKEN_NAME) {
		parse_unexpected(p, "the name of a tag");
		leave_tag(p);
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
		leave_tag(p);
		return;
	}
	if (p->lex.mark == '%') {
		block_tag(p);
	} else {
		struct stmt *s = hang(p, STMT_PRINT, first.span);
		s->expr = parse_tuple(p);
		s->span = tag_span(p, first);
		leave_opening(p, s);
	}
	p->depth--;
}

const struct ast *
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
		leave_tag(&p);
		while (*first)
			first = &(*first)->next;
	}
	ast->sound = p.sound;
	return ast;
}
