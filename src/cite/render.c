#include "cite/render.h"
#include "cite/collate.h"
#include "cite/extend.h"
#include "cite/label.h"
#include "cite/number.h"
#include "cite/particle.h"
#include "cite/trigraph.h"

enum { RENDER_DEPTH = 120 };

static const struct name_list *
split_names(struct arena *a, const struct name_list *from)
{
	struct name_list *l = arena_make(a, struct name_list);

	l->var = from->var;
	l->at = arena_alloc(a, (from->n + 1) * sizeof(*l->at));
	for (; l->n < from->n; l->n++)
		l->at[l->n] = particle_split(&from->at[l->n]);
	return l;
}

struct work *
work_new(struct arena *a, const struct rules *r, const struct reference *ref)
{
	struct work *w = arena_make(a, struct work);
	size_t n = r->var_names.n;
	const int *at;

	w->ref = ref;
	w->type = rules_type(r, ref->type);
	w->var = arena_alloc(a, n * sizeof(*w->var));
	w->names = arena_alloc(a, n * sizeof(*w->names));
	w->dates = arena_alloc(a, n * sizeof(*w->dates));
	w->printed = arena_alloc(a, n * sizeof(*w->printed));
	for (size_t i = 0; i < ref->fields.n; i++)
		if ((at = map_at(&r->vars, ref->fields.at[i].var)))
			w->var[*at] = ref->fields.at[i].text;
	for (size_t i = 0; i < ref->names.n; i++)
		if ((at = map_at(&r->vars, ref->names.at[i].var)))
			w->names[*at] = split_names(a, &ref->names.at[i]);
	for (size_t i = 0; i < ref->dates.n; i++)
		if ((at = map_at(&r->vars, ref->dates.at[i].var)))
			w->dates[*at] = &ref->dates.at[i];
	struct text lang = w->var[r->language];
	w->lang = uni_lang_of(lang.n ? lang : r->style->lang);
	return w;
}

/* page-first: what of `page` stands before a dash, comma or ampersand. */
static struct text
page_first(struct text page)
{
	size_t i = 0;

	while (i < page.n && page.s[i] != '-' && page.s[i] != ','
	    && page.s[i] != '&' && page.s[i] != ' '
	    && !text_starts(text_sub(page, i, page.n), TEXT("\u2013")))
		i++;
	return text_sub(page, 0, i);
}

/* "first-reference-note-number"; works that differ in it are not ambiguous
 * (CSL 1.0.2, "Disambiguation"), so that it is known before its cite. */
static struct text
first_note(const struct render *c)
{
	unsigned n = c->comparing ? c->work->note : c->work->first_note;

	return c->cite && n && c->cite->position != POSITION_FIRST
	    ? text_fmt(c->a, "%u", n)
	    : TEXT("");
}

struct text
render_var(const struct render *c, int var, bool short_form)
{
	const struct rules *r = c->rules;
	const struct work *w = c->work;

	if (var < 0 || c->used[var])
		return TEXT("");
	if (short_form && var == r->title && w->var[r->title_short].n)
		return w->var[r->title_short];
	if (short_form && var == r->container && w->var[r->container_short].n)
		return w->var[r->container_short];
	if (var == r->locator)
		return c->cite ? c->cite->locator : TEXT("");
	if (var == r->first_note)
		return first_note(c);
	if (var == r->citation_number)
		return w->citation_number
		    ? text_fmt(c->a, "%u", w->citation_number)
		    : TEXT("");
	if (var == r->suffix)
		return w->suffix;
	if (var == r->citation_label)
		return trigraph_of(c->keep, r, c->work);
	if (var == r->page_first && !w->var[var].n)
		return page_first(w->var[r->page]);
	return w->var[var].n ? w->var[var] : TEXT("");
}

void
render_prints(const struct render *c, int var)
{
	if (!c->sorting && !c->comparing)
		c->work->printed[var] = true;
}

/* Whether the rule adds anything around its words. */
static bool
visible(const struct rule *r)
{
	const struct format *f = &r->format;

	return r->prefix.n || r->suffix.n || f->style || f->weight || f->variant
	    || f->line || f->rise || f->display || f->quotes;
}

/* The affixes and formatting.  A bare group takes them itself; names do not,
 * since they may be taken out alone.  A block holds its affixes. */
static struct out *
wrap(struct render *c, const struct rule *r, struct out *o)
{
	bool bare = !o->dressed && o->tag != TAG_NAMES && o->tag != TAG_INSTEAD
	    && o->tag != TAG_LINK;

	if (!visible(r))
		return o;
	struct out *dressed = bare ? o : out_group(c->a);
	dressed->format = r->format;
	dressed->format.display = DISPLAY_UNSET;
	dressed->prefix = r->prefix;
	dressed->suffix = r->suffix;
	dressed->dressed = true;
	if (!bare)
		out_append(dressed, o);
	if (!r->format.display)
		return dressed;
	struct out *block = out_group(c->a);
	block->format.display = r->format.display;
	block->dressed = true;
	out_append(block, dressed);
	return block;
}

static void
alter(struct arena *a, enum uni_lang lang, const struct format *f,
    struct out *o)
{
	if (f->strip_periods)
		out_strip_periods(a, o);
	if (f->textcase)
		out_case(a, o, (enum text_case)f->textcase, lang);
}

/* Terms, labels and values are in the style's language; title case asks for
 * that of the work (CSL 1.0.2, "Title Case Conversion"). */
static enum uni_lang
words_lang(const struct render *c, const struct rule *r)
{
	enum uni_lang own = c->work->lang;
	enum uni_lang style = uni_lang_of(c->rules->style->lang);

	if (r->kind != RULE_TERM && r->kind != RULE_LABEL
	    && r->kind != RULE_VALUE)
		return own;
	if (style != UNI_ENGLISH && style != UNI_ROOT)
		return style;
	return own == UNI_ENGLISH ? own : UNI_ROOT;
}

struct out *
render_dress(struct render *c, const struct rule *r, struct out *o)
{
	if (!o || out_empty(o))
		return NULL;
	alter(c->a, words_lang(c, r), &r->format, o);
	return wrap(c, r, o);
}

/* The words of a variable; those of the work itself are kept with it. */
static struct out *
words_of(struct render *c, const struct rule *r, struct text v)
{
	const struct format *f = &r->format;
	bool own = r->var != c->rules->locator && r->var != c->rules->page
	    && r->var != c->rules->first_note
	    && r->var != c->rules->citation_number;
	struct words *w = own ? c->work->words : NULL;

	while (w
	    && (w->from.s != v.s || w->from.n != v.n
		|| w->textcase != f->textcase || w->strip != f->strip_periods))
		w = w->next;
	if (w)
		return out_copy(c->a, w->out);
	struct arena *a = own ? c->keep : c->a;
	struct out *o = out_rich(a, v);
	alter(a, c->work->lang, f, o);
	if (!own)
		return o;
	w = arena_make(a, struct words);
	*w =
	    (struct words){v, f->textcase, f->strip_periods, o, c->work->words};
	c->work->words = w;
	return out_copy(c->a, o);
}

static void
note_call(struct render *c, bool filled)
{
	c->called++;
	c->filled += filled;
}

void
render_suffix(struct render *c, struct out *o)
{
	if (!c->work->suffix.n || c->rules->year_suffix_placed || c->suffixed)
		return;
	struct out *s = out_text(c->a, c->work->suffix);
	s->tag = TAG_SUFFIX;
	out_append(o, s);
	c->suffixed = true;
}

static struct out *
link_to(struct render *c, struct out *o, struct text target)
{
	struct out *link = out_group(c->a);

	link->tag = TAG_LINK;
	link->text = target;
	out_append(link, o);
	return link;
}

static struct out *
variable(struct render *c, const struct rule *r)
{
	const struct rules *rules = c->rules;
	struct text v = render_var(c, r->var, r->short_form);

	/* the engine's own variable: a work never lacks it */
	if (v.n || r->var != rules->suffix)
		note_call(c, v.n > 0);
	if (!v.n)
		return NULL;
	render_prints(c, r->var);
	if (r->ranged)
		v = number_pages(c->a, rules->terms, v,
		    r->var == rules->page
			    || (c->cite && text_is(c->cite->label, "page"))
			? rules->page_format
			: TEXT(""));
	struct rule bare;
	const struct rule *dress = r;
	if (r->each) {
		v = extend_each(c->a, r, v);
		bare = *r;
		bare.prefix = bare.suffix = TEXT("");
		dress = &bare;
	}
	struct out *o = words_of(c, r, v);
	if (out_empty(o))
		return NULL;
	o->tag = r->var == rules->locator      ? TAG_LOCATOR
	    : r->var == rules->citation_number ? TAG_NUMBER
	    : r->var == rules->suffix          ? TAG_SUFFIX
	    : r->var == rules->title           ? TAG_TITLE
					       : TAG_NONE;
	if (r->var == rules->citation_label)
		render_suffix(c, o);
	if (r->var == rules->url)
		o = link_to(c, o, v);
	else if (r->var == rules->doi)
		o = link_to(c, o,
		    text_starts(v, TEXT("http"))
			? v
			: text_fmt(c->a, "https://doi.org/%.*s", TEXT_ARG(v)));
	else if (r->var == rules->first_note && c->work->first_label.n)
		o = link_to(c, o,
		    text_fmt(c->a, "#%.*s", TEXT_ARG(c->work->first_label)));
	return wrap(c, dress, o);
}

static struct out *
term(struct render *c, const struct rule *r)
{
	struct text t;

	enum term_form form = (enum term_form)r->form;
	if (!term_find(c->rules->terms, r->name, form, r->plural == 1, &t)
	    || !t.n)
		return NULL;
	struct out *o = out_group(c->a);
	o->tag = TAG_TERM;
	o->format.textcase = r->format.textcase; /* see process.c */
	out_append(o, out_text(c->a, t));
	return render_dress(c, r, o);
}

/* A number is no text: CSL's markup and quotation marks mean nothing in it. */
static bool
number_begins(struct text v)
{
	return v.n && v.s[0] >= '0' && v.s[0] <= '9';
}

static struct out *
number(struct render *c, const struct rule *r)
{
	struct text v = render_var(c, r->var, false);

	note_call(c, v.n > 0);
	if (!v.n)
		return NULL;
	render_prints(c, r->var);
	if (c->sorting)
		return out_text(c->a, collate_number(c->a, v));
	char gender = term_gender(c->rules->terms,
	    text_is(r->name, "number-of-volumes")     ? TEXT("volume")
		: text_is(r->name, "number-of-pages") ? TEXT("page")
						      : r->name);
	struct text t = r->ranged
	    ? number_pages(c->a, c->rules->terms, v, c->rules->page_format)
	    : number_text(c->a, c->rules->terms, v,
		(enum number_form)r->number_form, gender);
	struct out *o =
	    number_begins(v) ? out_text(c->a, t) : out_rich(c->a, t);
	o->tag = r->var == c->rules->citation_number ? TAG_NUMBER : TAG_NONE;
	return render_dress(c, r, o);
}

/* CSL 1.0.2, "Label": plural by content; for number-of-*, by value. */
static bool
plural_label(const struct render *c, const struct rule *r, struct text v)
{
	if (r->plural)
		return r->plural == 1;
	if (text_starts(r->name, TEXT("number-of-")))
		return !text_is(v, "1");
	return number_is_plural(c->rules->terms, v);
}

/* The term of a variable: a locator's label names it; the other number
 * variables are called as they are. */
static struct out *
label(struct render *c, const struct rule *r)
{
	struct text v = render_var(c, r->var, false), t;
	struct text name = r->name;

	if (!v.n)
		return NULL;
	if (r->var == c->rules->locator)
		name = c->cite->label.n ? c->cite->label : TEXT("page");
	else if (text_is(name, "number-of-pages"))
		name = TEXT("page");
	else if (text_is(name, "number-of-volumes"))
		name = TEXT("volume");
	bool plural = plural_label(c, r, v);
	bool locator = r->var == c->rules->locator;
	enum term_form form = (enum term_form)r->form;
	const struct terms *terms = c->rules->terms;
	if (!(locator ? label_term(c->a, terms, name, form, plural, &t)
		      : term_find(terms, name, form, plural, &t)))
		return NULL;
	struct out *o = out_text(c->a, t);
	o->tag = locator ? TAG_LABEL : TAG_NONE;
	return render_dress(c, r, o);
}

/* CSL 1.0.2, "Group": dropped when it calls variables and all are empty; a
 * group or macro that stays counts as a variable of the group around it, even
 * if it holds nothing but terms. */
static struct out *
group(struct render *c, const struct rule *r, const struct rule *first)
{
	unsigned called = c->called, filled = c->filled;

	c->called = c->filled = 0;
	struct out *o = render_rules(c, first, r->delimiter);
	bool drop = c->called > 0 && c->filled == 0;
	bool any = c->called > 0 || o;
	c->called = called;
	c->filled = filled;
	if (any)
		note_call(c, !drop && o);
	return drop ? NULL : render_dress(c, r, o);
}

static struct out *
choose(struct render *c, const struct rule *r)
{
	for (const struct rule *b = r->child; b; b = b->next)
		if (render_test(c, b))
			return render_rules(c, b->child, TEXT(""));
	return NULL;
}

static struct out *
dispatch(struct render *c, const struct rule *r)
{
	switch ((enum rule_kind)r->kind) {
	case RULE_VARIABLE:
		return variable(c, r);
	case RULE_MACRO:
		return r->call ? group(c, r, r->call->child) : NULL;
	case RULE_TERM:
		return term(c, r);
	case RULE_VALUE:
		return render_dress(c, r, out_rich(c->a, r->name));
	case RULE_NUMBER:
		return number(c, r);
	case RULE_LABEL:
		return label(c, r);
	case RULE_DATE:
		return render_date(c, r);
	case RULE_NAMES:
		return render_names(c, r);
	case RULE_GROUP:
		return group(c, r, r->child);
	case RULE_CHOOSE:
		return choose(c, r);
	case RULE_BRANCH:
	case RULE_NONE:
		break;
	}
	return NULL;
}

struct out *
render_rule(struct render *c, const struct rule *r)
{
	struct out *o = NULL;

	if (c->depth++ < RENDER_DEPTH)
		o = dispatch(c, r);
	c->depth--;
	if (r->link && o) {
		struct text to = render_var(c, r->link - 1, false);
		o = to.n ? link_to(c, o, to) : o;
	}
	return o;
}

/* cs:choose is transparent: what its branch prints stands under the
 * delimiter of the group around it (CSL 1.0.2, "Choose"). */
static void
render_into(struct render *c, const struct rule *first, struct out *into)
{
	for (const struct rule *r = first; r; r = r->next) {
		if (r->kind != RULE_CHOOSE) {
			out_append(into, render_rule(c, r));
			continue;
		}
		const struct rule *b = r->child;
		while (b && !render_test(c, b))
			b = b->next;
		if (b && c->depth++ < RENDER_DEPTH)
			render_into(c, b->child, into);
		if (b)
			c->depth--;
	}
}

struct out *
render_rules(struct render *c, const struct rule *first, struct text delimiter)
{
	struct out all = {.kind = OUT_GROUP, .delimiter = delimiter};

	render_into(c, first, &all);
	if (!all.child || !all.child->next) /* most of them */
		return all.child;
	struct out *o = out_group(c->a);
	*o = all;
	return o;
}

struct out *
render_layout(struct render *c, const struct rule *layout)
{
	c->called = c->filled = c->depth = c->asked = 0;
	c->used = arena_alloc(c->a, c->rules->var_names.n * sizeof(bool));
	c->outer_names = NULL;
	c->suffixed = false;
	struct out *o = out_group(c->a);
	render_into(c, layout->child, o);
	return o->child ? o : NULL;
}
