#include "trial/factor.h"

struct planner {
	struct plan *p;
	const struct plan_given *given;
};

bool
choice_absent(const struct choice *c)
{
	return c->yaml.n == 0;
}

static const struct ask *
ask_at(const struct plan *p, struct text path, size_t *at)
{
	for (size_t i = 0; i < p->asks->at.n; i++) {
		if (text_eq(p->asks->at.at[i].path, path)) {
			if (at)
				*at = i;
			return &p->asks->at.at[i];
		}
	}
	return NULL;
}

/* --- the tree --- */

static struct fact *
child_of(struct planner *l, struct fact *f, struct text key)
{
	struct fact *c = f->child;

	while (c && !text_eq(c->key, key))
		c = c->next;
	if (c)
		return c;
	c = arena_make(l->p->a, struct fact);
	c->key = key;
	c->factor = NO_FACTOR;
	if (!f->path.n)
		c->path = key;
	else
		c->path = text_fmt(l->p->a, "%.*s%s%.*s", TEXT_ARG(f->path),
		    text_is(key, "[]") ? "" : ".", TEXT_ARG(key));
	if (f->last)
		f->last->next = c;
	else
		f->child = c;
	f->last = c;
	return c;
}

/* What the program gives is no fact to be made up. */
static bool
is_given(struct text path)
{
	static const char *const names[] = {"profile", "constants", "peritus",
	    "loop", "caller", "varargs", "kwargs"};
	size_t end = 0;

	while (end < path.n && path.s[end] != '.' && path.s[end] != '[')
		end++;
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (text_is(text_sub(path, 0, end), names[i]))
			return true;
	return false;
}

/* A misspelt fact, which no case can have, is none. */
static bool
is_impossible(struct text path)
{
	return kind_of(path).closed;
}

/* Of a section in use the file says most; the case has the options. */
static bool
is_of_file(const struct planner *l, struct text path)
{
	struct text start = TEXT("sections[].");

	if (!text_starts(path, start))
		return text_starts(path, TEXT("sections"));
	struct text key = text_sub(path, start.n, path.n);
	return text_is(key, "id") || text_is(key, "slug")
	    || value_key(l->given->front, key) || text_is(key, "title")
	    || text_is(key, "code") || text_is(key, "country")
	    || text_is(key, "kind") || text_is(key, "reviewed")
	    || text_is(key, "cutoff");
}

static void
grow(struct planner *l, struct text path)
{
	struct fact *f = l->p->root;
	size_t from = 0;

	for (size_t i = 0; i <= path.n; i++) {
		bool end = i == path.n || path.s[i] == '.' || path.s[i] == '[';
		if (!end)
			continue;
		if (i > from)
			f = child_of(l, f, text_sub(path, from, i));
		from = i + 1;
		if (i < path.n && path.s[i] == '[') {
			f = child_of(l, f, TEXT("[]"));
			i++;
			from = i + 1;
		}
	}
}

/* --- factors --- */

static size_t
add_factor(struct planner *l, struct factor f)
{
	array_push(l->p->a, &l->p->factors, f);
	return l->p->factors.n - 1;
}

static void
add_absent(struct planner *l, struct factor *f)
{
	struct choice c = {TEXT("absent"), TEXT(""), 0};

	array_push(l->p->a, &f->choices, c);
}

/* The template says that it cannot do without: itself, or a part of it. */
static bool
is_needed(const struct planner *l, struct text path)
{
	for (size_t i = 0; i < l->given->nneeds; i++) {
		const struct value *list = l->given->needs[i];
		for (const struct value *v = list ? list->child : NULL; v;
		     v = v->next)
			if (text_starts(v->text, path)
			    && (v->text.n == path.n
				|| v->text.s[path.n] == '.'))
				return true;
	}
	return false;
}

/* Can the case leave it out?  What no schema knows can be left out at its top
 * ("extra.children"), and deeper down where the template asks whether it is
 * there. */
static bool
is_optional(const struct planner *l, const struct fact *f, struct kind k,
    const struct ask *r)
{
	size_t dots = 0;

	if (is_needed(l, f->path) || text_is(f->key, "[]"))
		return false;
	if (k.known)
		return !k.needed && !text_is(f->path, "extra");
	if (r && (r->uses & ASK_DEFINED))
		return true;
	for (size_t i = 0; i < f->path.n; i++)
		dots += f->path.s[i] == '.' || f->path.s[i] == '[';
	return dots <= (text_starts(f->path, TEXT("extra.")) ? 1 : 0);
}

/* None, one, two, three; and around each number it is compared with. */
static void
counts(struct planner *l, struct factor *f, const struct ask *r)
{
	static const unsigned usual[] = {2, 1, 3, 0};
	bool seen[32] = {false};
	int n;

	for (size_t i = 0; i < 4; i++)
		seen[usual[i]] = true;
	for (size_t i = 0; r && i < r->literals.n; i++)
		if (text_int(r->literals.at[i], &n) && n > 0 && n < 30)
			seen[n - 1] = seen[n] = seen[n + 1] = true;
	for (size_t i = 0; i < 4 + 32; i++) {
		unsigned count = i < 4 ? usual[i] : (unsigned)i - 4;
		if (i >= 4 && (!seen[count] || count < 4))
			continue;
		struct choice c = {text_fmt(l->p->a, "%u", count), TEXT("[]"),
		    count};
		array_push(l->p->a, &f->choices, c);
	}
}

static void
add_empty(struct planner *l, struct factor *f)
{
	struct choice c = {TEXT("empty"), TEXT("null"), 0};

	array_push(l->p->a, &f->choices, c);
}

static void
add_unknown(struct planner *l, struct factor *f)
{
	struct choice c = {TEXT("unknown"), TEXT("!unknown \"not stated\""), 0};

	array_push(l->p->a, &f->choices, c);
}

static bool
is_id(const struct fact *f)
{
	return text_is(f->key, "id") && text_ends(f->path, TEXT("[].id"));
}

static enum fact_form
form_of(const struct fact *f, struct kind k, const struct ask *r)
{
	unsigned uses = r ? r->uses : 0;

	if (f->child)
		return text_is(f->child->key, "[]") ? FACT_LIST : FACT_MAP;
	if (is_id(f))
		return FACT_ID;
	if (k.type == FIELD_TEXTS || k.type == FIELD_MAPS
	    || k.type == FIELD_USES || k.type == FIELD_WORDS)
		return FACT_LIST;
	if (k.type == FIELD_MAP)
		return FACT_MAP;
	return (uses & (ASK_LISTED | ASK_COUNTED)) ? FACT_LIST : FACT_SCALAR;
}

/* Its choices; none beyond "it is there" makes no factor. */
static void
fill(struct planner *l, struct fact *f, size_t parent)
{
	const struct ask *r = ask_at(l->p, f->path, NULL);
	struct kind k = kind_of(f->path);
	struct factor factor = {.path = f->path, .parent = parent};

	f->form = form_of(f, k, r);
	bool optional = is_optional(l, f, k, r) && f->form != FACT_ID;
	/* A choice that a case need not make: most say nothing. */
	if (optional && k.type == FIELD_ENUM)
		add_absent(l, &factor);
	if (f->form == FACT_LIST)
		counts(l, &factor, r);
	else if (f->form == FACT_MAP)
		array_push(l->p->a, &factor.choices,
		    ((struct choice){TEXT("there"), TEXT("{}"), 0}));
	else if (f->form == FACT_SCALAR)
		sample_values(l->p->a, &factor, r, k, l->given->country);
	if (r && (r->uses & ASK_KNOWN))
		add_unknown(l, &factor);
	if (r && (r->uses & ASK_EMPTY))
		add_empty(l, &factor);
	if (optional && k.type != FIELD_ENUM)
		add_absent(l, &factor);
	if (factor.choices.n > 1 || f->form == FACT_SCALAR)
		f->factor = add_factor(l, factor);
}

static void
fill_all(struct planner *l, struct fact *f, size_t parent, unsigned depth)
{
	for (; f && depth < 32; f = f->next) {
		if (text_is(f->key, "[]") && f->child)
			f->form = FACT_MAP;
		else if (!text_is(f->path, "expert")
		    && !text_is(f->path, "sections")
		    && !text_is(f->path, "sections[]") && !f->target)
			fill(l, f, parent);
		fill_all(l, f->child,
		    f->factor == NO_FACTOR ? parent : f->factor, depth + 1);
	}
}

/* --- ids --- */

static struct fact *
fact_at(struct fact *f, struct text path)
{
	for (; f; f = f->next) {
		if (text_eq(f->path, path))
			return f;
		struct fact *found = fact_at(f->child, path);
		if (found)
			return found;
	}
	return NULL;
}

/* What is compared with an id of a list has one of its ids. */
static void
relate(struct planner *l)
{
	for (size_t i = 0; i < l->p->asks->at.n; i++) {
		const struct ask *r = &l->p->asks->at.at[i];
		struct text list = r->path;
		if (!text_ends(list, TEXT("[].id")))
			continue;
		list.n -= sizeof("[].id") - 1;
		struct fact *target = fact_at(l->p->root, list);
		for (size_t k = 0; target && k < r->same.n; k++) {
			struct text path =
			    l->p->asks->at.at[r->same.at[k]].path;
			struct fact *f = fact_at(l->p->root, path);
			if (!f || f->child || f == target || is_id(f))
				continue;
			f->form = FACT_REFERENCE;
			f->target = target;
		}
	}
}

static void
add_profiles(struct planner *l)
{
	struct factor f = {.path = TEXT("profile"), .parent = NO_FACTOR};
	bool asked = false;

	for (size_t i = 0; i < l->p->asks->at.n; i++) {
		struct text path = l->p->asks->at.at[i].path;
		asked |= text_starts(path, TEXT("profile"))
		    || text_starts(path, TEXT("constants"));
	}
	for (size_t i = 0; i < l->given->nprofiles && (asked || i == 0); i++) {
		struct choice c = {l->given->profiles[i], l->given->profiles[i],
		    0};
		array_push(l->p->a, &f.choices, c);
	}
	add_factor(l, f);
}

struct plan *
plan_of(struct arena *a, const struct asks *asks,
    const struct plan_given *given)
{
	struct plan *p = arena_make(a, struct plan);
	struct planner l = {p, given};

	p->a = a;
	p->asks = asks;
	p->root = arena_make(a, struct fact);
	p->root->factor = NO_FACTOR;
	add_profiles(&l);
	for (size_t i = 0; i < asks->at.n; i++)
		if (!is_given(asks->at.at[i].path)
		    && !is_of_file(&l, asks->at.at[i].path)
		    && !is_impossible(asks->at.at[i].path))
			grow(&l, asks->at.at[i].path);
	relate(&l);
	fill_all(&l, p->root->child, NO_FACTOR, 0);
	return p;
}

static void
add_set(const struct plan *p, struct factor_set *out, size_t factor)
{
	for (; factor != NO_FACTOR; factor = p->factors.at[factor].parent) {
		size_t i = 0;
		while (i < out->at.n && out->at.at[i] != factor)
			i++;
		if (i == out->at.n)
			array_push(p->a, &out->at, factor);
	}
}

void
plan_factors(const struct plan *p, size_t ask, struct factor_set *out)
{
	struct text path = p->asks->at.at[ask].path;

	if (text_starts(path, TEXT("profile"))
	    || text_starts(path, TEXT("constants"))) {
		add_set(p, out, 0);
		return;
	}
	/* A forum writes dates its own way. */
	if ((p->asks->at.at[ask].uses & ASK_DATE)
	    && p->factors.at[0].choices.n > 1)
		add_set(p, out, 0);
	/* Its own, or of the nearest thing above it that varies. */
	for (size_t n = path.n; n > 0; n--) {
		if (n < path.n && path.s[n] != '.' && path.s[n] != '[')
			continue;
		for (size_t i = 1; i < p->factors.n; i++) {
			if (!text_eq(p->factors.at[i].path,
				text_sub(path, 0, n)))
				continue;
			add_set(p, out, i);
			return;
		}
	}
}
