/*
 * Citations in a note style (CSL 1.0.2, class="note"), as Pandoc has them:
 * a group becomes a note; "@key" leaves the author's name in the sentence and
 * puts the rest, without the name, into a note right behind it.
 */
#include "number/count.h"

#include <string.h>

static const struct cite_item *
items_copy(struct count *c, const struct cite_item *from, struct place where)
{
	struct cite_item *head = NULL, *last = NULL;

	for (; from; from = from->next) {
		struct cite_item *it = arena_make(c->a, struct cite_item);
		struct node before = {0}, after = {0};
		*it = *from;
		count_list(c, from->prefix, &before, where);
		count_list(c, from->suffix, &after, where);
		it->prefix = before.child;
		it->suffix = after.child;
		it->next = NULL;
		if (last)
			last->next = it;
		else
			head = it;
		last = it;
	}
	return head;
}

void
notes_number(struct count *c, struct node *note)
{
	note->number = text_fmt(c->a, "%d", ++c->marks);
	label_target(c, note, note->number, "fn", "note");
}

/* The sentence keeps the name alone; its note has the work without it. */
static struct node *
split_narrative(struct count *c, struct node *cite)
{
	struct node *rest = node_copy(c->a, cite);
	struct cite_item *name = arena_make(c->a, struct cite_item);
	struct cite_item *work = arena_make(c->a, struct cite_item);

	*name = *work = *cite->cites;
	name->prefix = name->suffix = NULL;
	name->next = NULL;
	work->suppress_author = true;
	cite->cites = name;
	rest->cites = work;
	rest->flags &= ~(unsigned)NODE_NARRATIVE;
	return rest;
}

void
notes_cite(struct count *c, struct node *cite, struct node *parent,
    struct place where)
{
	bool wrap = c->notes && !where.note;
	bool narrative = cite->flags & NODE_NARRATIVE;
	struct node *note = NULL, *para, *inner = cite;

	if (wrap) {
		note = node_new(c->a, NODE_NOTE, TEXT(""), cite->pos);
		notes_number(c, note);
		where.note = true;
	}
	cite->cites = items_copy(c, cite->cites, where);
	if (narrative && wrap && cite->cites)
		inner = split_narrative(c, cite);
	if (!wrap || inner != cite)
		node_append(parent, cite);
	if (!wrap)
		return;
	para = node_add(c->a, note, NODE_PARA, TEXT(""), cite->pos);
	node_append(para, inner);
	node_append(parent, note);
}

static size_t
any_of(struct text t, size_t i, const char *const *these)
{
	for (; *these; these++)
		if (text_starts(text_sub(t, i, t.n), text_of(*these)))
			return strlen(*these);
	return 0;
}

/* What of the words stands before a note mark: quotation marks that close and
 * at least one stop, comma, colon, semicolon or other end of a sentence. */
static size_t
punctuation(struct text t)
{
	static const char *const stops[] = {".", ",", ";", ":", "!", "?",
	    "\u2026", NULL};
	static const char *const quotes[] = {"\u201d", "\u2019", NULL};
	size_t i = 0, n;
	bool stop = false;

	while ((n = any_of(t, i, quotes)))
		i += n;
	while ((n = any_of(t, i, stops))) {
		i += n;
		stop = true;
	}
	while (stop && (n = any_of(t, i, quotes)))
		i += n;
	return stop ? i : 0;
}

static bool
own_words(const struct node *n)
{
	return n && n->kind == NODE_TEXT && !n->fact.src;
}

/* A blank in front of a note mark goes; true: nothing is left of the node. */
static bool
drop_blank(struct node *n)
{
	if (own_words(n))
		while (n->text.n && n->text.s[n->text.n - 1] == ' ')
			n->text.n--;
	return n->kind == NODE_SPACE || (own_words(n) && !n->text.n);
}

/* How many bytes of the source became the first `len` of n's words: a mark that
 * is not as it was typed was one character there (three for an ellipsis). */
static size_t
typed(const struct node *n, size_t len)
{
	size_t at = 0, from;

	for (size_t i = 0; i < len;) {
		from = i;
		uint32_t cp = text_next(n->text, &i);
		struct text one = text_sub(n->text, from, i);
		struct text src = {0};
		if (n->pos.src && n->pos.off + at < n->pos.src->body.n)
			src = text_sub(n->pos.src->body, n->pos.off + at,
			    n->pos.src->body.n);
		if (text_starts(src, one))
			at += one.n;
		else
			at += cp == 0x2026 ? 3 : 1;
	}
	return at;
}

/* Append the notes from `n` on, after the punctuation behind them; returns
 * what comes next. */
static struct node *
append_notes(struct count *c, struct node *list, struct node *n)
{
	struct node *after = n;
	size_t len = 0;

	while (after
	    && (after->kind == NODE_NOTE
		|| (after->next && after->next->kind == NODE_NOTE
		    && drop_blank(after))))
		after = after->next;
	if (own_words(after))
		len = punctuation(after->text);
	if (len) {
		struct node *stop = node_copy(c->a, after);
		size_t n_typed = typed(after, len), all = after->pos.len;
		stop->text.n = len;
		stop->pos.len = (uint32_t)n_typed;
		node_append(list, stop);
		after->text = text_sub(after->text, len, after->text.n);
		after->pos = pos_sub(after->pos, n_typed,
		    all > n_typed ? all - n_typed : 0);
	}
	while (n != after) {
		struct node *next = n->next;
		n->next = NULL;
		if (n->kind == NODE_NOTE)
			node_append(list, n);
		n = next;
	}
	if (after && after->kind == NODE_TEXT && !after->text.n)
		after = after->next;
	return after;
}

void
notes_punctuation(struct count *c, struct node *parent)
{
	struct node list = {0};

	for (struct node *n = parent->child, *next; n; n = next) {
		if (n->kind == NODE_NOTE) {
			next = append_notes(c, &list, n);
			continue;
		}
		next = n->next;
		if (next && next->kind == NODE_NOTE && drop_blank(n))
			continue;
		n->next = NULL;
		node_append(&list, n);
	}
	parent->child = list.child;
	parent->last = list.last;
}
