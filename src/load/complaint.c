#include <string.h>

#include "load/complaint.h"

/* `opening`: the fault is shown where the thing begins, not where the parser
 * noticed that it has no end. */
struct saying {
	const char *problem, *words, *hint;
	bool opening;
};

static const struct saying sayings[] = {
    {"mapping values are not allowed",
	"a colon with a blank after it cannot stand within a value",
	"put quotes around the value", false},
    {"could not find expected ':'", "this line is not a key with a colon",
	"write it as \"key: value\"", true},
    {"did not find expected key", "this line does not fit those above it",
	"keys of one map begin below one another", false},
    {"did not find expected '-' indicator",
	"this line does not fit the list above it",
	"entries of one list begin below one another, with a dash", false},
    {"did not find expected ',' or ']'", "this bracket is never closed",
	"write ] where the list ends", true},
    {"did not find expected ',' or '}'", "this brace is never closed",
	"write } where the map ends", true},
    {"found unexpected end of stream", "these quotes are never closed",
	"close them where the value ends", true},
    {"found unexpected document indicator", "these quotes are never closed",
	"close them where the value ends", true},
    {"found a tab character", "a tab stands where blanks must",
	"indent with blanks", false},
    {"found character that cannot start any token",
	"a value cannot begin with this character",
	"put quotes around the value", false},
    {"did not find expected alphabetic or numeric character",
	"a value cannot begin with this character",
	"put quotes around the value", true},
    {"found unknown escape character",
	"a backslash within double quotes begins an escape",
	"use single quotes, or write two backslashes", false},
    {"control characters are not allowed",
	"an invisible control character stands here",
	"delete it; such characters come with text copied from a PDF", false},
    {"did not find expected node content", "a value is missing here",
	"look at the brackets and commas around it", false},
};

static const struct saying *
saying_for(const char *problem)
{
	for (size_t i = 0; i < sizeof(sayings) / sizeof(sayings[0]); i++)
		if (strstr(problem, sayings[i].problem))
			return &sayings[i];
	return NULL;
}

static char
char_at(struct pos at)
{
	return at.off < at.src->body.n ? at.src->body.s[at.off] : '\0';
}

/* The character before `at` on its line that is not a blank, or 0. */
static char
char_before(struct pos at)
{
	while (at.off > 0) {
		at.off--;
		if (char_at(at) != ' ')
			return char_at(at) == '\n' ? '\0' : char_at(at);
	}
	return '\0';
}

/* What libyaml says in one way for several faults of different cause. */
static struct saying
closer(const struct complaint *c, struct saying s)
{
	char here = char_at(c->at), before = char_before(c->at);

	if (strstr(c->problem, "cannot start any token") && here == '\t') {
		s.words = "a tab stands where blanks must";
		s.hint = "indent with blanks";
	} else if (strstr(c->problem, "expected key")
	    && (before == '\'' || before == '"')) {
		s.words = "the quotes were closed before these words";
		s.hint = before == '\'' ? "write '' for a ' within the quotes"
					: "write \\\" for a \" within the "
					  "quotes";
	} else if (strstr(c->problem, "expected ':'")
	    && char_at(c->begun) == '-') {
		s.words = "a blank must follow the dash";
		s.hint = NULL;
	}
	return s;
}

/* The rest of the line, for the carets: a bracket or quote by itself. */
static uint32_t
extent(struct pos at)
{
	struct text b = at.src->body;
	size_t end = text_findc(b, at.off, '\n');
	struct text line = text_trim(text_sub(b, at.off, end));

	if (line.n && strchr("[{\"'*&", line.s[0]))
		return 1;
	return (uint32_t)line.n;
}

static bool
same_line(struct pos x, struct pos y)
{
	size_t from = x.off < y.off ? x.off : y.off;
	size_t to = x.off < y.off ? y.off : x.off;

	return text_findc(x.src->body, from, '\n') >= to;
}

void
complain(struct diag *d, const struct complaint *c)
{
	struct complaint known = *c;
	struct saying s = {"", "this is not YAML", NULL, false};

	if (!known.problem)
		known.problem = "";
	const struct saying *found = saying_for(known.problem);
	if (found)
		s = *found;
	s = closer(&known, s);
	struct pos at = s.opening ? c->begun : c->at;
	if (s.opening)
		at.len = extent(at);
	struct finding *f = diag(d, LEVEL_ERROR, "YAML-01", at, "%s", s.words);
	if (s.hint)
		finding_hint(d, f, "%s", s.hint);
	if (s.opening && !same_line(c->begun, c->at)
	    && c->at.off < c->at.src->body.n)
		finding_remark(d, f, "noticed", c->at, "%s", "");
	if (!found && known.problem[0])
		finding_remark(d, f, "parser", (struct pos){0}, "%s",
		    known.problem);
}
