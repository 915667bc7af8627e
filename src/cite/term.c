#include "cite/term.h"

#include <string.h>

enum term_form
term_form_of(struct text t)
{
	static const char *const names[FORM_COUNT] = {"long", "short", "verb",
	    "verb-short", "symbol"};

	for (size_t i = 0; i < FORM_COUNT; i++)
		if (text_is(t, names[i]))
			return (enum term_form)i;
	return FORM_LONG;
}

static char
gender_of(struct text t)
{
	return text_starts(t, TEXT("masculine")) ? 'm'
	    : text_starts(t, TEXT("feminine"))   ? 'f'
						 : 0;
}

static struct text
said(struct text t)
{
	return t.s ? t : TEXT("");
}

/* "ordinal-03" and "ordinal": CSL 1.0.2, "Ordinal Suffixes". */
static void
read_ordinal(struct terms *t, const struct elem *e, struct text name)
{
	struct text match = elem_attr(e, "match");
	char gender = gender_of(elem_attr(e, "gender-form"));
	int at = 100;

	if (name.n > 8 && !text_int(text_sub(name, 8, name.n), &at))
		return;
	if (at < 0 || at > 100)
		return;
	struct ordinal *o = &t->ordinal[at];
	o->text[gender == 'm' ? 1 : gender == 'f' ? 2 : 0] = said(e->text);
	o->match = text_is(match, "last-digit") ? ORDINAL_LAST_DIGIT
	    : text_is(match, "last-two-digits") ? ORDINAL_LAST_TWO
	    : text_is(match, "whole-number")    ? ORDINAL_WHOLE
						: -1;
}

static void
read_term(struct arena *a, struct terms *t, const struct elem *e)
{
	struct text name = elem_attr(e, "name");
	enum term_form form = term_form_of(elem_attr(e, "form"));

	if (text_is(name, "ordinal") || text_starts(name, TEXT("ordinal-"))) {
		read_ordinal(t, e, name);
		return;
	}
	struct text gender = elem_attr(e, "gender-form");
	if (gender.n)
		name =
		    text_fmt(a, "%.*s %.*s", TEXT_ARG(name), TEXT_ARG(gender));
	void **slot = map_slot(a, &t->map, name);
	struct term *x = *slot;
	if (!x) {
		*slot = x = arena_make(a, struct term);
		x->name = name;
		array_push(a, &t->all, x);
	}
	if (elem_attr(e, "gender").n)
		x->gender = gender_of(elem_attr(e, "gender"));
	if (!e->child) {
		x->text[form][0] = x->text[form][1] = said(e->text);
		return;
	}
	for (const struct elem *c = e->child; c; c = c->next)
		x->text[form][text_is(c->name, "multiple")] = said(c->text);
}

static bool
has_ordinals(const struct elem *terms)
{
	for (const struct elem *e = terms->child; e; e = e->next)
		if (text_starts(elem_attr(e, "name"), TEXT("ordinal")))
			return true;
	return false;
}

/* One layer over what stands there.  Ordinals are replaced as a whole. */
static void
read_layer(struct arena *a, struct terms *t, const struct elem *locale)
{
	for (const struct elem *e = locale->child; e; e = e->next) {
		if (text_is(e->name, "terms")) {
			if (has_ordinals(e))
				memset(t->ordinal, 0, sizeof(t->ordinal));
			for (const struct elem *x = e->child; x; x = x->next)
				read_term(a, t, x);
		} else if (text_is(e->name, "date")) {
			t->date[text_is(elem_attr(e, "form"), "numeric")] = e;
		} else if (text_is(e->name, "style-options")) {
			struct text in = elem_attr(e, "punctuation-in-quote");
			struct text day =
			    elem_attr(e, "limit-day-ordinals-to-day-1");
			if (in.n)
				t->punctuation_in_quote = text_is(in, "true");
			if (day.n)
				t->day_one_only = text_is(day, "true");
		}
	}
}

/* The style's own locales: rank 0 for all languages, 1 the language, 2 the
 * dialect; those of other languages have no rank. */
static int
rank(struct text own, struct text lang)
{
	if (!own.n)
		return 0;
	if (text_eq(own, lang))
		return 2;
	return text_eq(own, text_sub(lang, 0, text_findc(lang, 0, '-'))) ? 1
									 : -1;
}

/* The labels of locators that CSL 1.0.2 has no terms for: below all locales,
 * so that a style may have words of its own.  British English has no dot where
 * the word's last letter is its own. */
static void
own_terms(struct arena *a, struct terms *t)
{
	static const char *const own[][5] = {{"annex-locator", "annex",
						 "annexes", "annex", "annexes"},
	    {"clause-locator", "clause", "clauses", "cl.", "cls."},
	    {"exhibit-locator", "exhibit", "exhibits", "ex.", "exs."},
	    {"recital-locator", "recital", "recitals", "recital", "recitals"},
	    {"regulation-locator", "regulation", "regulations", "reg.",
		"regs."},
	    {"schedule-locator", "schedule", "schedules", "sch.", "schs."},
	    {"subparagraph-locator", "sub-paragraph", "sub-paragraphs",
		"sub-para.", "sub-paras."},
	    {"subsection-locator", "subsection", "subsections", "sub-s.",
		"sub-ss."}};
	bool british = t->english && !text_is(t->lang, "en-US");

	for (size_t i = 0; i < sizeof(own) / sizeof(*own); i++) {
		struct term *x = arena_make(a, struct term);
		struct text *brief = x->text[FORM_SHORT];
		x->name = text_of(own[i][0]);
		for (size_t n = 0; n < 2; n++) {
			x->text[FORM_LONG][n] = text_of(own[i][1 + n]);
			brief[n] = text_of(own[i][3 + n]);
		}
		if (british && text_ends(brief[1], TEXT(".")))
			brief[1].n--;
		map_put(a, &t->map, x->name, x);
		array_push(a, &t->all, x);
	}
}

static void
quotes(struct terms *t)
{
	static const char *const names[4] = {"open-quote", "open-inner-quote",
	    "close-quote", "close-inner-quote"};

	for (size_t i = 0; i < 2; i++) {
		t->open[i] = term_text(t, names[i]);
		t->close[i] = term_text(t, names[2 + i]);
	}
}

struct terms *
terms_new(struct arena *a, const struct style *style)
{
	struct terms *t = arena_make(a, struct terms);

	t->lang = style->lang;
	t->english = text_starts(style->lang, TEXT("en"));
	own_terms(a, t);
	for (size_t i = 4; i-- > 0;)
		if (style->locale[i])
			read_layer(a, t, style->locale[i]);
	for (int r = 0; r < 3; r++)
		for (const struct elem *e = style->root->child; e; e = e->next)
			if (text_is(e->name, "locale")
			    && rank(elem_attr(e, "xml:lang"), style->lang) == r)
				read_layer(a, t, e);
	quotes(t);
	return t;
}

bool
term_find(const struct terms *t, struct text name, enum term_form form,
    bool plural, struct text *out)
{
	static const enum term_form below[FORM_COUNT] = {FORM_LONG, FORM_LONG,
	    FORM_LONG, FORM_VERB, FORM_SHORT};
	const struct term *x = map_at(&t->map, name);

	for (unsigned i = 0; x && i < FORM_COUNT; i++) {
		if (x->text[form][plural].s) {
			*out = x->text[form][plural];
			return true;
		}
		if (form == FORM_LONG)
			return false;
		form = below[form];
	}
	return false;
}

struct text
term_text(const struct terms *t, const char *name)
{
	struct text out = TEXT("");

	term_find(t, text_of(name), FORM_LONG, false, &out);
	return out;
}

char
term_gender(const struct terms *t, struct text name)
{
	const struct term *x = map_at(&t->map, name);

	return x ? x->gender : 0;
}
