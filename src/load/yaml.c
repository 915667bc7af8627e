/*
 * yaml.c - libyaml's events become values
 *
 * Events, not libyaml's own tree: an event has a place, comes before its
 * children are read, and can be refused; so depth, aliases and size are
 * limited while reading, and no recursion follows the input.
 *
 * libyaml counts code points; a cursor turns them into bytes as they grow.
 */
#include <string.h>

#include <yaml.h>

#include "base/map.h"
#include "load/yaml.h"

struct frame {
	struct value *v;
	struct text key; /* MAP: waiting for its value */
	struct pos keypos;
	bool keyed;
	struct map keys; /* MAP: those seen */
	struct text anchor;
};

struct reader {
	struct arena *a;
	const struct source *src;
	size_t from, to;
	struct diag *d;
	struct frame stack[YAML_DEPTH];
	unsigned depth, skipped; /* skipped: levels below the limit */
	struct map anchors;      /* name -> struct value, complete ones */
	size_t nodes;
	size_t chars, bytes; /* the cursor: code points and bytes from `from` */
	struct value *root;
	bool stop;   /* read no further */
	bool failed; /* something was said */
	bool broken; /* what was read is not to be used */
};

static struct text
yaml_text(const unsigned char *s, size_t n)
{
	return (struct text){(const char *)s, n};
}

/* The byte offset in src of libyaml's code point index. */
static size_t
byte_at(struct reader *r, size_t index)
{
	struct text b = text_sub(r->src->body, r->from, r->to);

	if (index < r->chars)
		r->chars = r->bytes = 0;
	while (r->chars < index && r->bytes < b.n) {
		r->bytes++;
		while (r->bytes < b.n
		    && ((unsigned char)b.s[r->bytes] & 0xc0) == 0x80)
			r->bytes++;
		r->chars++;
	}
	return r->from + r->bytes;
}

static struct pos
place(struct reader *r, yaml_mark_t start, yaml_mark_t end)
{
	size_t from = byte_at(r, start.index), to = byte_at(r, end.index);

	return (struct pos){r->src, (uint32_t)from, (uint32_t)(to - from)};
}

/* A fault; what was read may still be used to find others. */
static struct finding *
fail(struct reader *r, const char *code, struct pos at, const char *what)
{
	r->failed = true;
	return diag(r->d, LEVEL_ERROR, code, at, "%s", what);
}

/* A fault after which there is nothing to go on with. */
static struct finding *
give_up(struct reader *r, const char *code, struct pos at, const char *what)
{
	r->stop = r->broken = true;
	return fail(r, code, at, what);
}

/* --- a scalar's text and the places of its bytes --- */

static bool
blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* How many source bytes an escape beginning at j takes: backslash escapes of
 * double quotes, or the doubled quote of single quotes. */
static size_t
escape(struct text s, size_t j)
{
	if (s.s[j] == '\'')
		return 2;
	char c = j + 1 < s.n ? s.s[j + 1] : 0;
	return c == 'x' ? 4 : c == 'u' ? 6 : c == 'U' ? 10 : 2;
}

static size_t
char_length(struct text t, size_t i)
{
	size_t at = i;

	text_next(t, &i);
	return i - at;
}

struct lines {
	struct reader *r;
	size_t base; /* of `from` in the source */
	ARRAY(struct origin) map;
	size_t next; /* where text byte i is expected, as i + delta */
};

static void
line_up(struct lines *l, size_t i, size_t j)
{
	struct pos where = {l->r->src, (uint32_t)(l->base + j), 0};

	array_push(l->r->a, &l->map, ((struct origin){(uint32_t)i, where}));
}

/*
 * Walk text and source together.  Where they differ the source has an indent,
 * a fold or an escape; a new entry of the map begins after it.
 */
static void
align(struct lines *l, struct text t, struct text s)
{
	size_t i = 0, j = 0;
	bool fresh = true;

	while (i < t.n && j < s.n) {
		bool quote = s.s[j] == '\'' && t.s[i] == '\'';
		if (t.s[i] == s.s[j] && s.s[j] != '\\' && !quote) {
			if (fresh)
				line_up(l, i, j);
			fresh = t.s[i] == '\n';
			i++, j++;
			continue;
		}
		fresh = true;
		if (s.s[j] == '\\' || quote) {
			bool fold =
			    s.s[j] == '\\' && j + 1 < s.n && blank(s.s[j + 1]);
			line_up(l, i, j);
			j += escape(s, j);
			i += fold ? 0 : char_length(t, i);
		} else if (blank(t.s[i]) && s.s[j] == '\n') {
			line_up(l, i, j);
			i++, j++;
		} else if (blank(s.s[j])) {
			j++;
		} else {
			i++;
		}
	}
}

static const struct source *
lines_of(struct reader *r, struct text t, struct pos at)
{
	struct text body = text_sub(r->src->body, at.off, at.off + at.len);
	struct lines l = {.r = r, .base = at.off};
	struct source *s = arena_make(r->a, struct source);

	align(&l, t, body);
	if (l.map.n == 0)
		line_up(&l, 0, 0);
	s->name = r->src->name;
	s->body = t;
	s->map = l.map.at;
	s->nmap = l.map.n;
	return s;
}

static void
set_text(struct reader *r, struct value *v, const yaml_event_t *e)
{
	int style = e->data.scalar.style;

	v->text = text_dup(r->a,
	    yaml_text(e->data.scalar.value, e->data.scalar.length));
	struct text body = r->src->body;
	if (style == YAML_SINGLE_QUOTED_SCALAR_STYLE
	    || style == YAML_DOUBLE_QUOTED_SCALAR_STYLE) {
		v->pos.off++;
		v->pos.len -= v->pos.len >= 2 ? 2 : v->pos.len;
	} else if (style != YAML_PLAIN_SCALAR_STYLE) {
		size_t eol = text_findc(body, v->pos.off, '\n') + 1;
		size_t end = v->pos.off + v->pos.len;
		v->pos.len = eol < end ? (uint32_t)(end - eol) : 0;
		v->pos.off = eol < body.n ? (uint32_t)eol : (uint32_t)body.n;
	}
	struct text raw = text_sub(body, v->pos.off, v->pos.off + v->pos.len);
	if (!text_eq(raw, v->text))
		v->lines = lines_of(r, v->text, v->pos);
}

/* --- nodes --- */

static void
scalar_kind(struct value *v, bool plain)
{
	struct text t = v->text;

	v->kind = VALUE_TEXT;
	v->plain = plain;
	if (!plain)
		return;
	if (t.n == 0 || text_is(t, "~") || text_is(t, "null"))
		v->kind = VALUE_NULL;
	else if (text_is(t, "true") || text_is(t, "false"))
		v->kind = VALUE_BOOL;
}

static void
read_tag(struct reader *r, struct value *v, const yaml_event_t *e)
{
	struct text tag = text_of((const char *)e->data.scalar.tag);

	if (!tag.n || text_is(tag, "!")
	    || text_is(tag, "tag:yaml.org,2002:str"))
		return;
	if (text_is(tag, "!unknown")) {
		v->kind = VALUE_UNKNOWN;
		return;
	}
	struct finding *f = fail(r, "YAML-03", v->pos, "unknown tag");
	f->text = text_fmt(r->d->a, "unknown tag: %.*s", TEXT_ARG(tag));
	finding_hint(r->d, f, "the one tag is !unknown \"reason\"");
}

static void
add_key(struct reader *r, struct frame *f, const struct value *v)
{
	if (v->kind >= VALUE_LIST || v->text.n == 0) {
		give_up(r, "YAML-08", v->pos, "a key must be a word");
		return;
	}
	struct value *old = map_at(&f->keys, v->text);
	f->key = v->text;
	f->keypos = v->pos;
	f->keyed = true;
	if (!old) {
		struct value *copy = arena_make(r->a, struct value);
		*copy = *v;
		map_put(r->a, &f->keys, v->text, copy);
		return;
	}
	struct finding *found = fail(r, "YAML-02", v->pos, "");
	found->text = text_fmt(r->d->a, "this key is there twice: %.*s",
	    TEXT_ARG(v->text));
	finding_remark(r->d, found, "first", old->pos, "%s", "");
}

/* Put v where the stack stands.  A key is noted, not kept. */
static void
put(struct reader *r, struct value *v)
{
	if (++r->nodes > YAML_NODES) {
		give_up(r, "YAML-04", v->pos, "the file holds too many values");
		return;
	}
	if (r->depth == 0) {
		r->root = v;
		return;
	}
	struct frame *f = &r->stack[r->depth - 1];
	if (f->v->kind == VALUE_MAP && !f->keyed) {
		add_key(r, f, v);
		return;
	}
	if (f->v->kind == VALUE_MAP) {
		v->key = f->key;
		v->keypos = f->keypos;
		f->keyed = false;
	}
	if (f->v->last)
		f->v->last->next = v;
	else
		f->v->child = v;
	f->v->last = v;
	f->v->n++;
}

static struct value *
make(struct reader *r, const yaml_event_t *e)
{
	struct value *v = arena_make(r->a, struct value);

	v->pos = place(r, e->start_mark, e->end_mark);
	return v;
}

static void
remember(struct reader *r, const yaml_char_t *anchor, struct value *v)
{
	if (anchor)
		map_put(r->a, &r->anchors,
		    text_dup(r->a, text_of((const char *)anchor)), v);
}

static void
on_scalar(struct reader *r, const yaml_event_t *e)
{
	struct value *v = make(r, e);

	set_text(r, v, e);
	scalar_kind(v, e->data.scalar.style == YAML_PLAIN_SCALAR_STYLE);
	read_tag(r, v, e);
	remember(r, e->data.scalar.anchor, v);
	put(r, v);
}

static void
on_open(struct reader *r, const yaml_event_t *e, enum value_kind kind)
{
	const yaml_char_t *anchor = kind == VALUE_MAP
	    ? e->data.mapping_start.anchor
	    : e->data.sequence_start.anchor;
	struct value *v = make(r, e);

	v->kind = kind;
	if (r->depth == YAML_DEPTH) {
		give_up(r, "YAML-05", v->pos, "values are nested too deep");
		return;
	}
	struct frame *up = r->depth ? &r->stack[r->depth - 1] : NULL;
	if (up && up->v->kind == VALUE_MAP && !up->keyed) {
		give_up(r, "YAML-08", v->pos, "a key must be a word");
		return;
	}
	put(r, v);
	struct frame *f = &r->stack[r->depth++];
	*f = (struct frame){.v = v};
	f->anchor = text_dup(r->a, text_of((const char *)anchor));
}

static void
on_close(struct reader *r)
{
	struct frame *f = &r->stack[--r->depth];

	if (f->anchor.n)
		map_put(r->a, &r->anchors, f->anchor, f->v);
}

/* A copy of v and what is below; counted against the budget. */
static struct value *
copy(struct reader *r, const struct value *v)
{
	struct value *c = arena_make(r->a, struct value);

	*c = *v;
	c->child = c->next = c->last = NULL;
	if (++r->nodes > YAML_NODES)
		return c;
	for (const struct value *k = v->child; k; k = k->next) {
		struct value *kc = copy(r, k);
		if (c->last)
			c->last->next = kc;
		else
			c->child = kc;
		c->last = kc;
		if (r->nodes > YAML_NODES)
			break;
	}
	return c;
}

/* How deep v goes: an alias may not carry the tree over the limit. */
static unsigned
height(const struct value *v)
{
	unsigned most = 0;

	for (const struct value *k = v->child; k; k = k->next) {
		unsigned h = height(k);
		most = h > most ? h : most;
	}
	return most + 1;
}

static void
on_alias(struct reader *r, const yaml_event_t *e)
{
	struct pos at = place(r, e->start_mark, e->end_mark);
	struct text name = text_of((const char *)e->data.alias.anchor);
	const struct value *v = map_at(&r->anchors, name);

	if (!v) {
		give_up(r, "YAML-04", at, "this alias has no anchor before it");
		return;
	}
	struct value *c = copy(r, v);
	if (r->nodes > YAML_NODES || r->depth + height(c) > YAML_DEPTH) {
		struct finding *f = give_up(r, "YAML-04", at,
		    "aliases make the file too large");
		finding_hint(r->d, f, "write the value out where it is used");
		return;
	}
	put(r, c);
}

/* --- syntax errors, in an expert's words --- */

static const struct {
	const char *problem, *words, *hint;
} sayings[] = {
    {"mapping values are not allowed",
	"a colon followed by a blank cannot stand here",
	"put quotes around the value"},
    {"found character that cannot start any token",
	"this character cannot begin a value",
	"put quotes around the value, and indent with blanks, not tabs"},
    {"could not find expected ':'", "a colon is missing after this key",
	"write \"key: value\""},
    {"did not find expected key", "this line does not fit the one above",
	"look at the indentation and the quotes"},
    {"did not find expected '-' indicator",
	"this line does not fit the list above", "look at the indentation"},
    {"did not find expected ',' or ']'", "a list in brackets is not closed",
	"write ] at its end"},
    {"did not find expected ',' or '}'", "a map in braces is not closed",
	"write } at its end"},
    {"found unexpected end of stream", "the file ends inside quotes",
	"close the quotes"},
    {"found a tab character", "a tab stands where blanks must",
	"indent with blanks"},
    {"did not find expected node content", "a value is missing here",
	"look at the brackets and commas"},
};

static void
syntax(struct reader *r, const yaml_parser_t *p)
{
	const char *problem = p->problem ? p->problem : "it is not YAML";
	size_t off = byte_at(r, p->problem_mark.index);
	struct pos at = {r->src, (uint32_t)off, 1};
	const char *words = problem, *hint = NULL;

	for (size_t i = 0; i < sizeof(sayings) / sizeof(sayings[0]); i++) {
		if (!strstr(problem, sayings[i].problem))
			continue;
		words = sayings[i].words;
		hint = sayings[i].hint;
		break;
	}
	struct finding *f = give_up(r, "YAML-01", at, words);
	if (hint)
		finding_hint(r->d, f, "%s", hint);
	if (p->context && p->context_mark.line != p->problem_mark.line) {
		size_t from = byte_at(r, p->context_mark.index);
		finding_remark(r->d, f, "begun",
		    (struct pos){r->src, (uint32_t)from, 1}, "%s", "");
	}
}

static void
on_event(struct reader *r, const yaml_event_t *e)
{
	switch (e->type) {
	case YAML_SCALAR_EVENT:
		on_scalar(r, e);
		break;
	case YAML_MAPPING_START_EVENT:
		on_open(r, e, VALUE_MAP);
		break;
	case YAML_SEQUENCE_START_EVENT:
		on_open(r, e, VALUE_LIST);
		break;
	case YAML_MAPPING_END_EVENT:
	case YAML_SEQUENCE_END_EVENT:
		on_close(r);
		break;
	case YAML_ALIAS_EVENT:
		on_alias(r, e);
		break;
	case YAML_DOCUMENT_START_EVENT:
		if (r->root) {
			give_up(r, "YAML-06",
			    place(r, e->start_mark, e->end_mark),
			    "a second document begins here: one file, one "
			    "document");
		}
		break;
	case YAML_STREAM_END_EVENT:
		r->stop = true;
		break;
	case YAML_NO_EVENT:
	case YAML_STREAM_START_EVENT:
	case YAML_DOCUMENT_END_EVENT:
		break;
	}
}

struct value *
yaml_read(struct arena *a, const struct source *src, size_t from, size_t to,
    struct diag *d)
{
	struct reader *r = arena_make(a, struct reader);
	yaml_parser_t p;
	yaml_event_t e;

	r->a = a;
	r->src = src;
	r->from = from;
	r->to = to;
	r->d = d;
	if (!yaml_parser_initialize(&p))
		return NULL;
	yaml_parser_set_encoding(&p, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&p,
	    (const unsigned char *)src->body.s + from, to - from);
	while (!r->stop) {
		if (!yaml_parser_parse(&p, &e)) {
			syntax(r, &p);
			break;
		}
		on_event(r, &e);
		yaml_event_delete(&e);
	}
	yaml_parser_delete(&p);
	if (!r->root && !r->failed)
		fail(r, "YAML-07", (struct pos){src, (uint32_t)from, 0},
		    "the file is empty");
	return r->broken ? NULL : r->root;
}
