/*
 * yaml.c - libyaml's events become values
 *
 * Events, not libyaml's own tree: an event has a place, comes before its
 * children are read, and can be refused; so depth, aliases and size are
 * limited while reading, and no recursion follows the input.
 *
 * libyaml counts code points; a cursor turns them into bytes as they grow.
 */
#include <yaml.h>

#include "base/map.h"
#include "load/complaint.h"
#include "load/lines.h"
#include "load/slip.h"
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
	unsigned depth;
	struct map anchors; /* name -> struct value, complete ones */
	size_t nodes, copies;
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

	while (r->chars > index) {
		r->bytes--;
		while (
		    r->bytes && ((unsigned char)b.s[r->bytes] & 0xc0) == 0x80)
			r->bytes--;
		r->chars--;
	}
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

/* --- scalars --- */

static bool
blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* Bytes of the blank or line break at i; 0: something else stands there. */
static size_t
gap(struct text body, size_t i)
{
	return blank(body.s[i]) ? 1 : lines_wide_break(body, i);
}

/* An event begins with its tag and anchor; the value stands behind them. */
static struct pos
past_properties(struct text body, struct pos at)
{
	size_t i = at.off, end = i + at.len;

	while (i < end && (body.s[i] == '!' || body.s[i] == '&')) {
		while (i < end && !gap(body, i))
			i++;
		while (i < end && gap(body, i))
			i += gap(body, i);
	}
	return (struct pos){at.src, (uint32_t)i, (uint32_t)(end - i)};
}

static void
set_text(struct reader *r, struct value *v, const yaml_event_t *e)
{
	yaml_scalar_style_t style = e->data.scalar.style;

	v->text = text_dup(r->a,
	    yaml_text(e->data.scalar.value, e->data.scalar.length));
	struct text body = r->src->body;
	v->pos = past_properties(body, v->pos);
	char quote = style == YAML_SINGLE_QUOTED_SCALAR_STYLE ? '\''
	    : style == YAML_DOUBLE_QUOTED_SCALAR_STYLE        ? '"'
							      : '\0';
	if (quote) {
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
		v->lines = lines_of(r->a, r->src, v->text, v->pos, quote);
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

#define CORE "tag:yaml.org,2002:"

static void
unknown_tag(struct reader *r, struct pos at, struct text tag)
{
	struct text shown = tag;

	if (text_starts(tag, TEXT(CORE)))
		shown = text_fmt(r->d->a, "!!%.*s",
		    TEXT_ARG(text_sub(tag, sizeof(CORE) - 1, tag.n)));
	if (at.len > shown.n)
		at.len = (uint32_t)shown.n;
	struct finding *f = fail(r, "YAML-03", at, "");
	f->text = text_fmt(r->d->a, "a value cannot begin with this: %.*s",
	    TEXT_ARG(shown));
	finding_hint(r->d, f,
	    "put quotes around a value that begins with !; the one that is "
	    "known is !unknown \"reason\"");
}

/* What stands where a value should: no second fault for being empty. */
static void
stand_in(struct value *v, struct pos at)
{
	v->kind = VALUE_TEXT;
	v->pos = at;
	v->text = text_sub(at.src->body, at.off, at.off + at.len);
	v->lines = NULL;
}

static void
read_tag(struct reader *r, struct value *v, const yaml_char_t *spelling,
    struct pos at)
{
	struct text tag = text_of((const char *)spelling);
	static const char *const plain[VALUE_KINDS] = {CORE "str", CORE "str",
	    CORE "str", CORE "str", CORE "seq", CORE "map"};

	if (!tag.n)
		return;
	if (text_is(tag, "!") || text_is(tag, plain[v->kind])) {
		if (v->kind < VALUE_LIST)
			v->kind = VALUE_TEXT;
		return;
	}
	if (text_is(tag, "!unknown") && v->kind < VALUE_LIST)
		v->kind = VALUE_UNKNOWN;
	else
		unknown_tag(r, at, tag);
	if (v->kind == VALUE_NULL)
		stand_in(v, at);
}

/* A list or map where a key must be.  {{ x }} is a map with a map as its key. */
static void
no_key(struct reader *r, struct pos at)
{
	struct text b = r->src->body;
	bool tag = at.off > r->from && at.off < b.n && b.s[at.off] == '{'
	    && b.s[at.off - 1] == '{';

	if (!tag) {
		give_up(r, "YAML-08", at, "a key must be a word");
		return;
	}
	at = (struct pos){at.src, at.off - 1, 2};
	finding_hint(r->d,
	    give_up(r, "YAML-08", at,
		"a tag has no meaning here, only in templates"),
	    "write the words themselves, or put quotes around the braces");
}

static void
add_key(struct reader *r, struct frame *f, const struct value *v)
{
	if (v->kind >= VALUE_LIST || v->text.n == 0) {
		no_key(r, v->pos);
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
	finding_hint(r->d, found, "delete one of the two");
	finding_remark(r->d, found, "first", old->pos, "%s", "");
}

/* Put v where the stack stands.  A key is noted, not kept. */
static void
put(struct reader *r, struct value *v)
{
	if (++r->nodes > YAML_NODES) {
		give_up(r, "YAML-09", v->pos, "the file holds too many values");
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
	v->key = f->key; /* "" in a list */
	v->keypos = f->keypos;
	f->keyed = false;
	value_append(f->v, v);
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
	struct pos at = v->pos;

	set_text(r, v, e);
	bool plain = e->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
	scalar_kind(v, plain);
	read_tag(r, v, e->data.scalar.tag, at);
	if (plain)
		slip_of_value(r->d, v->pos);
	if (plain && !v->text.n && e->data.scalar.anchor) {
		stand_in(v, at);
		finding_hint(r->d,
		    fail(r, "YAML-01", at, "a value cannot begin with &"),
		    "put quotes around the value");
	}
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
	read_tag(r, v,
	    kind == VALUE_MAP ? e->data.mapping_start.tag
			      : e->data.sequence_start.tag,
	    v->pos);
	if (r->depth == YAML_DEPTH) {
		give_up(r, "YAML-05", v->pos,
		    "lists and maps are nested too deep");
		return;
	}
	struct frame *up = r->depth ? &r->stack[r->depth - 1] : NULL;
	if (up && up->v->kind == VALUE_MAP && !up->keyed) {
		no_key(r, v->pos);
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
	if (++r->copies > YAML_COPIES)
		return c;
	for (const struct value *k = v->child; k; k = k->next) {
		struct value *kc = copy(r, k);
		if (c->last)
			c->last->next = kc;
		else
			c->child = kc;
		c->last = kc;
		if (r->copies > YAML_COPIES)
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

/* Why there is no such value to copy. */
static void
unknown_alias(struct reader *r, struct pos at, struct text name)
{
	for (unsigned i = 0; i < r->depth; i++) {
		if (!text_eq(r->stack[i].anchor, name))
			continue;
		struct finding *f = give_up(r, "YAML-04", at,
		    "this star refers to the value that it stands in");
		finding_remark(r->d, f, "value", r->stack[i].v->pos, "%s", "");
		return;
	}
	struct finding *f = give_up(r, "YAML-04", at, "");
	f->text = text_fmt(r->d->a,
	    "nothing before has the name that this refers to: *%.*s",
	    TEXT_ARG(name));
	finding_hint(r->d, f,
	    "put quotes around a value that begins with a star");
}

static void
on_alias(struct reader *r, const yaml_event_t *e)
{
	struct pos at = place(r, e->start_mark, e->end_mark);
	struct text name = text_of((const char *)e->data.alias.anchor);
	const struct value *v = map_at(&r->anchors, name);

	if (!v) {
		unknown_alias(r, at, name);
		return;
	}
	struct value *c = copy(r, v);
	if (r->copies > YAML_COPIES || r->depth + height(c) > YAML_DEPTH) {
		struct finding *f = give_up(r, "YAML-04", at,
		    "values that are repeated with a star make the file too "
		    "large");
		finding_hint(r->d, f, "write the value out where it is used");
		return;
	}
	put(r, c);
}

/* libyaml's complaint, with its two places. */
static void
syntax(struct reader *r, const yaml_parser_t *p)
{
	struct complaint c = {.problem = p->problem, .context = p->context};

	c.at = (struct pos){r->src, 0, 1};
	if (p->error == YAML_READER_ERROR)
		c.at.off = (uint32_t)(r->from + p->problem_offset);
	else
		c.at.off = (uint32_t)byte_at(r, p->problem_mark.index);
	c.at.len = c.at.off < r->src->body.n;
	c.begun = c.at;
	if (p->context)
		c.begun.off = (uint32_t)byte_at(r, p->context_mark.index);
	r->stop = r->broken = r->failed = true;
	complain(r->d, &c);
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
			finding_hint(r->d,
			    give_up(r, "YAML-06",
				place(r, e->start_mark, e->end_mark),
				"a second document begins here: one file, one "
				"document"),
			    "delete this line");
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
		    from == to ? "there is nothing in it"
			       : "there is nothing in it but comments");
	return r->broken ? NULL : r->root;
}
