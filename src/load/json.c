#include "load/json.h"

#include "base/map.h"

struct reader {
	struct arena *a;
	const struct source *src;
	struct text t;
	size_t i;
	unsigned depth;
	size_t nodes;
	bool broken; /* after a fault nothing more is read */
	struct diag *d;
};

static struct pos
place(const struct reader *r, size_t from, size_t to)
{
	return (struct pos){r->src, (uint32_t)from, (uint32_t)(to - from)};
}

/* The first fault counts; what follows from it is not said. */
static struct finding *
fail(struct reader *r, const char *code, size_t from, size_t to,
    const char *what)
{
	if (r->broken)
		return NULL;
	r->broken = true;
	return diag(r->d, LEVEL_ERROR, code, place(r, from, to), "%s", what);
}

/* Something else stands where `what` must: one letter of it is shown. */
static void
expected(struct reader *r, const char *what, const char *hint)
{
	size_t end = r->i;

	if (r->i < r->t.n)
		text_next(r->t, &end);
	struct finding *f = fail(r, "JSON-01", r->i, end, what);
	if (f && hint)
		finding_hint(r->d, f, "%s", hint);
}

static void
skip_blanks(struct reader *r)
{
	while (r->i < r->t.n
	    && (r->t.s[r->i] == ' ' || r->t.s[r->i] == '\n'
		|| r->t.s[r->i] == '\r' || r->t.s[r->i] == '\t'))
		r->i++;
}

/* The next mark that means something, or NUL at the end. */
static char
peek(struct reader *r)
{
	skip_blanks(r);
	return r->i < r->t.n ? r->t.s[r->i] : '\0';
}

/* --- strings --- */

/* Four hexadecimal digits at i. */
static bool
hex4(struct text t, size_t i, uint32_t *out)
{
	uint32_t v = 0;

	if (i + 4 > t.n)
		return false;
	for (size_t k = i; k < i + 4; k++) {
		char c = t.s[k], l = (char)(c | 32);
		bool digit = c >= '0' && c <= '9';
		if (!digit && (l < 'a' || l > 'f'))
			return false;
		v = v << 4 | (uint32_t)(digit ? c - '0' : l - 'a' + 10);
	}
	*out = v;
	return true;
}

/* RFC 8259, 7: beyond the first plane two escapes are one letter; a surrogate
 * alone is none, and becomes U+FFFD. */
static bool
escaped_letter(struct reader *r, uint32_t *cp)
{
	uint32_t low;

	if (!hex4(r->t, r->i + 2, cp))
		return false;
	r->i += 6;
	if (*cp < 0xd800 || *cp > 0xdfff)
		return true;
	bool pair = *cp < 0xdc00 && r->i + 1 < r->t.n && r->t.s[r->i] == '\\'
	    && r->t.s[r->i + 1] == 'u' && hex4(r->t, r->i + 2, &low)
	    && low >= 0xdc00 && low <= 0xdfff;
	if (pair)
		r->i += 6;
	*cp = pair ? 0x10000 + ((*cp - 0xd800) << 10) + (low - 0xdc00) : 0xfffd;
	return true;
}

/* The escape at the cursor, which moves past it. */
static bool
escape(struct reader *r, uint32_t *cp)
{
	static const char names[] = "\"\\/bfnrt", means[] = "\"\\/\b\f\n\r\t";
	char c = r->i + 1 < r->t.n ? r->t.s[r->i + 1] : '\0';

	if (c == 'u')
		return escaped_letter(r, cp);
	for (size_t k = 0; names[k]; k++)
		if (c == names[k]) {
			*cp = (uint32_t)means[k];
			r->i += 2;
			return true;
		}
	return false;
}

/* Where the string ends that begins behind a quotation mark, and whether
 * something in it is not as it looks. */
static size_t
string_end(const struct reader *r, bool *escapes)
{
	size_t i = r->i;

	*escapes = false;
	while (i < r->t.n && r->t.s[i] != '"'
	    && (unsigned char)r->t.s[i] >= 0x20) {
		bool back = r->t.s[i] == '\\';
		*escapes |= back;
		i += back && i + 1 < r->t.n ? 2 : 1;
	}
	return i;
}

static void
unfinished(struct reader *r, size_t from, size_t at)
{
	bool end = at >= r->t.n;
	struct finding *f =
	    fail(r, "JSON-01", end ? from - 1 : at, end ? from : at + 1,
		end ? "this text has no quotation mark at its end"
		    : "a line ends, or a tab stands, within a text");

	if (f && !end)
		finding_hint(r->d, f,
		    "write \\n or \\t, or close the text with \"");
}

/* With its escapes read: a source of its own, so that each letter knows where
 * it was written. */
static void
unescape(struct reader *r, size_t end, struct value *v)
{
	struct buf b = {.a = r->a};
	ARRAY(struct origin) map = {0};

	while (r->i < end) {
		size_t at = r->i;
		uint32_t cp;
		while (r->i < end && r->t.s[r->i] != '\\')
			r->i++;
		struct origin plain = {(uint32_t)b.n, place(r, at, at)};
		array_push(r->a, &map, plain);
		buf_add(&b, text_sub(r->t, at, r->i));
		if (r->i >= end)
			break;
		struct origin here = {(uint32_t)b.n, place(r, r->i, r->i)};
		array_push(r->a, &map, here);
		if (!escape(r, &cp)) {
			expected(r, "not an escape of JSON",
			    "a backslash itself is written \\\\");
			return;
		}
		buf_cp(&b, cp);
	}
	struct source *s = arena_make(r->a, struct source);
	*s = (struct source){r->src->name, buf_text(&b), r->src->from, map.at,
	    map.n};
	v->text = s->body;
	v->lines = s;
}

static void
string(struct reader *r, struct value *v)
{
	size_t from = ++r->i;
	bool escapes;
	size_t end = string_end(r, &escapes);

	v->kind = VALUE_TEXT;
	v->pos = place(r, from, end < r->t.n ? end : r->t.n);
	if (end >= r->t.n || r->t.s[end] != '"') {
		unfinished(r, from, end);
		return;
	}
	v->text = text_sub(r->t, from, end);
	if (escapes)
		unescape(r, end, v);
	r->i = end + 1;
}

/* --- values --- */

static bool
word_char(char c)
{
	return (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z')
	    || c == '+' || c == '-' || c == '.' || c == '_';
}

/* Not the grammar of numbers, but nothing else that it lets through means
 * anything: a reader that wants a number looks at it. */
static bool
number(struct text t)
{
	if (!t.n || (t.s[0] != '-' && (t.s[0] < '0' || t.s[0] > '9')))
		return false;
	for (size_t i = 0; i < t.n; i++)
		if (t.s[i] == '_'
		    || ((t.s[i] | 32) >= 'a' && (t.s[i] | 32) <= 'z'
			&& (t.s[i] | 32) != 'e'))
			return false;
	return true;
}

static void
word(struct reader *r, struct value *v)
{
	size_t from = r->i;

	while (r->i < r->t.n && word_char(r->t.s[r->i]))
		r->i++;
	v->text = text_sub(r->t, from, r->i);
	v->pos = place(r, from, r->i);
	v->plain = true;
	if (text_is(v->text, "null"))
		v->kind = VALUE_NULL;
	else if (text_is(v->text, "true") || text_is(v->text, "false"))
		v->kind = VALUE_BOOL;
	else if (number(v->text))
		v->kind = VALUE_TEXT;
	else if (v->text.n)
		finding_hint(r->d,
		    fail(r, "JSON-01", from, r->i, "a word without quotes"),
		    "texts stand between \" and \"");
	else
		expected(r, "a value is missing here",
		    "no comma stands behind the last value");
}

static struct value *value(struct reader *r);

/* `"key":`; the places of those seen are in `keys`. */
static void
key(struct reader *r, struct map *keys, struct value *k)
{
	if (peek(r) != '"') {
		expected(r, "a key in quotation marks is missing here",
		    "no comma stands behind the last value");
		return;
	}
	string(r, k);
	void **slot = map_slot(r->a, keys, k->text);
	const struct value *old = *slot;
	if (old && !r->broken) {
		struct finding *f = diag(r->d, LEVEL_ERROR, "JSON-02", k->pos,
		    "this key is there twice: %.*s", TEXT_ARG(k->text));
		finding_remark(r->d, f, "first", old->pos, "%s", "");
	}
	*slot = k;
	if (peek(r) != ':')
		expected(r, "a colon is missing behind this key", NULL);
	else
		r->i++;
}

static void
member(struct reader *r, struct value *parent, struct map *keys)
{
	struct value *k = NULL;

	if (parent->kind == VALUE_MAP) {
		k = arena_make(r->a, struct value);
		key(r, keys, k);
	}
	struct value *v = r->broken ? NULL : value(r);
	if (!v)
		return;
	if (k) {
		v->key = k->text;
		v->keypos = k->pos;
	}
	value_append(parent, v);
}

/* A list or a map, from its bracket on. */
static void
members(struct reader *r, struct value *v, char close)
{
	size_t from = r->i++;
	struct map keys = {0};
	bool more = peek(r) != close;

	if (r->depth++ >= JSON_DEPTH)
		fail(r, "JSON-03", from, from + 1,
		    "lists and maps are nested too deep");
	while (more && !r->broken) {
		member(r, v, &keys);
		more = !r->broken && peek(r) == ',';
		r->i += more;
	}
	r->depth--;
	if (r->broken)
		return;
	if (peek(r) == close) {
		v->pos = place(r, from, ++r->i);
		return;
	}
	bool end = r->i >= r->t.n;
	if (end)
		r->i = from;
	expected(r,
	    end ? "this bracket is never closed"
		: "a comma or a closing bracket is missing here",
	    NULL);
}

static struct value *
value(struct reader *r)
{
	struct value *v = arena_make(r->a, struct value);
	char c = peek(r);

	if (++r->nodes > JSON_NODES)
		fail(r, "JSON-04", r->i, r->i,
		    "the file holds too many values");
	if (r->broken)
		return NULL;
	if (c == '"') {
		string(r, v);
	} else if (c == '{' || c == '[') {
		v->kind = c == '{' ? VALUE_MAP : VALUE_LIST;
		members(r, v, c == '{' ? '}' : ']');
	} else {
		word(r, v);
	}
	return v;
}

struct value *
json_read(struct arena *a, const struct source *src, struct diag *d)
{
	struct reader r = {.a = a, .src = src, .t = src->body, .d = d};

	if (!peek(&r))
		fail(&r, "JSON-01", 0, 0, "there is nothing in it");
	struct value *v = value(&r);
	if (!r.broken && peek(&r))
		expected(&r, "nothing may stand behind the closing bracket",
		    NULL);
	return r.broken ? NULL : v;
}
