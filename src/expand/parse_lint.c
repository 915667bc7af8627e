#include "expand/parse.h"

/*
 * Words that another engine would take for a command.  Here they are printed,
 * so they are worth a warning (TPL-10) and no more.
 */

enum { COMMENT_MAX = 1000 }; /* bytes that are looked at for its end */

/* {#note to myself ... #} : a letter follows at once, so it is an attribute. */
static void
lint_comment(struct parser *p, size_t at)
{
	struct text b = p->src->body;

	if (b.n - at > COMMENT_MAX)
		b.n = at + COMMENT_MAX;
	size_t end = text_find(b, at, TEXT("#}"));
	if (end == b.n || text_find(b, at + 2, TEXT("{#")) < end)
		return;
	size_t word = at + 2;
	while (word < end && !parse_is_space(b.s[word]))
		word++;
	struct span span = {(uint32_t)at, (uint32_t)(word - at)};
	struct finding *f = diag(p->d, LEVEL_WARNING, "TPL-10",
	    parse_pos(p, span), "not a comment, but an attribute: %.*s",
	    TEXT_ARG(text_sub(b, at, word)));
	finding_hint(p->d, f, "if it is a comment, write a blank behind {#");
}

/* The word at b[at..], if it is one of those that a line of Jinja2's line
 * statements begins with. */
static size_t
command(struct text b, size_t at, bool ends_only)
{
	static const char *const words[] = {"endfor", "endif", "endmacro",
	    "endset", "elif", "if", "else", "for", "set", "include", "macro",
	    "import", "from", "call", "block", "extends"};
	size_t n = ends_only ? 5 : sizeof(words) / sizeof(words[0]);
	size_t to = at;

	while (to < b.n && b.s[to] >= 'a' && b.s[to] <= 'z')
		to++;
	for (size_t i = 0; i < n; i++)
		if (text_is(text_sub(b, at, to), words[i]))
			return to;
	return 0;
}

/* "% for x in xs", "# endfor": Jinja2's line statements, where they are on. */
static void
lint_line(struct parser *p, size_t from, size_t at)
{
	struct text b = p->src->body;
	size_t back = at, word = at + 1, to;

	while (back > from && (b.s[back - 1] == ' ' || b.s[back - 1] == '\t'))
		back--;
	if (back > 0 && b.s[back - 1] != '\n')
		return;
	while (word < b.n && b.s[word] == ' ')
		word++;
	to = command(b, word, b.s[at] == '#');
	if (to == 0)
		return;
	struct span span = {(uint32_t)at, (uint32_t)(to - at)};
	struct finding *f = diag(p->d, LEVEL_WARNING, "TPL-10",
	    parse_pos(p, span), "a statement outside of a tag: %.*s",
	    TEXT_ARG(text_sub(b, at, to)));
	finding_hint(p->d, f,
	    b.s[word] == 'e' ? "write {%% %.*s %%}" : "write {%% %.*s ... %%}",
	    TEXT_ARG(text_sub(b, word, to)));
}

void
parse_lint(struct parser *p, size_t from, size_t to)
{
	struct text b = text_sub(p->src->body, 0, to);

	if (p->raw)
		return;
	for (size_t i = from; (i = text_findc(b, i, '#')) < to; i++) {
		if (i > from && b.s[i - 1] == '{')
			lint_comment(p, i - 1);
		else
			lint_line(p, from, i);
	}
	for (size_t i = from; (i = text_findc(b, i, '%')) < to; i++)
		lint_line(p, from, i);
}
