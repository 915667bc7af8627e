/*
 * What a reference says and its style prints nowhere.
 *
 * Rendering marks the variables it prints, so that this costs nothing while a
 * style prints all.  The choice not made is to ask the style's rules alone
 * which variables they can print: most styles print a variable for some types
 * only, and those are the very cases that nobody notices.
 */
#include "cite/entry.h"
#include "cite/warn.h"

/* What a lawyer would miss, of CSL 1.0.2, appendix IV.  Left out is what every
 * style leaves out (keyword, abstract, note, language, accessed, ISBN), where
 * to get a work (URL, DOI, publisher-place), and the people and measures of
 * films, music and maps. */
static const struct missed {
	const char *var;
	enum level level;
} missed[] = {
    {"archive", LEVEL_INFO},
    {"archive_collection", LEVEL_INFO},
    {"archive_location", LEVEL_INFO},
    {"author", LEVEL_WARNING},
    {"authority", LEVEL_INFO},
    {"chapter-number", LEVEL_INFO},
    {"collection-number", LEVEL_INFO},
    {"collection-title", LEVEL_INFO},
    {"container-author", LEVEL_INFO},
    {"container-title", LEVEL_WARNING},
    {"division", LEVEL_INFO},
    {"edition", LEVEL_WARNING},
    {"editor", LEVEL_INFO},
    {"event-date", LEVEL_INFO},
    {"event-title", LEVEL_INFO},
    {"genre", LEVEL_INFO},
    {"interviewer", LEVEL_INFO},
    {"issue", LEVEL_INFO},
    {"issued", LEVEL_WARNING},
    {"jurisdiction", LEVEL_INFO},
    {"number", LEVEL_WARNING},
    {"original-author", LEVEL_INFO},
    {"original-date", LEVEL_INFO},
    {"page", LEVEL_WARNING},
    {"part-number", LEVEL_INFO},
    {"part-title", LEVEL_INFO},
    {"recipient", LEVEL_INFO},
    {"references", LEVEL_INFO},
    {"reviewed-author", LEVEL_INFO},
    {"reviewed-title", LEVEL_INFO},
    {"section", LEVEL_WARNING},
    {"status", LEVEL_WARNING},
    {"submitted", LEVEL_INFO},
    {"supplement-number", LEVEL_INFO},
    {"title", LEVEL_WARNING},
    {"translator", LEVEL_INFO},
    {"version", LEVEL_INFO},
    {"volume", LEVEL_WARNING},
    {"volume-title", LEVEL_INFO},
};

/* A variable that is lost, and where the reference has it. */
struct loss {
	const struct missed *what;
	struct pos pos;
};

struct losses {
	struct arena *a;
	const struct rules *rules;
	const struct work *work;
	ARRAY(struct loss) at;
};

static const struct missed *
missed_at(struct text var)
{
	for (size_t i = 0; i < sizeof(missed) / sizeof(*missed); i++)
		if (text_is(var, missed[i].var))
			return &missed[i];
	return NULL;
}

static bool
var_printed(const struct losses *l, struct text var)
{
	const int *at = map_at(&l->rules->vars, var);

	return at && l->work->printed[*at];
}

/* form="short" prints another variable, and page-first a part of one. */
static bool
printed(const struct losses *l, struct text var)
{
	return var_printed(l, var)
	    || (text_is(var, "page") && var_printed(l, TEXT("page-first")))
	    || (text_is(var, "title") && var_printed(l, TEXT("title-short")))
	    || (text_is(var, "container-title")
		&& var_printed(l, TEXT("container-title-short")));
}

static bool
word_byte(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z')
	    || (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80;
}

/* Whole words of `t`. */
static bool
holds(struct text t, struct text what)
{
	for (size_t at = 0; (at = text_find(t, at, what)) < t.n; at++) {
		size_t end = at + what.n;
		if ((at == 0 || !word_byte(t.s[at - 1]))
		    && (end == t.n || !word_byte(t.s[end])))
			return true;
	}
	return false;
}

static bool
names_hold(const struct name_list *l, struct text what)
{
	for (size_t i = 0; i < l->n; i++)
		if (holds(l->at[i].literal, what)
		    || (l->at[i].family.n && text_eq(l->at[i].family, what)))
			return true;
	return false;
}

/* Whether a variable that is printed has these words. */
static bool
said(const struct losses *l, struct text what)
{
	const struct reference *ref = l->work->ref;

	if (!what.n)
		return true;
	for (size_t i = 0; i < ref->fields.n; i++)
		if (printed(l, ref->fields.at[i].var)
		    && holds(ref->fields.at[i].text, what))
			return true;
	for (size_t i = 0; i < ref->names.n; i++)
		if (printed(l, ref->names.at[i].var)
		    && names_hold(&ref->names.at[i], what))
			return true;
	return false;
}

static bool
date_said(const struct losses *l, const struct date *d)
{
	const struct reference *ref = l->work->ref;

	if (!d->from.year)
		return said(l, d->literal);
	for (size_t i = 0; i < ref->dates.n; i++)
		if (printed(l, ref->dates.at[i].var)
		    && ref->dates.at[i].from.year == d->from.year)
			return true;
	return said(l, text_fmt(l->a, "%d", d->from.year));
}

static bool
names_said(const struct losses *l, const struct name_list *names)
{
	for (size_t i = 0; i < names->n; i++) {
		const struct name *n = &names->at[i];
		if (!said(l, n->literal.n ? n->literal : n->family))
			return false;
	}
	return true;
}

static void
lose(struct losses *l, struct text var, struct pos pos)
{
	struct loss loss = {missed_at(var), pos};

	array_push(l->a, &l->at, loss);
}

/* Whether it matters that nothing of the variable is printed. */
static bool
open_to_loss(const struct losses *l, struct text var)
{
	return missed_at(var) && !printed(l, var);
}

static struct losses
losses_of(const struct cites *s, const struct work *w)
{
	struct losses l = {.a = s->p.pass, .rules = s->p.rules, .work = w};
	const struct reference *ref = w->ref;

	for (size_t i = 0; i < ref->fields.n; i++) {
		const struct field *f = &ref->fields.at[i];
		if (open_to_loss(&l, f->var) && !said(&l, f->text))
			lose(&l, f->var, f->pos);
	}
	for (size_t i = 0; i < ref->names.n; i++) {
		const struct name_list *n = &ref->names.at[i];
		if (open_to_loss(&l, n->var) && !names_said(&l, n))
			lose(&l, n->var, n->pos);
	}
	for (size_t i = 0; i < ref->dates.n; i++) {
		const struct date *d = &ref->dates.at[i];
		if (open_to_loss(&l, d->var) && !date_said(&l, d))
			lose(&l, d->var, d->pos);
	}
	return l;
}

static bool
level_in(const struct cites *s, const char *code, enum level *level)
{
	return !s->profile || profile_level(s->profile, code, *level, level);
}

/* The gravest one has the finding, the others are named below it. */
static void
say_losses(struct cites *s, const struct losses *l)
{
	const struct loss *worst = NULL;
	const struct reference *ref = l->work->ref;

	for (size_t i = 0; i < l->at.n; i++)
		if (!worst || l->at.at[i].what->level > worst->what->level)
			worst = &l->at.at[i];
	enum level level = worst ? worst->what->level : LEVEL_INFO;
	if (!worst || !level_in(s, "CITE-L5", &level))
		return;
	struct finding *f = diag(s->d, level, "CITE-L5", worst->pos,
	    "variable of %.*s that the citation style prints nowhere: %s",
	    TEXT_ARG(ref->id), worst->what->var);
	if (!map_at(&l->rules->vars, text_of(worst->what->var)))
		finding_hint(s->d, f, "no rule of it asks for this variable");
	else
		finding_hint(s->d, f,
		    l->work->type ? "its rules leave it out for this type: %.*s"
				  : "its rules do not know this type: %.*s",
		    TEXT_ARG(ref->type));
	for (size_t i = 0; i < l->at.n; i++)
		if (&l->at.at[i] != worst)
			finding_remark(s->d, f, "also", l->at.at[i].pos, "%s",
			    l->at.at[i].what->var);
}

static bool
type_among(struct text type, const char *const *types)
{
	for (; *types; types++)
		if (text_is(type, *types))
			return true;
	return false;
}

/* A style that asks for no type at all treats all of them alike on purpose,
 * and there are types that a style's rule for any other work is made for; of
 * these a variable may be lost, but not the type.  No such rule cites the law
 * as it is cited. */
static void
say_type(struct cites *s, const struct work *w)
{
	static const char *const everyday[] = {"article", "article-magazine",
	    "article-newspaper", "book", "document", "pamphlet", "post",
	    "post-weblog", "report", "webpage", NULL};
	static const char *const law[] = {"bill", "hearing", "legal_case",
	    "legislation", "regulation", "treaty", NULL};
	struct text type = w->ref->type;
	enum level level = type_among(type, law) ? LEVEL_WARNING : LEVEL_INFO;

	if (w->type || !s->p.rules->types.n || !type.n
	    || type_among(type, everyday) || !level_in(s, "CITE-L6", &level))
		return;
	struct finding *f = diag(s->d, level, "CITE-L6", w->ref->typepos,
	    "type of %.*s that the citation style has no rule for: %.*s",
	    TEXT_ARG(w->ref->id), TEXT_ARG(type));
	finding_hint(s->d, f, "it is printed as any other work");
}

/* A work in no list of this document has an entry all the same: the style
 * prints somewhere what is printed there. */
static struct losses
losses_with_entry(struct cites *s, struct work *w)
{
	struct losses l = losses_of(s, w);

	if (!l.at.n || !s->p.rules->bibliography.present)
		return l;
	entry_render(&s->p, w);
	return losses_of(s, w);
}

/* A work of which nothing is printed is CITE-L4's. */
static bool
anything(const struct rules *r, const struct work *w)
{
	for (size_t i = 0; i < r->var_names.n; i++)
		if (w->printed[i])
			return true;
	return false;
}

void
warn_works(struct cites *s)
{
	for (size_t i = 0; i < s->p.works.n; i++) {
		struct work *w = s->p.works.at[i];
		struct losses l;
		if (!w->cited)
			continue;
		l = losses_with_entry(s, w);
		if (anything(s->p.rules, w))
			say_losses(s, &l);
		say_type(s, w);
	}
}
