#include "cite/out.h"

struct out *
out_text(struct arena *a, struct text t)
{
	struct out *o = arena_make(a, struct out);

	o->kind = OUT_TEXT;
	o->text = t;
	return o;
}

struct out *
out_group(struct arena *a)
{
	struct out *o = arena_make(a, struct out);

	o->kind = OUT_GROUP;
	return o;
}

void
out_append(struct out *parent, struct out *child)
{
	if (!child)
		return;
	if (parent->last)
		parent->last->next = child;
	else
		parent->child = child;
	parent->last = child;
}

bool
out_empty(const struct out *o)
{
	if (!o)
		return true;
	if (o->kind == OUT_NODE)
		return false;
	if (o->kind == OUT_TEXT)
		return o->text.n == 0;
	for (const struct out *c = o->child; c; c = c->next)
		if (!out_empty(c))
			return false;
	return true;
}

struct out *
out_copy(struct arena *a, const struct out *o)
{
	struct out *n = arena_make(a, struct out);

	*n = *o;
	n->child = n->next = n->last = NULL;
	for (const struct out *c = o->child; c; c = c->next)
		out_append(n, out_copy(a, c));
	return n;
}

static struct out *
block(struct arena *a, enum display how)
{
	struct out *o = out_group(a);

	o->format.display = (uint8_t)how;
	return o;
}

/* CSL 1.0.2, second-field-align: NULL when there is no second field. */
static struct out *
align(struct arena *a, struct out *fields)
{
	struct out *o = out_group(a), *left = block(a, DISPLAY_LEFT);
	struct out *right = block(a, DISPLAY_RIGHT), *next;

	for (struct out *f = fields->child; f; f = next) {
		next = f->next;
		if (out_empty(f))
			continue;
		f->next = NULL;
		out_append(left->child ? right : left, f);
	}
	if (!right->child)
		return left->child;
	out_append(o, left);
	out_append(o, right);
	return o;
}

/* The last field, if it is a block of its own, or all of them. */
static struct out *
last_block(struct out *fields)
{
	struct out *last = NULL;

	for (struct out *f = fields->child; f; f = f->next)
		if (!out_empty(f))
			last = f;
	return last && last->format.display ? last : fields;
}

struct out *
out_entry(struct arena *a, const struct area *area, struct out *fields)
{
	struct out *whole = out_group(a);

	if (area->second_field.n)
		fields = align(a, fields);
	if (!fields)
		return whole;
	out_append(whole, out_text(a, area->layout.prefix));
	out_append(whole, fields);
	out_append(last_block(fields), out_text(a, area->layout.suffix));
	whole->format = area->layout.format;
	return whole;
}

void
out_strip_periods(struct arena *a, struct out *o)
{
	if (o->kind == OUT_TEXT && text_findc(o->text, 0, '.') < o->text.n) {
		struct buf b = {.a = a};
		for (size_t i = 0; i < o->text.n; i++)
			if (o->text.s[i] != '.')
				buf_addc(&b, o->text.s[i]);
		o->text = buf_text(&b);
	}
	for (struct out *c = o->child; c; c = c->next)
		out_strip_periods(a, c);
}

static void
words(struct buf *b, const struct out *o)
{
	bool first = true;

	buf_add(b, o->prefix);
	if (o->kind == OUT_TEXT)
		buf_add(b, o->text);
	for (const struct out *c = o->child; c; c = c->next) {
		if (out_empty(c))
			continue;
		if (!first)
			buf_add(b, o->delimiter);
		first = false;
		words(b, c);
	}
	buf_add(b, o->suffix);
}

struct text
out_words(struct arena *a, const struct out *o)
{
	struct buf b = {.a = a};

	if (o)
		words(&b, o);
	return buf_text(&b);
}
