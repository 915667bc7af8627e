#include "load/slip.h"

#include "base/uni.h"

static size_t
line_start(struct text b, size_t i)
{
	i = i < b.n ? i : b.n;
	while (i && b.s[i - 1] != '\n')
		i--;
	return i;
}

static struct pos
part(struct pos of, struct text line, size_t from, size_t to)
{
	size_t start = (size_t)(line.s - of.src->body.s);

	return (struct pos){of.src, (uint32_t)(start + from),
	    (uint32_t)(to - from)};
}

static struct text
line_of(struct pos at)
{
	struct text b = at.src->body;
	size_t from = line_start(b, at.off);
	struct text line = text_sub(b, from, text_findc(b, from, '\n'));

	while (line.n && line.s[line.n - 1] == '\r')
		line.n--;
	return line.n ? line : (struct text){b.s + from, 0};
}

bool
slip_line_above(struct pos at, struct pos *above)
{
	struct text b = at.src->body;
	size_t i = line_start(b, at.off);

	while (i) {
		i = line_start(b, i - 1);
		*above = (struct pos){at.src, (uint32_t)i, 0};
		struct text words = text_trim(line_of(*above));
		if (words.n && words.s[0] != '#')
			return true;
	}
	return false;
}

struct pos
slip_line(struct pos at)
{
	struct text line = line_of(at);
	size_t i = 0, end = line.n;

	while (i < end
	    && (line.s[i] == ' '
		|| (line.s[i] == '-' && i + 1 < end && line.s[i + 1] == ' ')))
		i++;
	while (end > i && line.s[end - 1] == ' ')
		end--;
	return part(at, line, i, end);
}

static struct text
text_at(struct pos at)
{
	return text_sub(at.src->body, at.off, at.off + at.len);
}

void
slip_parts(struct pos line, struct text *key, struct text *value)
{
	struct text t = text_at(line);
	size_t colon = text_find(t, 0, TEXT(": "));

	*key = *value = TEXT("");
	if (colon == t.n && text_ends(t, TEXT(":")))
		colon = t.n - 1;
	if (colon == t.n)
		return;
	*key = text_sub(t, 0, colon);
	*value = text_trim(text_sub(t, colon + 1, t.n));
}

/* --- a line that cannot be read --- */

static bool
false_blank(struct pos at, struct text line, struct slip *out)
{
	size_t i = 0, from;

	while (i < line.n && line.s[i] == ' ')
		i++;
	from = i;
	i = uni_blanks(line, i);
	if (i == from || line.s[from] == '\t')
		return false;
	out->at = part(at, line, from, i);
	out->words = TEXT("this looks like blanks, and is not");
	out->hint = TEXT("delete it and type blanks; it comes with text "
			 "pasted from elsewhere");
	return true;
}

static bool
is_false_dash(uint32_t cp)
{
	return (cp >= 0x2010 && cp <= 0x2015) || cp == 0x2212 || cp == 0x2022
	    || cp == 0xb7 || cp == 0xfe63 || cp == 0xff0d || cp == 0x25aa
	    || cp == 0x2043;
}

static bool
false_dash(struct arena *a, struct pos at, struct text line, struct slip *out)
{
	size_t i = 0, from;

	while (i < line.n && line.s[i] == ' ')
		i++;
	from = i;
	if (i == line.n || !is_false_dash(text_next(line, &i)))
		return false;
	out->at = part(at, line, from, i);
	out->words = text_fmt(a, "this is not the dash of a list: %.*s",
	    TEXT_ARG(text_sub(line, from, i)));
	out->hint = TEXT("type a hyphen and a blank: \"- \"");
	return true;
}

static bool
dash_alone(struct arena *a, struct pos at, struct text line, struct slip *out)
{
	size_t i = 0;

	while (i < line.n && line.s[i] == ' ')
		i++;
	struct text rest = text_sub(line, i, line.n);
	if (rest.n < 2 || rest.s[0] != '-' || rest.s[1] == ' '
	    || rest.s[1] == '-' || (rest.s[1] >= '0' && rest.s[1] <= '9'))
		return false;
	out->at = part(at, line, i, i + 1);
	out->words = TEXT("a blank must follow the dash");
	out->hint = text_fmt(a, "write it as \"- %.*s\"",
	    TEXT_ARG(text_sub(rest, 1, rest.n < 40 ? rest.n : 1)));
	return true;
}

static size_t
word_end(struct text t)
{
	size_t i = 0, at = 0;

	while (at < t.n) {
		uint32_t cp = text_next(t, &at);
		if (!uni_is_word(cp) && cp != '_' && cp != '-')
			break;
		i = at;
	}
	return i;
}

/* Signs that stand between a word and its value where a colon should. */
static bool
false_colon(struct arena *a, struct pos at, struct slip *out)
{
	struct pos line = slip_line(at);
	struct text t = text_at(line);
	size_t end = word_end(t), i = uni_blanks(t, end), from = i;
	uint32_t cp = end && i < t.n ? text_next(t, &i) : 0;
	struct text value = text_trim(text_sub(t, i, t.n));

	if (cp == ':' && from == end && !text_starts(value, TEXT("//")))
		out->words = TEXT("a blank must follow the colon");
	else if (cp == 0xff1a || cp == 0x2236 || cp == 0xfe55 || cp == 0xa789)
		out->words = text_fmt(a, "this is not a plain colon: %.*s",
		    TEXT_ARG(text_sub(t, from, i)));
	else if (cp == '=' || cp == ';')
		out->words =
		    text_fmt(a, "this stands where a colon must: %c", (int)cp);
	else
		return false;
	out->at = pos_sub(line, from, i - from);
	out->hint = value.n && value.n < 40
	    ? text_fmt(a, "write it as \"%.*s: %.*s\"",
		TEXT_ARG(text_sub(t, 0, end)), TEXT_ARG(value))
	    : TEXT("write a colon and a blank");
	return true;
}

bool
slip_of_line(struct arena *a, struct pos at, struct slip *out)
{
	struct text line = line_of(at), key, value;

	if (false_blank(at, line, out) || false_dash(a, at, line, out)
	    || dash_alone(a, at, line, out))
		return true;
	slip_parts(slip_line(at), &key, &value);
	return !key.n && false_colon(a, at, out);
}

/* --- a value that can be read --- */

static const struct {
	const char *open, *close;
} pairs[] = {{"\u201c", "\u201d"}, {"\u2018", "\u2019"}, {"\u201e", "\u201c"},
    {"\u201e", "\u201d"}, {"\u201d", "\u201d"}, {"\u00ab", "\u00bb"},
    {"\u00bb", "\u00ab"}};

/* Does t as a whole stand in quotes that a word processor has made? */
static bool
quoted(struct text t)
{
	if (!t.n || (unsigned char)t.s[0] < 0x80)
		return false;
	for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++) {
		struct text open = text_of(pairs[i].open);
		struct text close = text_of(pairs[i].close);
		if (t.n > open.n + close.n && text_starts(t, open)
		    && text_ends(t, close) && text_find(t, open.n, open) == t.n
		    && text_find(t, open.n, close) == t.n - close.n)
			return true;
	}
	return false;
}

/* "# words" is a comment as people write them; "#12" was part of the value. */
static bool
cut_off(struct pos at, struct pos *rest)
{
	struct text b = at.src->body;
	size_t i = at.off + at.len, hash;

	while (i < b.n && (b.s[i] == ' ' || b.s[i] == '\t'))
		i++;
	hash = i;
	if (hash + 1 >= b.n || b.s[hash] != '#' || b.s[hash + 1] <= ' '
	    || b.s[hash + 1] == '#')
		return false;
	*rest = (struct pos){at.src, (uint32_t)hash, 0};
	struct text line =
	    text_trim(text_sub(b, hash, text_findc(b, hash, '\n')));
	rest->len = (uint32_t)line.n;
	return true;
}

void
slip_of_value(struct diag *d, struct pos at)
{
	struct text t = text_at(at);
	struct pos rest;

	if (quoted(t))
		finding_hint(d,
		    diag(d, LEVEL_WARNING, "YAML-10", at,
			"these quotes are part of the value: %.*s",
			TEXT_ARG(t)),
		    "delete them, or type \" outside of them to keep them");
	if (cut_off(at, &rest))
		finding_hint(d,
		    diag(d, LEVEL_WARNING, "YAML-11", rest,
			"what stands after # is not read: %.*s",
			TEXT_ARG(text_at(rest))),
		    "put quotes around the whole value to keep it");
}
