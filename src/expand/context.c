#include "expand/trail.h"

/* What a template sees besides the keys of the case. */

static const struct reads *
key_reads(struct eval *ev, struct text key, enum read_kind kind)
{
	const struct value *v = value_key(ev->kase->facts, key);

	return v ? reads_of(ev->a, kind, v) : NULL;
}

/* Its words are trimmed; they were written in the profile. */
static struct datum
constant(struct eval *ev, const struct constant *k)
{
	struct datum i = datum_text(k->text);
	const struct value *list =
	    value_key(ev->profile->root, TEXT("constants"));

	for (const struct value *v = list ? list->child : NULL; v; v = v->next)
		if (v->pos.off == k->pos.off && v->pos.src == k->pos.src)
			trail_value(ev, value_key(v, TEXT("text")));
	i.reads = ev->reads;
	ev->reads = NULL;
	return i;
}

static struct datum
constants(struct eval *ev)
{
	struct datum m = datum_dict(ev->a);
	const struct profile *p = ev->profile;

	for (size_t i = 0; p && i < p->constants.n; i++)
		dict_put(ev->a, m.dict, p->constants.at[i].id,
		    constant(ev, &p->constants.at[i]));
	return m;
}

static struct text
slug(struct arena *a, struct text id)
{
	struct buf b = {.a = a};

	for (size_t i = 0; i < id.n; i++)
		buf_addc(&b, id.s[i] == '/' ? '-' : id.s[i]);
	return buf_text(&b);
}

/* Where the case names it: an element of its list, or the id of one. */
static const struct reads *
use_reads(struct eval *ev, const struct section_use *use)
{
	const struct value *list = value_key(ev->kase->facts, TEXT("sections"));

	for (const struct value *v = list ? list->child : NULL; v;
	     v = v->next) {
		const struct value *id =
		    v->kind == VALUE_MAP ? value_key(v, TEXT("id")) : v;
		if (id && id->pos.off == use->pos.off)
			return reads_of(ev->a, READ_VALUE, id);
	}
	return NULL;
}

/* One section in use: its front matter, then what the case says of it. */
static struct datum
section(struct eval *ev, const struct section_use *use,
    const struct template *t)
{
	static const char *const keys[] = {"title", "code", "country", "kind",
	    "reviewed", "cutoff"};
	struct datum m = datum_dict(ev->a), id = datum_text(use->id);
	struct datum dashed = datum_text(slug(ev->a, use->id));

	id.reads = dashed.reads = use_reads(ev, use);
	dict_put(ev->a, m.dict, TEXT("id"), id);
	dict_put(ev->a, m.dict, TEXT("slug"), dashed);
	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
		const struct value *v = value_key(t->front, text_of(keys[i]));
		if (v)
			dict_put(ev->a, m.dict, text_of(keys[i]), datum_of(v));
	}
	const struct value *o = use->options;
	for (const struct value *v = o ? o->child : NULL; v; v = v->next)
		if (!text_is(v->key, "id"))
			dict_put(ev->a, m.dict, v->key, datum_of(v));
	return m;
}

static struct datum
sections(struct eval *ev)
{
	struct seq s = {0};

	for (size_t i = 0; i < ev->kase->sections.n; i++) {
		const struct section_use *use = &ev->kase->sections.at[i];
		const struct template *t =
		    map_at(&ev->kase->templates, use->id);
		if (!t)
			t = map_at(&ev->lib->templates, use->id);
		if (t) /* load has said what is not there */
			array_push(ev->a, &s, section(ev, use, t));
	}
	struct datum all = datum_seq(ev->a, &s);
	all.reads = key_reads(ev, TEXT("sections"), READ_SHAPE);
	return all;
}

/* The expert's file is one that the case names. */
static struct datum
expert(struct eval *ev)
{
	struct datum i = datum_of(ev->kase->expert);

	i.reads = key_reads(ev, TEXT("expert"), READ_VALUE);
	return i;
}

const struct reads *
context_control(struct eval *ev)
{
	return key_reads(ev, TEXT("profile"), READ_VALUE);
}

struct datum
context_globals(struct eval *ev)
{
	struct datum m = datum_dict(ev->a), us = datum_dict(ev->a);
	bool is_case = ev->profile && ev->profile->root;

	dict_put(ev->a, us.dict, TEXT("version"), datum_text(ev->lib->version));
	dict_put(ev->a, m.dict, TEXT("peritus"), us);
	/* An expert's file that could not be read was said when it was. */
	if (ev->kase->expert)
		dict_put(ev->a, m.dict, TEXT("expert"), expert(ev));
	else if (is_case)
		dict_put(ev->a, m.dict, TEXT("expert"),
		    fault_datum(TEXT("expert")));
	/* Facts that are no case may have keys of these names. */
	if (!is_case)
		return m;
	dict_put(ev->a, m.dict, TEXT("profile"), datum_of(ev->profile->root));
	dict_put(ev->a, m.dict, TEXT("constants"), constants(ev));
	dict_put(ev->a, m.dict, TEXT("sections"), sections(ev));
	return m;
}

/* An element of a list is known by its id, or the question it answers, or its
 * number. */
static struct text
step_name(struct eval *ev, const struct value *v, size_t n)
{
	struct text id = value_text(v, "id");

	if (v->key.n)
		return v->key;
	if (id.n == 0)
		id = value_text(v, "question");
	return id.n ? id : text_fmt(ev->a, "%zu", n);
}

/* The path from `at` down to v: by keys, but within a list's element no
 * further. */
static bool
find(struct eval *ev, const struct value *at, const struct value *v,
    struct text *path, unsigned depth)
{
	size_t n = 1;

	if (at == v)
		return true;
	if (depth > AST_DEPTH)
		return false;
	for (const struct value *c = at->child; c; c = c->next, n++) {
		struct text below = TEXT("");
		if (!find(ev, c, v, &below, depth + 1))
			continue;
		*path = step_name(ev, c, n);
		bool element = at->kind == VALUE_LIST;
		if (below.n && !(element && c->kind == VALUE_MAP))
			*path = text_fmt(ev->a, "%.*s/%.*s", TEXT_ARG(*path),
			    TEXT_ARG(below));
		return true;
	}
	return false;
}

struct text
context_scope(struct eval *ev, const struct value *v)
{
	struct text path = TEXT("");

	if (!v)
		return ev->frame->id;
	if (!find(ev, ev->kase->facts, v, &path, 0) && ev->kase->expert
	    && find(ev, ev->kase->expert, v, &path, 0))
		path = text_join(ev->a, TEXT("expert/"), path);
	return path;
}
