/*
 * A reference is looked up as it was written and without its prefix, for both
 * {#par-arrests} and {#arrests} are usual: first in the file it stands in, then
 * in the whole report, then as the end of one label only ("detention/arrests").
 */
#include "base/near.h"
#include "number/count.h"

struct suffix {
	struct target *first, *second; /* second: the name is ambiguous */
};

void
label_target(struct count *c, struct node *n, struct text ref, const char *kind,
    const char *name)
{
	struct target *t = arena_make(c->a, struct target);

	*t = (struct target){n, ref, kind, name};
	array_push(c->a, &c->targets, t);
}

/* The word for a thing, from the profile's `words:`. */
struct text
label_word(const struct count *c, const char *name)
{
	static const char *const english[][2] = {{"table", "Table"},
	    {"figure", "Figure"}, {"appendix", "Appendix"}, {"note", "n"}};
	const struct value *words =
	    c->profile ? value_key(c->profile->root, TEXT("words")) : NULL;
	struct text own = value_text(words, name);

	if (own.n)
		return own;
	for (size_t i = 0; i < sizeof(english) / sizeof(*english); i++)
		if (text_is(text_of(name), english[i][0]))
			return text_of(english[i][1]);
	return text_of(name);
}

static struct pos
written(const struct node *n)
{
	return n->labelpos.src ? n->labelpos : n->pos;
}

static void
add_suffixes(struct count *c, struct target *t)
{
	struct text label = t->node->label;
	size_t at = 0;

	for (unsigned depth = 0; depth < 8; depth++) {
		at = text_findc(label, at, '/');
		if (at++ == label.n)
			return;
		struct text end = text_sub(label, at, label.n);
		void **slot = map_slot(c->a, &c->by_suffix, end);
		struct suffix *s = *slot;
		if (!s) {
			*slot = s = arena_make(c->a, struct suffix);
			s->first = t;
		} else if (!s->second) {
			s->second = t;
		}
	}
}

static void
add_label(struct count *c, struct target *t)
{
	void **slot = map_slot(c->a, &c->by_label, t->node->label);
	struct target *first = *slot;

	if (first) {
		struct finding *f =
		    diag(c->d, LEVEL_ERROR, "LABEL-01", written(t->node),
			"label given twice: %.*s", TEXT_ARG(t->node->label));
		finding_remark(c->d, f, "label", written(first->node),
		    "the first one");
		return;
	}
	*slot = t;
	map_put(c->a, c->labels, t->node->label, t->node);
	add_suffixes(c, t);
}

static void
make_label(struct count *c, struct target *t, const char *prefix, int n)
{
	struct node *at = t->node;
	struct text number = text_fmt(c->a, "%d", n);

	if (at->kind == NODE_PARA)
		number = at->number;
	at->label = text_fmt(c->a, "%s.%.*s", prefix, TEXT_ARG(number));
	while (map_at(&c->by_label, at->label))
		at->label = text_fmt(c->a, "%.*s-", TEXT_ARG(at->label));
	map_put(c->a, &c->by_label, at->label, t);
	map_put(c->a, c->labels, at->label, at);
}

/* Names for what has none: "par.12" is paragraph 12. */
static void
make_labels(struct count *c)
{
	static const char *const kinds[][2] = {{"par", "par"}, {"item", "item"},
	    {"sec", "sec"}, {"app", "app"}, {"tbl", "tbl"}, {"fig", "fig"},
	    {"fn", "note"}, {"div", "div"}};
	int n[sizeof(kinds) / sizeof(*kinds)] = {0};

	for (size_t i = 0; i < c->targets.n; i++) {
		struct target *t = c->targets.at[i];
		for (size_t k = 0; k < sizeof(kinds) / sizeof(*kinds); k++) {
			if (!text_is(text_of(t->kind), kinds[k][0]))
				continue;
			n[k]++;
			if (!t->node->label.n)
				make_label(c, t, kinds[k][1], n[k]);
		}
	}
}

/* "par-arrests": the kind "par", and the name behind it. */
static struct text
without_prefix(struct text label, struct text *kind)
{
	size_t dash = text_findc(label, 0, '-');

	*kind = text_sub(label, 0, dash);
	return text_sub(label, dash + 1, label.n);
}

static bool
fits(const struct target *t, struct text kind)
{
	return text_is(kind, t->kind)
	    || (text_is(kind, "par") && text_of(t->kind).s[0] == 'i')
	    || (text_is(kind, "sec") && text_is(text_of(t->kind), "div"));
}

/* What a search has found: the best so far, and whether it is the right kind
 * of thing. */
struct search {
	struct text kind;
	struct target *found; /* of the right kind */
	struct target *other; /* of another */
	struct suffix *ambiguous;
};

static void
offer(struct search *s, struct target *t)
{
	if (t && !s->found && fits(t, s->kind))
		s->found = t;
	else if (t && !s->other)
		s->other = t;
}

static void
look_up(struct count *c, const struct node *x, struct search *s)
{
	struct text scope = node_attr(x, "scope"), name[2];

	name[0] = x->text;
	name[1] = without_prefix(x->text, &s->kind);
	for (size_t i = 0; i < 2 && scope.n && !s->found; i++)
		offer(s,
		    map_at(&c->by_label,
			text_fmt(c->a, "%.*s/%.*s", TEXT_ARG(scope),
			    TEXT_ARG(name[i]))));
	for (size_t i = 0; i < 2 && !s->found; i++)
		offer(s, map_at(&c->by_label, name[i]));
	for (size_t i = 0; i < 2 && !s->found; i++) {
		struct suffix *end = map_at(&c->by_suffix, name[i]);
		if (end && end->second)
			s->ambiguous = end;
		else if (end)
			offer(s, end->first);
	}
}

static void
suggest(struct count *c, struct finding *f, const struct search *s,
    struct text name)
{
	struct near near = near_to(name);

	for (size_t i = 0; i < c->targets.n; i++) {
		const struct target *t = c->targets.at[i];
		struct text label = t->node->label, kind;
		if (!fits(t, s->kind) || !t->node->labelpos.src)
			continue;
		near_offer(&near, label);
		for (size_t at = 0; at < label.n;) {
			at = text_findc(label, at, '/') + 1;
			if (at < label.n)
				near_offer(&near, text_sub(label, at, label.n));
		}
		if (text_starts(label, s->kind))
			near_offer(&near, without_prefix(label, &kind));
	}
	if (near.best.n)
		finding_hint(c->d, f, "did you mean @%.*s-%.*s?",
		    TEXT_ARG(s->kind), TEXT_ARG(near.best));
}

static void
not_found(struct count *c, const struct node *x, const struct search *s)
{
	struct text kind, name = without_prefix(x->text, &kind);
	struct finding *f;

	if (s->ambiguous) {
		f = diag(c->d, LEVEL_ERROR, "LABEL-04", x->pos,
		    "reference that fits several labels: %.*s",
		    TEXT_ARG(x->text));
		finding_remark(c->d, f, "label",
		    written(s->ambiguous->first->node), "%.*s",
		    TEXT_ARG(s->ambiguous->first->node->label));
		finding_remark(c->d, f, "label",
		    written(s->ambiguous->second->node), "%.*s",
		    TEXT_ARG(s->ambiguous->second->node->label));
	} else if (s->other) {
		f = diag(c->d, LEVEL_ERROR, "LABEL-03", x->pos,
		    "reference to another kind of thing: %.*s",
		    TEXT_ARG(x->text));
		finding_hint(c->d, f, "write @%s-%.*s", s->other->kind,
		    TEXT_ARG(name));
		finding_remark(c->d, f, "label", written(s->other->node),
		    "is a %s", s->other->name);
	} else {
		f = diag(c->d, LEVEL_ERROR, "LABEL-02", x->pos,
		    "reference to nothing: %.*s", TEXT_ARG(x->text));
		if (c->suggested++ < 50) /* each looks at every label */
			suggest(c, f, s, name);
	}
}

static struct text
capital(struct arena *a, struct text t, bool wanted)
{
	if (!wanted || !t.n || t.s[0] < 'a' || t.s[0] > 'z')
		return t;
	return text_fmt(a, "%c%.*s", t.s[0] - 32,
	    TEXT_ARG(text_sub(t, 1, t.n)));
}

/* "paragraph 12", "Table 2", the number alone, or a heading's words.  The
 * blank is one that does not break (U+00A0). */
static struct text
words(struct count *c, const struct node *x, const struct target *t)
{
	bool big = x->flags & NODE_CAPITAL;
	struct text number = t->ref, word = label_word(c, t->name);

	if (!number.n)
		number = text_fmt(c->a, "\u201c%.*s\u201d",
		    TEXT_ARG(node_words(c->a, t->node)));
	if (big && text_is(word, "n"))
		word = TEXT("note"); /* no sentence begins with "N 12" */
	size_t blank = text_starts(number, word) ? word.n : number.n;
	if (blank < number.n && number.s[blank] == ' ')
		number = text_sub(number, blank + 1, number.n);
	if (x->flags & NODE_BARE)
		return number;
	return text_fmt(c->a, "%.*s\u00a0%.*s",
	    TEXT_ARG(capital(c->a, word, big)), TEXT_ARG(number));
}

static void
resolve(struct count *c, struct node *x)
{
	struct search s = {0};
	struct text shown;

	look_up(c, x, &s);
	x->attrs = NULL;
	if (!s.found) {
		not_found(c, x, &s);
		node_add(c->a, x, NODE_TEXT,
		    text_fmt(c->a, "[%.*s]", TEXT_ARG(x->text)), x->pos);
		return;
	}
	if (!s.found->ref.n && s.found->node->kind != NODE_HEADING) {
		struct finding *f = diag(c->d, LEVEL_ERROR, "LABEL-05", x->pos,
		    "reference to a %s without a number: %.*s", s.found->name,
		    TEXT_ARG(x->text));
		finding_remark(c->d, f, "label", written(s.found->node),
		    "not counted here");
	}
	shown = words(c, x, s.found);
	x->text = s.found->node->label;
	node_add(c->a, x, NODE_TEXT, shown, x->pos);
}

void
label_resolve(struct count *c)
{
	for (size_t i = 0; i < c->targets.n; i++)
		if (c->targets.at[i]->node->label.n)
			add_label(c, c->targets.at[i]);
	make_labels(c);
	for (size_t i = 0; i < c->xrefs.n; i++)
		resolve(c, c->xrefs.at[i]);
}
