#include "expand/parse.h"

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
	if (p->now.kind == TOKEN_BAD) {
		p->bad_hint = p->now.hint;
		return;
	}
	bool expr = strncmp(wanted, "the ", 4) != 0;
	p->bad_hint = expr && parse_is_sign(p, "=")
	    ? TEXT("to compare, write ==")
	    : text_fmt(p->d->a, "%s is missing here", wanted);
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

/* As Python's \s has it, but for the blanks beyond ASCII. */
static bool
blank(char c)
{
	return c == ' ' || c == '\t' || c == '\v' || c == '\f';
}

bool
parse_is_space(char c)
{
	return blank(c) || c == '\n' || c == '\r';
}

struct stmt *
parse_hang(struct parser *p, enum stmt_kind kind, struct span span)
{
	struct stmt *s = arena_make(p->a, struct stmt);

	s->kind = kind;
	s->span = span;
	*p->end = s;
	p->end = &s->next;
	return s;
}

/* The words from..to; a line ends in LF, however the file has it. */
static void
hang_words(struct parser *p, size_t from, size_t to)
{
	struct text b = text_sub(p->src->body, 0, to);
	size_t cr;

	while ((cr = text_findc(b, from, '\r')) < to) {
		if (cr > from)
			parse_hang(p, STMT_TEXT,
			    (struct span){(uint32_t)from,
				(uint32_t)(cr - from)});
		from = cr + 1;
		if (from < to && b.s[from] == '\n')
			continue;
		struct span at = {(uint32_t)cr, 1};
		parse_hang(p, STMT_TEXT, at)->name = TEXT("\n");
	}
	if (from < to)
		parse_hang(p, STMT_TEXT,
		    (struct span){(uint32_t)from, (uint32_t)(to - from)});
}

void
parse_text(struct parser *p, size_t to, char mark, char sign)
{
	const char *s = p->src->body.s;
	size_t from = p->at, stop = to;

	if (p->after == TRIM_LINE_END) {
		bool cr = from < stop && s[from] == '\r';
		from += cr;
		bool lf = from < stop && s[from] == '\n';
		from += lf;
		p->fresh = p->fresh || cr || lf;
	}
	while (p->after == TRIM_ALL && from < stop && parse_is_space(s[from]))
		from++;
	if (sign == '-') {
		while (stop > from && parse_is_space(s[stop - 1]))
			stop--;
	} else if (mark && mark != '{' && sign != '+') {
		size_t line = stop;
		while (line > from && blank(s[line - 1]))
			line--;
		if (line > from ? s[line - 1] == '\n' || s[line - 1] == '\r'
				: p->fresh)
			stop = line;
	}
	hang_words(p, from, stop);
	parse_lint(p, from, stop);
	p->at = to;
	p->after = TRIM_NONE;
	p->fresh = false;
}

enum { LABEL_MAX = 1000 }; /* bytes of {#label ...} */

/*
 * {# opens a comment; but {#label}, {#label .class} and {#{{ id }}} are
 * attributes of Markdown.  When a letter follows at once, it is a comment only
 * if the first } of the line is that of a #}.
 */
static bool
is_comment(struct text body, size_t at)
{
	char c = at + 2 < body.n ? body.s[at + 2] : ' ';
	bool name = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
	    || (c >= '0' && c <= '9') || c == '_' || (unsigned char)c >= 0x80;

	if (c == '{')
		return false;
	if (!name)
		return true;
	struct text line = text_sub(body, 0,
	    body.n - at < LABEL_MAX ? body.n : at + LABEL_MAX);
	size_t end = text_findc(line, at, '}');
	return end < line.n && line.s[end - 1] == '#'
	    && text_findc(text_sub(line, 0, end), at, '\n') == end;
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

bool
parse_enter(struct parser *p)
{
	struct text body = p->src->body;

	for (;;) {
		size_t open = p->stop ? body.n : next_open(body, p->at);
		char mark = open < body.n ? body.s[open + 1] : '\0';
		char sign = open + 2 < body.n ? body.s[open + 2] : '\0';
		if (sign != '-' && sign != '+')
			sign = '\0';
		parse_text(p, open, mark, sign);
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

enum {
	TAG_MAX =
	    10000, /* bytes of a faulty tag, where its end is looked for */
	FAULTS_MAX = 1000 /* of a file */
};

/* Is the tag in hand closed before the next one opens, or a blank line? */
static bool
closed(const struct parser *p, size_t *close)
{
	char end[2] = {p->lex.mark, '}'};
	struct text body = p->src->body;

	if (body.n - p->open > TAG_MAX
	    && !text_is(text_of(p->bad_code), "TPL-07"))
		body.n = p->open + TAG_MAX;
	size_t line = text_find(body, p->open, TEXT("\n\n"));

	*close = text_find(body, p->open + 2, (struct text){end, 2});
	if (text_is(text_of(p->bad_code), "TPL-07"))
		return *close < body.n;
	return *close < body.n && *close < line
	    && *close < next_open(body, p->open + 2);
}

static void
report(struct parser *p, bool is_closed)
{
	struct span open = {(uint32_t)p->open, 2};
	struct finding *f;

	p->sound = false;
	if (++p->faults > FAULTS_MAX) {
		if (!p->stop)
			diag(p->d, LEVEL_ERROR, "TPL-07", parse_pos(p, open),
			    "more than %d faults: the rest is not read",
			    FAULTS_MAX);
		p->stop = true;
		return;
	}
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

bool
parse_leave(struct parser *p)
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

void
parse_opening(struct parser *p, struct stmt *s)
{
	if (parse_leave(p))
		return;
	s->faulty = true;
	s->expr = arena_make(p->a, struct expr);
	s->expr->kind = EXPR_FAULT;
	s->expr->span = s->span;
	s->cond = NULL;
}
