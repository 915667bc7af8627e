#include "cite/process.h"

#include "base/uni.h"
#include "cite/collapse.h"
#include "cite/pinpoint.h"
#include "cite/position.h"
#include "cite/sort.h"

struct render
process_render(const struct process *p, const struct area *area, struct work *w,
    const struct cite_words *cite)
{
	return (struct render){.a = p->pass,
	    .keep = p->a,
	    .rules = p->rules,
	    .area = area,
	    .work = w,
	    .cite = cite};
}

struct out *
process_names(struct out *o, bool instead)
{
	if (o->tag == TAG_NAMES || (instead && o->tag == TAG_INSTEAD))
		return o;
	for (struct out *c = o->child; c; c = c->next) {
		struct out *found = process_names(c, instead);
		if (found)
			return found;
	}
	return NULL;
}

void
process_empty(struct out *o)
{
	o->kind = OUT_GROUP;
	o->child = o->last = NULL;
	o->text = TEXT("");
}

/* A part of a tree that stands alone: without what follows it there. */
static struct out *
alone(struct arena *a, const struct out *o)
{
	struct out *copy = out_group(a);

	*copy = *o;
	copy->next = NULL;
	return copy;
}

static struct cited
one_cite(struct process *p, struct cite_words *c)
{
	const struct area *area = &p->rules->citation;
	struct render r = process_render(p, area, c->work, c);
	struct cited d = {.cite = c};

	d.o = render_layout(&r, &area->layout);
	pinpoint_mend(&r, &area->layout, c, d.o);
	c->blank = !d.o || out_empty(d.o);
	if (c->blank)
		return d;
	struct out *author = process_names(d.o, false);
	if (c->author_only && author)
		d.o = alone(p->pass, author);
	else if (c->suppress_author && author)
		process_empty(author);
	d.names = process_names(d.o, true);
	if (d.names)
		d.who = out_words(p->pass, d.names);
	return d;
}

/* The last mark of a text that ends a sentence, closing quotes passed over. */
static bool
ends_sentence(struct text t)
{
	static const char *const quotes[] = {"\"", "'", "\u201d", "\u2019",
	    "\u00bb", NULL};

	t = text_trim(t);
	for (size_t i = 0; quotes[i]; i++)
		if (text_ends(t, text_of(quotes[i]))) {
			t.n -= strlen(quotes[i]);
			i = (size_t)-1;
		}
	return text_ends(t, TEXT(".")) || text_ends(t, TEXT("!"))
	    || text_ends(t, TEXT("?"));
}

/* Whether a cite begins a sentence: "ibid" is "Ibid" there.  A single word
 * with a full stop ("cf.") is no sentence. */
static bool
begins(struct process *p, const struct cited *c, struct text before)
{
	if (!c->cite->prefix)
		return ends_sentence(before);
	struct text words = text_trim(out_words(p->pass, c->cite->prefix));
	return text_findc(words, 0, ' ') < words.n && ends_sentence(words);
}

static bool
has_letter(struct text t)
{
	size_t i = 0;

	while (i < t.n)
		if (uni_class(text_next(t, &i)) == UNI_LETTER)
			return true;
	return false;
}

/* A term at the very beginning gets a capital, unless the style itself says
 * how it is to be written. */
static bool
raise_term(struct arena *a, struct out *o, bool in_term, enum uni_lang lang)
{
	if (o->kind == OUT_NODE || has_letter(o->prefix))
		return true;
	if (o->tag == TAG_TERM && o->format.textcase)
		return true;
	in_term |= o->tag == TAG_TERM;
	if (o->kind == OUT_TEXT && o->text.n) {
		if (in_term)
			out_case(a, o, CASE_FIRST, lang);
		return true;
	}
	for (struct out *c = o->child; c; c = c->next)
		if (raise_term(a, c, in_term, lang))
			return true;
	return false;
}

static bool
is_mark(char c)
{
	return c == ',' || c == '.' || c == ';' || c == ':' || c == '?'
	    || c == '!';
}

/* What stands between two cites: nothing where the second one's prefix brings
 * its own mark; a mark is not put behind a suffix that ends in one. */
static struct text
between(struct process *p, const struct cited *x, const struct cited *y)
{
	struct text d = x->delimiter, words;

	if (y->cite->prefix) {
		words = out_words(p->pass, y->cite->prefix);
		if (words.n && is_mark(words.s[0]))
			return TEXT("");
	}
	if (x->cite->suffix && d.n && is_mark(d.s[0])) {
		words = text_trim(out_words(p->pass, x->cite->suffix));
		if (words.n && is_mark(words.s[words.n - 1]))
			return text_sub(d, 1, d.n);
	}
	return d;
}

static void
join_one(struct process *p, struct out *all, const struct cited *c)
{
	if (c->cite->prefix)
		out_append(all, alone(p->pass, c->cite->prefix));
	out_append(all, alone(p->pass, c->o));
	if (c->cite->suffix)
		out_append(all, alone(p->pass, c->cite->suffix));
}

/* NULL: nothing is printed. */
static struct out *
join(struct process *p, const struct cluster *k, const struct cited_list *l)
{
	struct out *all = out_group(p->pass);
	const struct cited *last = NULL;
	bool note = p->rules->style->note;

	for (size_t i = 0; i < l->n; i++) {
		struct cited *c = &l->at[i];
		if (c->hidden || !c->o || out_empty(c->o))
			continue;
		struct text d = last ? between(p, last, c) : TEXT("");
		if (note
		    && (last ? begins(p, c, d)
			     : !k->inside
				&& (!c->cite->prefix || begins(p, c, d))))
			raise_term(p->pass, c->o, false,
			    uni_lang_of(p->rules->style->lang));
		out_append(all, out_text(p->pass, d));
		join_one(p, all, c);
		last = c;
	}
	return last ? all : NULL;
}

struct out *
process_cluster(struct process *p, struct cluster *k)
{
	const struct rule *layout = &p->rules->citation.layout;
	struct cited_list l = {0};
	bool names_only = k->n == 1 && k->cites[0].author_only;

	sort_cites(p, k);
	l.at = arena_alloc(p->pass, (k->n + 1) * sizeof(*l.at));
	for (; l.n < k->n; l.n++) {
		if (!names_only)
			position_place(p, k, l.n);
		l.at[l.n] = one_cite(p, &k->cites[l.n]);
	}
	collapse(p, &l);
	struct out *o = join(p, k, &l), *whole = out_group(p->pass);
	if (!o || names_only)
		return o;
	if (!p->rules->style->note || !k->note || k->ends) {
		out_append(whole, out_text(p->pass, layout->prefix));
		out_append(whole, o);
		out_append(whole, out_text(p->pass, layout->suffix));
	} else {
		out_append(whole, o);
	}
	whole->format = layout->format;
	return whole;
}
