#include "expand/asks_walk.h"
#include "expand/pronoun.h"

static struct meaning
fact(struct text path)
{
	return (struct meaning){.path = path};
}

void
asks_use(struct walker *w, struct meaning m, unsigned uses)
{
	if (m.path.n)
		asks_touch(w, m.path, m.counted ? ASK_COUNTED : uses);
	for (size_t i = 0; i < m.from.n; i++)
		array_push(w->a, &w->touched, m.from.at[i]);
}

struct meaning
asks_element(struct walker *w, struct meaning list)
{
	struct meaning m = list;

	if (m.path.n)
		m.path = text_join(w->a, m.path, TEXT("[]"));
	return m;
}

static struct meaning
below(struct walker *w, struct meaning m, struct text key)
{
	if (!m.path.n || m.counted)
		return m;
	if (pronoun_is(key))
		key = TEXT("pronouns");
	m.path = text_fmt(w->a, "%.*s.%.*s", TEXT_ARG(m.path), TEXT_ARG(key));
	if (text_is(key, "pronouns"))
		asks_touch(w, m.path, ASK_PRONOUNS);
	return m;
}

static bool
is_word(const struct expr *e, struct text *out)
{
	if (e->kind != EXPR_CONST || e->value.kind != DATUM_TEXT)
		return false;
	*out = e->value.text;
	return true;
}

static struct meaning
constant(struct walker *w, const struct expr *e)
{
	struct meaning m = {.literal = datum_is_words(e->value)};

	if (m.literal)
		m.word = datum_words(w->a, e->value);
	return m;
}

/* x == y, x in y: literals and relations. */
static void
compare(struct walker *w, struct meaning x, struct meaning y)
{
	unsigned use = x.counted ? ASK_COUNTED : ASK_WHETHER;

	if (!x.path.n && y.path.n) {
		struct meaning swap = x;
		x = y;
		y = swap;
	}
	asks_use(w, y, ASK_WHETHER);
	asks_use(w, x, ASK_WHETHER);
	if (!x.path.n)
		return;
	size_t ask = asks_touch(w, x.path, use);
	if (y.literal)
		asks_literal(w, ask, y.word);
	else if (y.path.n && !x.counted && !y.counted)
		asks_same(w, ask, asks_touch(w, y.path, ASK_WHETHER));
}

/* The right side may be a list of words. */
static void
compare_with(struct walker *w, struct meaning x, const struct expr *y)
{
	if (y->kind != EXPR_LIST) {
		compare(w, x, asks_expr(w, y));
		return;
	}
	for (const struct arg *i = y->args; i; i = i->next)
		compare(w, x, asks_expr(w, i->value));
}

static struct meaning
comparison(struct walker *w, const struct expr *e)
{
	size_t mark = w->touched.n;
	struct meaning x = asks_expr(w, e->a);

	for (const struct arg *i = e->args; i; i = i->next) {
		compare_with(w, x, i->value);
		if (i->next)
			x = asks_expr(w, i->value);
	}
	return asks_since(w, mark);
}

static void
arguments(struct walker *w, const struct arg *args)
{
	for (; args; args = args->next)
		if (args->value)
			asks_use(w, asks_expr(w, args->value), ASK_WHETHER);
}

/* The n-th argument, or the one of that name. */
static const struct expr *
argument(const struct expr *e, size_t n, const char *name)
{
	for (const struct arg *i = e->args; i; i = i->next, n--) {
		if (i->name.n ? text_is(i->name, name) : n == 0)
			return i->value;
		if (n == 0)
			break;
	}
	return NULL;
}

/* list|selectattr("id", "eq", other.id) */
static struct meaning
select_attr(struct walker *w, const struct expr *e, struct meaning list)
{
	const struct expr *attr = argument(e, 0, "attribute");
	const struct expr *value = argument(e, 2, "value");
	struct text name;

	if (attr && is_word(attr, &name)) {
		struct meaning x = below(w, asks_element(w, list), name);
		asks_use(w, list, ASK_LISTED);
		if (value)
			compare_with(w, x, value);
		else
			asks_use(w, x, ASK_WHETHER);
	}
	return list;
}

static struct meaning
map_filter(struct walker *w, const struct expr *e, struct meaning list)
{
	const struct expr *attr = argument(e, 9, "attribute");
	struct text name;

	asks_use(w, list, ASK_LISTED);
	if (attr && is_word(attr, &name))
		return below(w, asks_element(w, list), name);
	return list;
}

/* What each filter makes of a fact; others use it as words. */
static const struct {
	const char *names; /* with a blank at both ends */
	unsigned use;
	enum {
		GIVES_WORDS,
		GIVES_SAME,    /* the list or value itself */
		GIVES_ELEMENT, /* one of its elements */
		GIVES_COUNT
	} gives;
} filters[] = {
    {" default d ", ASK_DEFINED, GIVES_SAME},
    {" length count ", ASK_COUNTED, GIVES_COUNT},
    {" first last random min max ", ASK_LISTED, GIVES_ELEMENT},
    {" select reject sort unique reverse list batch slice items dictsort ",
	ASK_LISTED, GIVES_SAME},
    {" and_list or_list comma_and_list join ", ASK_LISTED, GIVES_WORDS},
    {" date date_long on_date in_date age since duration ", ASK_DATE,
	GIVES_WORDS},
    {" plural quantity num_words nice_number ordinal ordinal_words int float "
     "round abs sum ",
	ASK_NUMBER, GIVES_WORDS},
    {" verb s ", ASK_AGREES, GIVES_WORDS},
};

enum { FILTERS = sizeof(filters) / sizeof(filters[0]) };

static bool
among(const char *names, struct text name)
{
	struct text all = text_of(names);
	size_t i = text_find(all, 0, name);

	for (; i < all.n; i = text_find(all, i + 1, name))
		if (i && all.s[i - 1] == ' ' && all.s[i + name.n] == ' ')
			return true;
	return false;
}

static struct meaning
apply(struct walker *w, size_t k, struct meaning in)
{
	size_t mark = w->touched.n;

	if (k == FILTERS) {
		asks_use(w, in, ASK_PRINTED);
		return in; /* the fact in other words */
	}
	asks_use(w, in, filters[k].use);
	switch (filters[k].gives) {
	case GIVES_SAME:
		return in;
	case GIVES_ELEMENT:
		return asks_element(w, in);
	case GIVES_COUNT:
		in.counted = true;
		return in;
	case GIVES_WORDS:
		break;
	}
	if (filters[k].use == ASK_LISTED)
		asks_use(w, asks_element(w, in), ASK_PRINTED);
	return asks_since(w, mark);
}

static struct meaning
filter(struct walker *w, const struct expr *e)
{
	struct meaning in = e->a ? asks_expr(w, e->a) : fact(TEXT(""));
	size_t k = 0;

	if (text_is(e->name, "selectattr") || text_is(e->name, "rejectattr"))
		return select_attr(w, e, in);
	if (text_is(e->name, "map"))
		return map_filter(w, e, in);
	/* default(subject.name.full): printed in place of the other. */
	if (among(" default d ", e->name) && e->args && e->args->value)
		asks_use(w, asks_expr(w, e->args->value), ASK_PRINTED);
	arguments(w, e->args);
	while (k < FILTERS && !among(filters[k].names, e->name))
		k++;
	return apply(w, k, in);
}

static struct meaning
test(struct walker *w, const struct expr *e)
{
	size_t mark = w->touched.n;
	struct meaning x = asks_expr(w, e->a);

	if (among(" defined undefined ", e->name))
		asks_use(w, x, ASK_DEFINED);
	else if (among(" known unknown ", e->name))
		asks_use(w, x, ASK_DEFINED | ASK_KNOWN);
	else if (among(" none ", e->name))
		asks_use(w, x, ASK_EMPTY);
	else if (among(" within_years ", e->name))
		asks_use(w, x, ASK_DATE);
	else if (among(" eq ne equalto == != in gt ge lt le ", e->name)
	    && e->args && e->args->value)
		compare_with(w, x, e->args->value);
	else if (among(" odd even divisibleby ", e->name))
		asks_use(w, x, ASK_NUMBER);
	else
		asks_use(w, x, ASK_WHETHER);
	arguments(w, e->args);
	return asks_since(w, mark);
}

static struct meaning
call_macro(struct walker *w, const struct expr *e, struct meaning m)
{
	size_t mark = w->touched.n;
	const struct source *src = w->src;
	struct names *names = w->names, *inner = asks_scope(w, names);
	const struct arg *given = e->args;

	for (const struct arg *p = m.macro->args; p; p = p->next) {
		const struct expr *value =
		    argument(e, 999, text_cstr(w->a, p->name));
		if (!value && given && !given->name.n) {
			value = given->value;
			given = given->next;
		}
		if (!value)
			value = p->value;
		struct meaning means = {.counted = false};
		if (value)
			means = asks_expr(w, value);
		array_push(w->a, &inner->at, ((struct named){p->name, means}));
	}
	if (w->calls < WALK_CALLS) {
		w->calls++;
		w->names = inner;
		w->src = m.src;
		asks_body(w, m.macro->body);
		w->names = names;
		w->src = src;
		w->calls--;
	}
	return asks_since(w, mark);
}

static struct meaning
call(struct walker *w, const struct expr *e)
{
	size_t mark = w->touched.n;
	struct meaning m = {.counted = false};

	if (e->a->kind == EXPR_NAME)
		asks_find(w, e->a->name, &m);
	else if (e->a->kind == EXPR_ATTR && e->a->a->kind == EXPR_NAME)
		asks_find(w,
		    text_fmt(w->a, "%.*s.%.*s", TEXT_ARG(e->a->a->name),
			TEXT_ARG(e->a->name)),
		    &m);
	if (m.macro)
		return call_macro(w, e, m);
	arguments(w, e->args);
	return asks_since(w, mark);
}

static struct meaning
subscript(struct walker *w, const struct expr *e)
{
	struct meaning of = asks_expr(w, e->a);
	struct text key;

	if (is_word(e->b, &key))
		return below(w, of, key);
	asks_use(w, asks_expr(w, e->b), ASK_WHETHER);
	asks_use(w, of, ASK_LISTED);
	return asks_element(w, of);
}

static struct meaning
name(struct walker *w, const struct expr *e)
{
	struct meaning m;

	return asks_find(w, e->name, &m) ? m : fact(e->name);
}

/* Everything below counts, and the result is no fact of its own. */
static struct meaning
all_below(struct walker *w, const struct expr *e, unsigned uses)
{
	size_t mark = w->touched.n;
	const struct expr *parts[] = {e->a, e->b, e->c};

	for (size_t i = 0; i < 3; i++)
		if (parts[i])
			asks_use(w, asks_expr(w, parts[i]), uses);
	for (const struct arg *i = e->args; i; i = i->next) {
		if (i->key)
			asks_use(w, asks_expr(w, i->key), uses);
		if (i->value)
			asks_use(w, asks_expr(w, i->value), uses);
	}
	return asks_since(w, mark);
}

static struct meaning
choice(struct walker *w, const struct expr *e)
{
	size_t mark = w->touched.n;

	asks_use(w, asks_expr(w, e->b), ASK_WHETHER);
	asks_use(w, asks_expr(w, e->a), ASK_PRINTED);
	if (e->c)
		asks_use(w, asks_expr(w, e->c), ASK_PRINTED);
	return asks_since(w, mark);
}

static struct meaning
meaning_of(struct walker *w, const struct expr *e)
{
	switch (e->kind) {
	case EXPR_FAULT:
		break;
	case EXPR_CONST:
		return constant(w, e);
	case EXPR_NAME:
		return name(w, e);
	case EXPR_ATTR:
		return below(w, asks_expr(w, e->a), e->name);
	case EXPR_INDEX:
		return subscript(w, e);
	case EXPR_SLICE:
		return asks_expr(w, e->a);
	case EXPR_CALL:
		return call(w, e);
	case EXPR_FILTER:
		return filter(w, e);
	case EXPR_TEST:
		return test(w, e);
	case EXPR_COMPARE:
		return comparison(w, e);
	case EXPR_CHOICE:
		return choice(w, e);
	case EXPR_NOT:
	case EXPR_AND:
	case EXPR_OR:
		return all_below(w, e, ASK_WHETHER);
	case EXPR_MINUS:
	case EXPR_PLUS:
		return all_below(w, e, ASK_NUMBER);
	case EXPR_BINARY:
	case EXPR_LIST:
	case EXPR_MAP:
		return all_below(w, e, ASK_PRINTED);
	}
	return fact(TEXT(""));
}

struct meaning
asks_expr(struct walker *w, const struct expr *e)
{
	if (w->depth >= WALK_DEPTH || ++w->steps > WALK_STEPS)
		return fact(TEXT(""));
	w->depth++;
	struct meaning m = meaning_of(w, e);
	w->depth--;
	return m;
}
