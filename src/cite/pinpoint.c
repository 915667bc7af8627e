#include "cite/pinpoint.h"

#include "cite/locator.h"
#include "cite/number.h"

/* Which of the tags stand below. */
struct marks {
	unsigned locators, labels;
};

static struct marks
marks_of(const struct out *o)
{
	struct marks m = {o->tag == TAG_LOCATOR, o->tag == TAG_LABEL};

	if (m.locators || m.labels)
		return m;
	for (const struct out *c = o->child; c; c = c->next) {
		struct marks below = marks_of(c);
		m.locators += below.locators;
		m.labels += below.labels;
	}
	return m;
}

/* The smallest part that has all of the locator and its label. */
static struct out *
part_of(struct out *o, struct marks all)
{
	for (struct out *c = o->child; c; c = c->next) {
		struct marks m = marks_of(c);
		if (m.locators == all.locators && m.labels == all.labels)
			return part_of(c, all);
	}
	return o;
}

static bool
is_marked(const struct out *o)
{
	struct marks m = marks_of(o);

	return m.locators || m.labels;
}

/* A part may hold words that are none of the locator's: those around its
 * label and its number go, and with them what surrounds all of it. */
static struct out *
alone_in(struct arena *a, const struct out *part)
{
	struct out *o = out_group(a), *last = NULL;
	bool all = true;

	*o = *part;
	o->next = NULL;
	if (part->kind != OUT_GROUP || part->tag == TAG_LOCATOR)
		return o;
	o->child = o->last = NULL;
	for (struct out *c = part->child; c; c = c->next) {
		all = all && is_marked(c);
		last = is_marked(c) ? c : last;
	}
	for (struct out *c = part->child, *next; c; c = next) {
		next = c == last ? NULL : c->next;
		if (!o->child && !is_marked(c))
			continue;
		struct out *copy = out_group(a);
		*copy = *c;
		copy->next = NULL;
		out_append(o, copy);
	}
	if (!all)
		o->prefix = o->suffix = TEXT("");
	return o;
}

/* The last child of a part that is marked, when others follow it: what comes
 * behind the locator comes there.  Else the part. */
static struct out *
end_of(struct out *part)
{
	struct out *last = NULL;

	if (part->kind != OUT_GROUP || part->tag == TAG_LOCATOR)
		return part;
	for (struct out *c = part->child; c; c = c->next)
		last = is_marked(c) ? c : last;
	return last && last->next ? last : part;
}

/* The first node of the locator itself, below a part. */
static struct out *
locator_in(struct out *o)
{
	if (o->tag == TAG_LOCATOR)
		return o;
	for (struct out *c = o->child; c; c = c->next) {
		struct out *found = locator_in(c);
		if (found)
			return found;
	}
	return NULL;
}

/* Blanks and marks that part the locator from its neighbours, no brackets. */
static bool
parts(char c)
{
	return c == ' ' || c == ',' || c == ';' || c == ':';
}

static struct text
no_front(struct text t)
{
	while (t.n && parts(t.s[0]))
		t = text_sub(t, 1, t.n);
	return t;
}

static bool
only_parts(struct text t)
{
	return no_front(t).n == 0;
}

/* Nothing that the style prints says what is counted: "12", not "[12]". */
static bool
is_bare(struct arena *a, const struct out *part, struct marks m,
    struct text value)
{
	struct text words = out_words(a, part);

	return m.labels == 0 && only_parts(part->prefix)
	    && only_parts(part->suffix) && words.n && value.n
	    && words.s[0] == value.s[0];
}

/* The term of the label, as short as it goes, before the number. */
static void
add_term(struct render *r, struct out *part)
{
	const struct cite_words *c = r->cite;
	struct out *o = locator_in(part), *inner;
	struct text term;

	if (!o
	    || !label_term(r->a, r->rules->terms, c->label, FORM_SHORT,
		number_is_plural(r->rules->terms, c->locator), &term))
		return;
	inner = out_group(r->a);
	*inner = *o;
	inner->prefix = inner->suffix = TEXT("");
	inner->next = NULL;
	o->kind = OUT_GROUP;
	o->child = o->last = NULL;
	struct out *word = out_text(r->a, term);
	if (r->rules->undotted)
		out_strip_periods(r->a, word);
	o->tag = TAG_NONE;
	out_append(o, word);
	out_append(o, out_text(r->a, TEXT(" ")));
	out_append(o, inner);
}

/* What the style would print for this pinpoint alone, without what parts it
 * from its neighbours; NULL: nothing. */
static struct out *
alone(struct render *r, const struct rule *layout, const struct pinpoint *p,
    struct text before)
{
	const struct cite_words *whole = r->cite;
	struct cite_words c = *whole;

	c.label = p->label;
	c.locator = p->value;
	r->cite = &c;
	struct out *o = render_layout(r, layout);
	struct marks m = o ? marks_of(o) : (struct marks){0};
	struct out *part = m.locators ? part_of(o, m) : NULL;
	if (part) {
		part = alone_in(r->a, part);
		bool same = label_eq(before, p->label);
		part->prefix = no_front(part->prefix);
		part->suffix =
		    only_parts(part->suffix) ? TEXT("") : part->suffix;
		if (!same && is_bare(r->a, part, m, p->value))
			add_term(r, part);
	}
	r->cite = whole;
	return part;
}

/* The words of a further pinpoint that the style has no place for. */
static struct out *
typed(struct render *r, const struct pinpoint *p)
{
	struct text term = TEXT("");

	label_term(r->a, r->rules->terms, p->label, FORM_SHORT,
	    number_is_plural(r->rules->terms, p->value), &term);
	return out_text(r->a,
	    text_fmt(r->a, "%.*s%s%.*s", TEXT_ARG(term), term.n ? " " : "",
		TEXT_ARG(p->value)));
}

/* A part that can take more behind it. */
static struct out *
open_part(struct render *r, struct out *part)
{
	struct out *first = out_group(r->a);

	*first = *part;
	first->next = NULL;
	first->prefix = no_front(part->prefix);
	struct text front =
	    text_sub(part->prefix, 0, part->prefix.n - first->prefix.n);
	struct out *next = part->next;
	*part = (struct out){.kind = OUT_GROUP, .prefix = front, .next = next};
	if (only_parts(first->suffix)) {
		part->suffix = first->suffix;
		first->suffix = TEXT("");
	}
	out_append(part, first);
	return part;
}

static void
add_more(struct render *r, const struct rule *layout,
    const struct cite_words *c, struct out *part)
{
	struct text before = c->label;
	struct text dash = term_text(r->rules->terms, "page-range-delimiter");

	part = open_part(r, part);
	for (size_t i = 0; i < c->nmore; i++) {
		const struct pinpoint *p = &c->more[i];
		struct out *o = alone(r, layout, p, before);
		bool range = text_is(p->joint, "-");
		out_append(part, out_text(r->a, range ? dash : p->joint));
		out_append(part, o ? o : typed(r, p));
		before = p->label;
	}
}

void
pinpoint_mend(struct render *r, const struct rule *layout,
    struct cite_words *cite, struct out *o)
{
	struct marks m = o ? marks_of(o) : (struct marks){0};

	cite->lost =
	    cite->locator.n && cite->position != POSITION_IBID && !m.locators;
	if (!m.locators)
		return;
	struct out *part = part_of(o, m);
	bool bare = is_bare(r->a, part, m, cite->locator);
	if (bare && label_is_ours(cite->label))
		add_term(r, part);
	else
		cite->unlabelled =
		    bare && cite->label.n && !text_is(cite->label, "page");
	if (cite->nmore)
		add_more(r, layout, cite, end_of(part));
}
