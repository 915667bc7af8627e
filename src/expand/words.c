#include "expand/words.h"

#include <string.h>

void
words_block(struct words *w, size_t off)
{
	w->cur = off < w->t.n ? off : w->t.n;
	w->prev = ' ';
	w->lost = false;
}

static char
at(const struct words *w, size_t i)
{
	return i < w->t.n ? w->t.s[i] : 0;
}

/* ASCII punctuation, which a backslash may stand before (CommonMark 2.4). */
static bool
punct(char c)
{
	return c > ' ' && c < 127
	    && !((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z')
		|| (c >= 'A' && c <= 'Z'));
}

static void
flush(struct words *w)
{
	if (!w->run.n)
		return;
	struct text t = text_dup(w->m->a, buf_text(&w->run));
	struct pos pos = slice_pos(w->s, w->run_from, w->cur);
	struct node *n = node_new(w->m->a, NODE_TEXT, t, pos);
	array_push(w->m->tmp, &w->out->t, tok_of(n, w->run_from, w->cur, 0));
	w->run.n = 0;
}

static void
add(struct words *w, struct text t)
{
	if (!w->run.n)
		w->run_from = w->cur;
	buf_add(&w->run, t);
}

/* Quotation marks and apostrophes of English. */
static const char *
quote(const struct words *w, char c, char next)
{
	static const uint32_t before[] = {' ', '\n', '\t', 0xa0, '(', '[', '{',
	    '/', '=', 0x2013, 0x2014, 0x2018, 0x201c};
	bool opens = false;

	for (size_t i = 0; i < sizeof(before) / sizeof(*before); i++)
		opens = opens || w->prev == before[i];
	if (c == '"')
		return opens ? "\u201c" : "\u201d";
	if (next >= '0' && next <= '9')
		return "\u2019"; /* the '90s */
	return opens ? "\u2018" : "\u2019";
}

/* What the characters at t[i] become in print, and how many they are. */
static const char *
smart(const struct words *w, struct text t, size_t i, size_t *n)
{
	char c = t.s[i];
	size_t len = 1;

	*n = 1;
	if (c == '"' || c == '\'')
		return quote(w, c, i + 1 < t.n ? t.s[i + 1] : 0);
	if (c != '-' && c != '.')
		return NULL;
	while (i + len < t.n && t.s[i + len] == c && at(w, w->cur + len) == c)
		len++;
	*n = len;
	if (c == '.')
		return len == 3 ? "\u2026" : NULL;
	return len == 2 ? "\u2013" : len == 3 ? "\u2014" : NULL;
}

static uint32_t
last_character(struct text t)
{
	size_t i = t.n;

	while (i && (t.s[i - 1] & 0xc0) == 0x80)
		i--;
	if (!i)
		return ' ';
	i--;
	return text_next(t, &i);
}

static struct text
without_end(struct text t)
{
	while (t.n && (t.s[t.n - 1] == '\n' || t.s[t.n - 1] == '\r'))
		t.n--;
	return t;
}

static void
sentinel(struct words *w, int number, size_t len)
{
	const struct piece *p = NULL;
	struct tok t = {.from = (uint32_t)w->cur, .fixed = true};

	flush(w);
	if ((size_t)number < w->m->flow->sentinels.n)
		p = w->m->flow->sentinels.at[number];
	w->cur += len;
	t.to = (uint32_t)w->cur;
	if (!p)
		return;
	struct text words = without_end(p->text);
	w->prev = last_character(words);
	if (p->kind == PIECE_MISSING
	    || (p->kind == PIECE_VALUE
		&& text_findc(words, 0, '\n') == words.n)) {
		if (!words.n)
			return;
		t.node = node_new(w->m->a,
		    p->kind == PIECE_VALUE ? NODE_TEXT : NODE_MISSING,
		    text_dup(w->m->a, words), p->pos);
		t.node->fact = p->fact;
	} else {
		t.special = '$';
		t.piece = p;
	}
	array_push(w->m->tmp, &w->out->t, t);
}

static void
special(struct words *w, char c)
{
	struct tok t = {.special = c, .from = (uint32_t)w->cur};

	flush(w);
	t.to = (uint32_t)++w->cur;
	w->prev = (unsigned char)c;
	array_push(w->m->tmp, &w->out->t, t);
}

/* A backslash and punctuation, or a character reference: words that are never
 * markup.  Returns how many bytes of the literal they are, or 0. */
static size_t
escaped(struct words *w, struct text rest)
{
	char c = at(w, w->cur);
	struct buf b = {.a = w->m->tmp};

	if (c == '\\' && punct(at(w, w->cur + 1))
	    && at(w, w->cur + 1) == rest.s[0]) {
		add(w, text_sub(rest, 0, 1));
		w->cur += 2;
		w->prev = (unsigned char)rest.s[0];
		return 1;
	}
	if (c != '&')
		return 0;
	size_t n = mark_entity(text_sub(w->t, w->cur, w->t.n), &b);
	struct text t = buf_text(&b);
	if (!n || !t.n || !text_starts(rest, t))
		return 0;
	add(w, t);
	w->cur += n;
	w->prev = last_character(t);
	return t.n;
}

static void
resync(struct words *w, struct text rest)
{
	size_t far = w->cur + 4096 < w->t.n ? w->cur + 4096 : w->t.n;
	struct text needle = text_sub(rest, 0, rest.n < 12 ? rest.n : 12);
	size_t found = text_find(text_sub(w->t, 0, far), w->cur, needle);

	flush(w);
	w->lost = found == far;
	if (!w->lost)
		w->cur = found;
}

/* Take what stands at the start of `rest` and, the same, at the cursor. */
static size_t
ordinary(struct words *w, struct text rest)
{
	size_t n = 0, same = 1;
	uint32_t cp = text_next(rest, &n);
	int number = flow_number(cp);
	const char *better = NULL;

	if (number >= 0) {
		sentinel(w, number, n);
		return n;
	}
	if (!w->verbatim && cp < 0x80 && cp && strchr("[]{}@^", (int)cp)) {
		special(w, (char)cp);
		return 1;
	}
	if (!w->verbatim && cp < 0x80)
		better = smart(w, rest, 0, &same);
	n = cp < 0x80 ? same : n;
	struct text words = better ? text_of(better) : text_sub(rest, 0, n);
	add(w, words);
	w->cur += n;
	w->prev = last_character(words);
	return n;
}

/* ASCII punctuation but for the comma, and what a code point of planes 12 to 16
 * begins with; all other bytes are nobody's markup. */
static const bool odd[256] = {['!'] = true,
    ['"'] = true,
    ['#'] = true,
    ['$'] = true,
    ['%'] = true,
    ['&'] = true,
    ['\''] = true,
    ['('] = true,
    [')'] = true,
    ['*'] = true,
    ['+'] = true,
    ['-'] = true,
    ['.'] = true,
    ['/'] = true,
    [':'] = true,
    [';'] = true,
    ['<'] = true,
    ['='] = true,
    ['>'] = true,
    ['?'] = true,
    ['@'] = true,
    ['['] = true,
    ['\\'] = true,
    [']'] = true,
    ['^'] = true,
    ['_'] = true,
    ['`'] = true,
    ['{'] = true,
    ['|'] = true,
    ['}'] = true,
    ['~'] = true,
    [0xf3] = true,
    [0xf4] = true};

/* The most frequent case in one go: such bytes, the same in both.  Returns how
 * many. */
static size_t
letters(struct words *w, struct text rest)
{
	const char *there = w->t.s + w->cur;
	size_t n = 0, most = w->t.n - w->cur;

	if (most > rest.n)
		most = rest.n;
	while (
	    n < most && rest.s[n] == there[n] && !odd[(unsigned char)rest.s[n]])
		n++;
	if (!n)
		return 0;
	add(w, text_sub(rest, 0, n));
	w->cur += n;
	w->prev = last_character(text_sub(rest, 0, n));
	return n;
}

void
words_text(struct words *w, struct text literal)
{
	for (size_t i = 0; i < literal.n;) {
		struct text rest = text_sub(literal, i, literal.n);
		size_t n = w->lost ? 0 : letters(w, rest);
		if (!n)
			n = escaped(w, rest);
		if (n) {
			i += n;
			continue;
		}
		if (at(w, w->cur) != rest.s[0] && !w->lost)
			resync(w, rest);
		size_t here = w->cur;
		i += ordinary(w, rest);
		if (w->lost)
			w->cur = here;
	}
	flush(w);
}

void
words_skip(struct words *w, const char *these, size_t most)
{
	while (most-- > 0 && at(w, w->cur) && strchr(these, at(w, w->cur)))
		w->cur++;
}

void
words_cell(struct words *w)
{
	words_skip(w, " \t", SIZE_MAX);
	words_skip(w, "|", 1);
	words_skip(w, " \t", SIZE_MAX);
	w->prev = ' ';
}

void
words_line(struct words *w)
{
	words_skip(w, " \t", SIZE_MAX);
	words_skip(w, "\\", 1);
	words_skip(w, "\n", 1);
	words_skip(w, " \t>", SIZE_MAX);
	w->prev = ' ';
}

void
words_code(struct words *w)
{
	size_t n = 0, i = w->cur, run = 0;

	while (at(w, i + n) == '`')
		n++;
	for (i += n; n && i < w->t.n; i += run ? run : 1) {
		for (run = 0; at(w, i + run) == '`';)
			run++;
		if (run == n) {
			w->cur = i + run;
			break;
		}
	}
	w->prev = 'x';
}

static size_t
skip_blank(const struct words *w, size_t i)
{
	while (at(w, i) == ' ' || at(w, i) == '\t' || at(w, i) == '\n')
		i++;
	return i;
}

static size_t
skip_to(const struct words *w, size_t i, char end)
{
	for (; i < w->t.n && w->t.s[i] != end; i++)
		if (w->t.s[i] == '\\')
			i++;
	return i < w->t.n ? i + 1 : w->t.n;
}

/* destination <- "<" any* ">" / any-but-blank*, its parentheses in pairs */
static size_t
skip_destination(const struct words *w, size_t i)
{
	int depth = 0;

	if (at(w, i) == '<')
		return skip_to(w, i + 1, '>');
	for (; i < w->t.n; i++) {
		char c = w->t.s[i];
		if (c == '\\')
			i++;
		else if (c == '(')
			depth++;
		else if (c == ' ' || c == '\n' || c == '\t'
		    || (c == ')' && depth-- == 0))
			break;
	}
	return i;
}

/* tail <- "](" blank* destination (blank+ title)? blank* ")" */
void
words_link(struct words *w)
{
	size_t i;

	words_skip(w, "]", 1);
	if (at(w, w->cur) != '(')
		return;
	i = skip_blank(w, skip_destination(w, skip_blank(w, w->cur + 1)));
	if (at(w, i) == '"' || at(w, i) == '\'')
		i = skip_blank(w, skip_to(w, i + 1, w->t.s[i]));
	else if (at(w, i) == '(')
		i = skip_blank(w, skip_to(w, i + 1, ')'));
	if (at(w, i) == ')')
		w->cur = i + 1;
}

void
words_html(struct words *w, struct text literal)
{
	size_t far = w->cur + literal.n + 4096;
	struct text head = text_sub(literal, 0, literal.n < 8 ? literal.n : 8);
	size_t found = text_find(text_sub(w->t, 0, far < w->t.n ? far : w->t.n),
	    w->cur, head);

	if (found + literal.n <= w->t.n)
		w->cur = found + literal.n;
}
