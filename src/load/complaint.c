#include <string.h>

#include "load/complaint.h"
#include "load/slip.h"

/* `opening`: the fault is shown where the thing begins, not where the parser
 * noticed that it has no end. */
struct saying {
	const char *problem, *words, *hint;
	bool opening;
};

#define FIT "this line does not fit those above it"
#define QUOTE "put quotes around the value"
#define BEGIN "a value cannot begin with this character"

static const struct saying sayings[] = {
    {"mapping values are not allowed",
	"a colon with a blank after it cannot stand within a value", QUOTE,
	false},
    {"could not find expected ':'", "this line is not a key with a colon",
	"write it as \"key: value\"; or indent it, if it goes on from the "
	"line above",
	true},
    {"did not find expected key", FIT,
	"keys that belong together begin below one another", false},
    {"did not find expected '-' indicator",
	"this line does not fit the list above it",
	"entries of one list begin below one another, with a dash", false},
    {"did not find expected <document start>", FIT,
	"a file is keys with a colon, or a list with dashes", false},
    {"did not find expected ',' or ']'", "this bracket is never closed",
	"write ] where the list ends", true},
    {"did not find expected ',' or '}'", "this brace is never closed",
	"write } where it ends", true},
    {"found unexpected end of stream", "these quotes are never closed",
	"close them where the value ends", true},
    {"found unexpected document indicator", "these quotes are never closed",
	"close them where the value ends", true},
    {"found unexpected ':'", "a blank must follow the colon",
	"write it as \"key: value\"", false},
    {"found a tab character", "a tab stands where blanks must",
	"indent with blanks", false},
    {"found character that cannot start any token", BEGIN, QUOTE, false},
    {"did not find expected alphabetic or numeric character", BEGIN, QUOTE,
	true},
    {"found undefined tag handle", BEGIN, QUOTE, true},
    {"did not find expected comment or line break",
	"nothing may stand after > or | on its line",
	"begin the words on the next line; or put quotes around a value that "
	"begins with it",
	false},
    {"block sequence entries are not allowed",
	"a list cannot begin on the line of its key",
	"begin it on the next line; or put quotes around a value that begins "
	"with a dash",
	false},
    {"found unknown escape character",
	"a backslash has a meaning of its own within double quotes",
	"use single quotes, or write two backslashes", false},
    {"did not find expected hexdecimal",
	"a backslash has a meaning of its own within double quotes",
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

/* The words that stand after the end of a value: the hint, or NULL. */
static const char *
closed_before(char before, const char **words)
{
	*words = "the quotes were closed before these words";
	switch (before) {
	case '\'':
		return "write '' for a ' within the quotes, or use \" around "
		       "the whole";
	case '"':
		return "use ' around the whole, or write \\\" for a \" within "
		       "the quotes";
	case ']':
	case '}':
		*words = "the bracket was closed before these words";
		return "put quotes around the whole value";
	default:
		return NULL;
	}
}

/* What libyaml says in one way for several faults of different cause. */
static struct saying
closer(struct arena *a, const struct complaint *c, struct saying s)
{
	char here = char_at(c->at);
	const char *words;

	if (strstr(c->problem, "cannot start any token") && here == '\t') {
		s.words = "a tab stands where blanks must";
		s.hint = "indent with blanks";
	} else if (strcmp(s.words, BEGIN) == 0) {
		here = s.opening ? char_at(c->begun) : here;
		s.words = text_cstr(a,
		    text_fmt(a, "a value cannot begin with %c", here));
	} else if (strstr(c->problem, "expected key")) {
		const char *hint = closed_before(char_before(c->at), &words);
		if (hint) {
			s.words = words;
			s.hint = hint;
		}
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

	if (line.n && strchr("[{\"'*&!", line.s[0]))
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

static void
say_slip(struct diag *d, const struct slip *s)
{
	struct finding *f =
	    diag(d, LEVEL_ERROR, "YAML-01", s->at, "%.*s", TEXT_ARG(s->words));

	finding_hint(d, f, "%.*s", TEXT_ARG(s->hint));
}

/* A line that could be read by itself was taken for more of the value above:
 * that line is at fault, or this one's indent. */
static void
runs_on(struct diag *d, struct pos line, struct text key)
{
	struct pos above;
	struct slip slip;

	if (slip_of_line(d->a, line, &slip)) {
		say_slip(d, &slip);
		return;
	}
	bool any = slip_line_above(line, &above);
	if (any && slip_of_line(d->a, above, &slip)) {
		say_slip(d, &slip);
		return;
	}
	struct finding *f =
	    diag(d, LEVEL_ERROR, "YAML-01", pos_sub(line, 0, key.n),
		"this line is indented below one that has its value already");
	finding_hint(d, f, "begin it where the keys begin that it belongs to");
	if (any)
		finding_remark(d, f, "above", slip_line(above), "%s", "");
}

/* A colon within a value, shown with the quotes that it needs. */
static void
colon_within(struct diag *d, struct pos colon, struct text value)
{
	struct finding *f = diag(d, LEVEL_ERROR, "YAML-01", colon,
	    "a colon with a blank after it cannot stand within a value");
	bool shows = value.n < 50 && text_findc(value, 0, '"') == value.n
	    && text_findc(value, 0, '\\') == value.n;

	if (shows)
		finding_hint(d, f, "put quotes around the value: \"%.*s\"",
		    TEXT_ARG(value));
	else
		finding_hint(d, f, QUOTE);
}

/* What the line says that the parser did not expect; false: nothing. */
static bool
by_line(struct diag *d, const struct complaint *c)
{
	bool colon = strstr(c->problem, "mapping values are not") != NULL;
	bool key = strstr(c->problem, "could not find expected ':'") != NULL;
	struct pos line = slip_line(key ? c->begun : c->at);
	struct text name, value;
	struct slip slip;

	slip_parts(line, &name, &value);
	if (colon && c->at.off == line.off + name.n)
		runs_on(d, line, name);
	else if (colon && c->at.off > line.off + name.n && name.n)
		colon_within(d, c->at, value);
	else if ((key || strstr(c->problem, "did not find expected key")
		     || strstr(c->problem, "expected '-' indicator"))
	    && slip_of_line(d->a, line, &slip))
		say_slip(d, &slip);
	else
		return false;
	return true;
}

void
complain(struct diag *d, const struct complaint *c)
{
	struct complaint known = *c;
	struct saying s = {"", "this line cannot be read",
	    "look for a quote, a bracket or a colon too many", false};

	if (!known.problem)
		known.problem = "";
	if (by_line(d, &known))
		return;
	const struct saying *found = saying_for(known.problem);
	if (found)
		s = closer(d->a, &known, *found);
	struct pos at = s.opening ? c->begun : c->at;
	if (s.opening)
		at.len = extent(at);
	struct finding *f = diag(d, LEVEL_ERROR, "YAML-01", at, "%s", s.words);
	finding_hint(d, f, "%s", s.hint);
	if (s.opening && !strstr(known.problem, "expected ':'")
	    && !same_line(c->begun, c->at) && c->at.off < c->at.src->body.n)
		finding_remark(d, f, "noticed", c->at, "%s", "");
	if (!found && known.problem[0])
		finding_remark(d, f, "parser", (struct pos){0}, "%s",
		    known.problem);
}
