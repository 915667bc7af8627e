#include "cite/cites.h"

#include "cite/aside.h"
#include "cite/warn.h"

static const struct reference *
reference_of(const struct cites *s, struct text key)
{
	const struct reference *r = reference_at(s->kase->references, key);

	return r ? r : reference_at(s->lib->references, key);
}

struct work *
cites_work(struct cites *s, struct text key)
{
	const struct reference *ref = reference_of(s, key);
	struct work *w = map_at(&s->works, key);

	if (w || !ref)
		return w;
	w = work_new(s->a, s->p.rules, ref);
	map_put(s->a, &s->works, ref->id, w);
	array_push(s->a, &s->p.works, w);
	return w;
}

static struct out *
span_out(struct cites *s, const struct node *n)
{
	if (n->kind == NODE_TEXT)
		return out_text(s->p.pass, n->text);
	if (n->kind == NODE_SPACE)
		return out_text(s->p.pass, TEXT(" "));
	struct out *o = out_group(s->p.pass);
	o->kind = OUT_NODE;
	o->node = n;
	return o;
}

/* The leading words of spans, and the first span behind them. */
static struct text
leading(struct cites *s, const struct node **n)
{
	struct buf b = {.a = s->a};

	for (; *n; *n = (*n)->next) {
		if ((*n)->kind == NODE_TEXT)
			buf_add(&b, (*n)->text);
		else if ((*n)->kind == NODE_SPACE)
			buf_addc(&b, ' ');
		else
			break;
	}
	return buf_text(&b);
}

static struct out *
prefix_of(struct cites *s, const struct node *n)
{
	struct out *o = out_group(s->p.pass);

	for (; n; n = n->next)
		out_append(o, span_out(s, n));
	if (out_empty(o))
		return NULL;
	struct text words = out_words(s->p.pass, o);
	if (!text_ends(words, TEXT(" ")))
		out_append(o, out_text(s->p.pass, TEXT(" ")));
	return o;
}

/* The further pinpoints as one text, which "ibid" compares. */
static struct text
rest_of(struct arena *a, const struct locator *l)
{
	struct buf b = {.a = a};

	for (size_t i = 1; i < l->at.n; i++)
		buf_fmt(&b, "%.*s\t%.*s\t", TEXT_ARG(l->at.at[i].label),
		    TEXT_ARG(l->at.at[i].value));
	return buf_text(&b);
}

static void
set_locator(struct cites *s, const struct locator *l, struct cite_words *c)
{
	if (l->at.n == 0)
		return;
	c->label = l->at.at[0].label;
	c->locator = l->at.at[0].value;
	c->more = l->at.at + 1;
	c->nmore = l->at.n - 1;
	c->rest = rest_of(s->a, l);
}

static void
suffix_of(struct cites *s, const struct cite_item *it, struct cite_words *c)
{
	const struct node *rest = it->suffix;
	struct text words = leading(s, &rest);
	struct locator l = locator_of(s->a, s->labels, words);
	struct out *o = out_group(s->p.pass);

	if (l.unknown.n)
		warn_label(s, it, l.unknown, (size_t)(l.unknown.s - words.s));
	c->pos = l.at.n ? warn_place(it, l.from, l.end) : it->pos;
	set_locator(s, &l, c);
	words = text_sub(words, l.end, words.n);
	if (words.n && words.s[0] != ' ' && words.s[0] != ',' && !l.end)
		words = text_join(s->p.pass, TEXT(" "), words);
	out_append(o, out_text(s->p.pass, words));
	for (; rest; rest = rest->next)
		out_append(o, span_out(s, rest));
	c->suffix = out_empty(o) ? NULL : o;
}

static void
missing_work(struct cites *s, const struct cite_item *it, struct node *into)
{
	warn_key(s, it);
	node_add(s->a, into, NODE_TEXT,
	    text_fmt(s->a, "[@%.*s]", TEXT_ARG(it->key)), it->pos);
}

unsigned
cites_note_number(const struct cites *s)
{
	int number = 0;

	if (s->note)
		text_int(s->note->number, &number);
	return (unsigned)number;
}

void
cites_write(struct cites *s, const struct node *n, struct node *into)
{
	ARRAY(struct cite_words) cites = {0};
	struct cluster k = {.ends = s->ends,
	    .mixed = s->mixed,
	    .inside = !s->note || !s->begins};

	if (s->note) {
		k.note = cites_note_number(s);
		k.note_label = s->note->label;
	}
	for (const struct cite_item *it = n->cites; it; it = it->next) {
		struct cite_words c = {.work = cites_work(s, it->key)};
		if (!c.work) {
			missing_work(s, it, into);
			continue;
		}
		c.suppress_author = it->suppress_author;
		c.author_only = (n->flags & NODE_NARRATIVE) && !s->note
		    && s->p.rules->style->note;
		c.prefix = prefix_of(s, it->prefix);
		suffix_of(s, it, &c);
		k.mixed |=
		    aside_in_spans(it->prefix) || aside_in_spans(it->suffix);
		array_push(s->p.pass, &cites, c);
	}
	k.cites = cites.at;
	k.n = cites.n;
	struct out *o = process_cluster(&s->p, &k);
	warn_lost(s, &k);
	if (!o)
		return;
	struct flat f = flat_of(s->p.pass, s->p.rules->terms, o);
	flat_nodes(s->a, s->p.pass, &f, into);
}
