#include "expand/call.h"

/*
 * |tojson, as Jinja2 writes it: keys in order, and nothing but ASCII, of which
 * < > & ' are escaped too.  It is for looking at facts while writing a
 * template; a report has no use for it.
 */

enum { DEEPEST = 100 };

struct json {
	struct call *c;
	struct buf b;
	int indent; /* blanks a level; -1: all on one line */
};

static void json(struct json *j, struct datum i, int depth);

static void
escaped(struct buf *b, uint32_t cp)
{
	static const char names[][3] = {"\nn", "\rr", "\tt", "\bb", "\ff"};

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		if (cp == (unsigned char)names[i][0]) {
			buf_fmt(b, "\\%c", names[i][1]);
			return;
		}
	}
	if (cp > 0xffff) { /* RFC 8259, section 7: a surrogate pair */
		cp -= 0x10000;
		buf_fmt(b, "\\u%04x", (unsigned)(0xd800 + (cp >> 10)));
		cp = 0xdc00 + (cp & 0x3ff);
	}
	buf_fmt(b, "\\u%04x", (unsigned)cp);
}

static void
json_text(struct buf *b, struct text t)
{
	buf_addc(b, '"');
	for (size_t i = 0; i < t.n;) {
		uint32_t cp = text_next(t, &i);
		if (cp == '"' || cp == '\\')
			buf_fmt(b, "\\%c", (int)cp);
		else if (cp < ' ' || cp > '~' || cp == '<' || cp == '>'
		    || cp == '&' || cp == '\'')
			escaped(b, cp);
		else
			buf_addc(b, (char)cp);
	}
	buf_addc(b, '"');
}

static void
new_line(struct json *j, int depth)
{
	if (j->indent < 0)
		return;
	buf_addc(&j->b, '\n');
	for (int i = 0; i < j->indent * depth; i++)
		buf_addc(&j->b, ' ');
}

static struct seq
sorted_keys(struct json *j, struct datum map)
{
	struct seq keys = datum_elements(j->c->ev->a, map);
	size_t most = keys.n * keys.n / 4;

	if (!eval_work(j->c->ev, most, j->c->pos))
		return keys;
	for (size_t i = 1; i < keys.n; i++) {
		struct datum one = keys.at[i];
		size_t at = i;
		for (; at && text_cmp(one.text, keys.at[at - 1].text) < 0; at--)
			keys.at[at] = keys.at[at - 1];
		keys.at[at] = one;
	}
	return keys;
}

static void
inside(struct json *j, struct datum i, int depth)
{
	bool map = i.kind == DATUM_MAP;
	struct seq s = map ? sorted_keys(j, i) : datum_elements(j->c->ev->a, i);

	buf_addc(&j->b, map ? '{' : '[');
	for (size_t k = 0; k < s.n && eval_room(j->c->ev, sizeof(i), j->c->pos);
	     k++) {
		struct datum v = s.at[k];
		if (k)
			buf_add(&j->b, j->indent < 0 ? TEXT(", ") : TEXT(","));
		new_line(j, depth + 1);
		if (map) {
			json_text(&j->b, v.text);
			buf_add(&j->b, TEXT(": "));
			datum_key(i, s.at[k].text, &v);
		}
		json(j, v, depth + 1);
	}
	if (s.n)
		new_line(j, depth);
	buf_addc(&j->b, map ? '}' : ']');
}

/* Is it a number as JSON has them, so that it may stand without marks? */
static bool
is_bare(struct text t)
{
	size_t i = t.n && t.s[0] == '-';
	bool nought = i < t.n && t.s[i] == '0';

	return text_findc(t, 0, '_') == t.n
	    && (!nought || i + 1 == t.n || t.s[i + 1] == '.');
}

static void
json(struct json *j, struct datum i, int depth)
{
	struct number n;
	struct arena *a = j->c->ev->a;
	bool inner = i.kind == DATUM_LIST || i.kind == DATUM_MAP;

	if (inner && depth < DEEPEST)
		inside(j, i, depth);
	else if (i.kind == DATUM_BOOL)
		buf_add(&j->b, i.yes ? TEXT("true") : TEXT("false"));
	else if (i.kind == DATUM_INT || i.kind == DATUM_REAL
	    || (datum_number(i, &n) && is_bare(i.text)))
		buf_add(&j->b, datum_words(a, i));
	else if (datum_is_words(i))
		json_text(&j->b, datum_words(a, i));
	else
		buf_add(&j->b, TEXT("null"));
}

static struct datum
filter_tojson(struct call *c)
{
	int64_t indent = call_int(c, 0, -1);
	struct json j = {.c = c, .b = {.a = c->ev->a}};

	if (c->in.kind == DATUM_UNDEFINED || c->in.kind == DATUM_UNKNOWN)
		return fault_empty(c->ev, c->in, c->span);
	j.indent = indent < -1 ? 0 : indent > 80 ? 80 : (int)indent;
	json(&j, c->in, 0);
	return eval_room(c->ev, j.b.n, c->pos)
	    ? datum_made(buf_text(&j.b), c->in)
	    : fault_datum(TEXT(""));
}

const struct filter filters_json[] = {
    {"tojson", filter_tojson, "indent", true},
    {NULL, NULL, NULL, false},
};
