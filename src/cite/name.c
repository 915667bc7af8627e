/*
 * One person: CSL 1.0.2, "Name-part Order" and "Name-part Formatting".
 */
#include "base/uni.h"
#include "cite/initials.h"
#include "cite/people.h"

#include <string.h>

/* Where the name is one of the work's, its place in w->given; else NULL. */
static uint8_t *
given_at(const struct work *w, const struct rules *r, const struct name *n)
{
	for (size_t var = 0; w->given && var < r->var_names.n; var++) {
		const struct name_list *l =
		    w->given[var] ? w->names[var] : NULL;
		if (l && n >= l->at && n < l->at + l->n)
			return &w->given[var][n - l->at];
	}
	return NULL;
}

enum given
work_given(const struct work *w, const struct rules *r, const struct name *n)
{
	const uint8_t *at = given_at(w, r, n);

	return at ? (enum given) * at : GIVEN_STYLED;
}

void
work_raise(struct arena *a, struct work *w, const struct rules *r,
    const struct name *n, enum given to)
{
	if (!w->given)
		w->given = arena_alloc(a, r->var_names.n * sizeof(*w->given));
	for (size_t var = 0; var < r->var_names.n; var++) {
		const struct name_list *l = w->names[var];
		if (l && !w->given[var])
			w->given[var] = arena_alloc(a, l->n + 1);
	}
	uint8_t *at = given_at(w, r, n);
	if (at)
		*at = (uint8_t)to;
}

/* Disambiguation acts on cites alone. */
static enum given
given_shown(const struct people *p, const struct name *n)
{
	return p->c->cite && !p->c->sorting
	    ? work_given(p->c->work, p->c->rules, n)
	    : GIVEN_STYLED;
}

struct text
name_given(const struct people *p, const struct name *n)
{
	struct initials how = {p->o.initials,
	    p->o.initialize == NO || given_shown(p, n) == GIVEN_FULL,
	    p->c->rules->initialize_hyphen};

	if (!p->o.has_initials || !n->given.n)
		return n->given;
	return initials_of(p->c->a, how, n->given);
}

bool
name_joins(struct text particle)
{
	return text_ends(particle, TEXT(" ")) || text_ends(particle, TEXT("'"))
	    || text_ends(particle, TEXT("\u2019"))
	    || text_ends(particle, TEXT("-"));
}

/* Scripts of East Asia: Han, kana, hangul, bopomofo, Yi. */
static bool
is_eastern(struct text t)
{
	size_t i = 0;

	if (!t.n)
		return false;
	uint32_t cp = text_next(t, &i);
	return (cp >= 0x1100 && cp < 0x1200) || (cp >= 0x2e80 && cp < 0xa4d0)
	    || (cp >= 0xac00 && cp < 0xd7b0) || (cp >= 0xf900 && cp < 0xfb00)
	    || (cp >= 0xff66 && cp < 0xffa0) || (cp >= 0x20000 && cp < 0x40000);
}

/* The family name stands first, whatever the style says. */
static bool
family_first(const struct name *n)
{
	return n->static_ordering || is_eastern(n->family);
}

bool
name_inverts(const struct name *n)
{
	return !n->literal.n && n->family.n && n->given.n && !family_first(n);
}

/* Words in the formatting of a cs:name-part, without its affixes: those
 * stand around particles too. */
static struct out *
dressed(const struct people *p, const struct name_part *part, struct text words)
{
	if (!words.n)
		return NULL;
	struct out *o = out_rich(p->c->a, words);
	if (!part->given)
		return o;
	uint8_t how = part->format.textcase;
	out_case(p->c->a, o, (enum text_case)how,
	    how == CASE_TITLE ? UNI_ENGLISH : p->c->work->lang);
	o->format = part->format;
	return o;
}

/* The part behind what is there already; `last` is that one's end. */
static void
add(const struct people *p, struct out *o, struct text *last,
    const struct name_part *part, struct text words)
{
	struct out *piece = part ? dressed(p, part, words)
	    : words.n            ? out_rich(p->c->a, words)
				 : NULL;

	if (!piece)
		return;
	if (o->child && !name_joins(*last))
		out_append(o, out_text(p->c->a, TEXT(" ")));
	out_append(o, piece);
	*last = words;
}

static struct out *
in_affixes(struct out *o, const struct name_part *part)
{
	o->prefix = part->prefix;
	o->suffix = part->suffix;
	return o->child ? o : NULL;
}

/* The family name with its particles before it, and behind it the suffix of
 * a name that is not inverted: within the affixes of that name-part. */
static struct out *
family_out(const struct people *p, const struct name *n, bool dropping,
    bool nondropping)
{
	struct out *o = out_group(p->c->a);
	struct text last = TEXT("");

	if (dropping)
		add(p, o, &last, &p->r->given, n->dropping);
	if (nondropping)
		add(p, o, &last, &p->r->family, n->nondropping);
	add(p, o, &last, &p->r->family, n->family);
	return in_affixes(o, &p->r->family);
}

/* "van Gogh, Vincent, III"; "Gogh, Vincent van, III" when demoted. */
static struct out *
inverted(const struct people *p, const struct name *n)
{
	struct arena *a = p->c->a;
	bool demote = p->c->rules->demote == 2;
	struct text comma = p->o.has_separator ? p->o.separator : TEXT(", ");
	struct out *o = out_group(a), *given = out_group(a);
	struct text last = TEXT("");

	out_append(o, family_out(p, n, false, !demote));
	add(p, given, &last, &p->r->given, name_given(p, n));
	add(p, given, &last, &p->r->given, n->dropping);
	if (demote)
		add(p, given, &last, &p->r->family, n->nondropping);
	if (in_affixes(given, &p->r->given)) {
		out_append(o, out_text(a, comma));
		out_append(o, given);
	}
	if (n->suffix.n) {
		out_append(o, out_text(a, comma));
		out_append(o, out_rich(a, n->suffix));
	}
	return o;
}

static void
add_suffix(const struct people *p, struct out *o, const struct name *n)
{
	struct arena *a = p->c->a;

	if (!n->suffix.n || !o)
		return;
	out_append(o, out_text(a, n->comma_suffix ? TEXT(", ") : TEXT(" ")));
	out_append(o, out_rich(a, n->suffix));
}

/* "Vincent van Gogh III" */
static struct out *
straight(const struct people *p, const struct name *n)
{
	struct arena *a = p->c->a;
	struct out *o = out_group(a), *given = out_group(a);
	struct text last = TEXT("");

	add(p, given, &last, &p->r->given, name_given(p, n));
	out_append(o, in_affixes(given, &p->r->given));
	struct out *family = family_out(p, n, true, true);
	if (o->child && family)
		out_append(o, out_text(a, TEXT(" ")));
	add_suffix(p, family ? family : o, n);
	out_append(o, family);
	return o;
}

/* "\u6bdb\u6cfd\u4e1c" is written without a blank, "Orb\u00e1n Viktor" with
 * one. */
static struct out *
unchanging(const struct people *p, const struct name *n, bool alone)
{
	struct arena *a = p->c->a;
	bool eastern = is_eastern(n->family) && is_eastern(n->given);
	struct out *o = out_group(a), *given = out_group(a);
	struct text last = TEXT("");

	out_append(o, family_out(p, n, true, true));
	if (alone || !n->given.n)
		return o;
	add(p, given, &last, &p->r->given,
	    eastern ? n->given : name_given(p, n));
	if (!eastern)
		out_append(o, out_text(a, TEXT(" ")));
	out_append(o, in_affixes(given, &p->r->given));
	add_suffix(p, o, n);
	return o;
}

/* A person of one name, or an institution, takes the place of the family
 * name. */
static struct out *
single(const struct people *p, const struct name *n)
{
	struct out *o = out_group(p->c->a);
	struct text last = TEXT("");
	struct text words = !n->literal.n ? n->given
	    : p->r->brief && n->brief.n   ? n->brief
					  : n->literal;

	add(p, o, &last, &p->r->family, words);
	return in_affixes(o, &p->r->family);
}

/* CSL 1.0.2, "Name": its formatting and affixes are those of each individual
 * name, not of what stands between them. */
static struct out *
name_dress(const struct people *p, struct out *o)
{
	static const struct format none;
	const struct names_rule *r = p->r;

	if (!r->prefix.n && !r->suffix.n
	    && memcmp(&r->format, &none, sizeof(none)) == 0)
		return o;
	struct out *g = out_group(p->c->a);
	g->format = r->format;
	g->prefix = r->prefix;
	g->suffix = r->suffix;
	out_append(g, o);
	return g;
}

struct out *
name_out(const struct people *p, const struct name *n, bool invert)
{
	bool alone =
	    p->o.form == NAMES_SHORT && given_shown(p, n) == GIVEN_STYLED;
	struct out *o;

	if (p->c->sorting)
		o = out_text(p->c->a, name_key(p, n));
	else if (n->literal.n || !n->family.n)
		o = single(p, n);
	else if (family_first(n))
		o = unchanging(p, n, alone);
	else if (alone)
		o = family_out(p, n, false, true);
	else
		o = invert ? inverted(p, n) : straight(p, n);
	if (o && !p->c->sorting)
		o = name_dress(p, o);
	if (o) {
		o->tag = TAG_NAME;
		o->name = n;
	}
	return o;
}
