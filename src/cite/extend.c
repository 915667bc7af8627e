#include "cite/extend.h"

/* "{issued}": the variable inside; "" when the word is no such thing. */
static struct text
braced(struct text word)
{
	bool is = word.n > 2 && word.s[0] == '{' && word.s[word.n - 1] == '}';

	return is ? text_sub(word, 1, word.n - 1) : TEXT("");
}

void
extend_read(struct compiler *c, const struct elem *e, struct rule *r)
{
	struct text v;

	r->each = text_is(elem_attr(e, "p:affixes"), "each");
	if (attr_get(e, "p:link", &v))
		r->link = 1 + rules_var(c->a, c->rules, v);
}

/* The variables get their numbers now: a work knows only numbered ones. */
void
extend_tests_read(struct compiler *c, const struct elem *e, struct rule *r)
{
	struct text rest, word;

	if (attr_get(e, "p:holds", &rest)) {
		struct test t = {.kind = TEST_HOLDS};
		if (text_split(&rest, ' ', &word))
			t.var = rules_var(c->a, c->rules, word);
		t.value = rest;
		array_push(c->a, &r->tests, t);
		while (text_split(&rest, ' ', &word)) {
			bool start = word.n && word.s[0] == '^';
			word = braced(text_sub(word, start, word.n));
			if (word.n)
				rules_var(c->a, c->rules, word);
		}
	}
	if (attr_get(e, "p:has-short", &word)) {
		struct test t = {.kind = TEST_HAS_SHORT};
		t.var = rules_var(c->a, c->rules, word);
		array_push(c->a, &r->tests, t);
	}
}

static bool
digit_at(struct text t, size_t i)
{
	return i < t.n && t.s[i] >= '0' && t.s[i] <= '9';
}

static bool
holds_year(const struct render *c, struct text t, struct text date)
{
	const int *var = map_at(&c->rules->vars, date);
	const struct date *d = var ? c->work->dates[*var] : NULL;

	if (!d || d->from.year <= 0 || (d->range && d->to.year != d->from.year))
		return false;
	struct text year = text_fmt(c->a, "%d", d->from.year);
	for (size_t i = 0; (i = text_find(t, i, year)) < t.n; i++)
		if (!(i && digit_at(t, i - 1)) && !digit_at(t, i + year.n))
			return true;
	return false;
}

/* "{author}": what the only name is called; "" of several, or of a person.
 * "{jurisdiction}": the variable's words. */
static struct text
words_of(const struct render *c, struct text var)
{
	const int *at = map_at(&c->rules->vars, var);
	const struct name_list *l = at ? c->work->names[*at] : NULL;

	if (l)
		return l->n == 1 ? l->at[0].literal : TEXT("");
	return at ? render_var(c, *at, false) : TEXT("");
}

static struct text
with_blanks(struct arena *a, struct text word)
{
	struct buf b = {.a = a};

	for (size_t i = 0; i < word.n; i++)
		buf_addc(&b, word.s[i] == '_' ? ' ' : word.s[i]);
	return buf_text(&b);
}

static bool
holds(const struct render *c, struct text t, struct text word)
{
	bool start = word.s[0] == '^';
	struct text want = text_sub(word, start, word.n);
	struct text var = braced(want);

	if (var.n && holds_year(c, t, var))
		return true;
	want = var.n ? words_of(c, var) : with_blanks(c->a, want);
	if (start)
		return want.n && text_starts(t, want);
	return want.n && text_find(t, 0, want) < t.n;
}

static bool
has_short(const struct name_list *l)
{
	for (size_t i = 0; l && i < l->n; i++)
		if (l->at[i].brief.n)
			return true;
	return false;
}

bool
extend_test(const struct render *c, const struct test *t)
{
	struct text rest = t->value, word;
	struct text v = render_var(c, t->var, false);

	if (t->kind == TEST_HAS_SHORT)
		return has_short(c->work->names[t->var]);
	while (v.n && text_split(&rest, ' ', &word))
		if (word.n && holds(c, v, word)) {
			render_prints(c, t->var);
			return true;
		}
	return false;
}

/* How far a number, or what stands between numbers, goes. */
static size_t
piece_end(struct text v, size_t i, bool *number)
{
	size_t k = i;

	*number = false;
	for (; k < v.n; k++) {
		char c = v.s[k];
		if (c == ' ' || c == ',' || c == '-' || c == '&'
		    || text_starts(text_sub(v, k, v.n), TEXT("\u2013")))
			break;
		*number |= digit_at(v, k);
	}
	if (k > i)
		return k;
	text_next(v, &k);
	return k;
}

struct text
extend_each(struct arena *a, const struct rule *r, struct text v)
{
	struct buf b = {.a = a};
	bool number, any = false;

	for (size_t i = 0, end; i < v.n; i = end) {
		end = piece_end(v, i, &number);
		any |= number;
		if (number)
			buf_add(&b, r->prefix);
		buf_add(&b, text_sub(v, i, end));
		if (number)
			buf_add(&b, r->suffix);
	}
	return any ? buf_text(&b)
		   : text_fmt(a, "%.*s%.*s%.*s", TEXT_ARG(r->prefix),
		       TEXT_ARG(v), TEXT_ARG(r->suffix));
}
