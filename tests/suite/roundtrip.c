/*
 * roundtrip - change one fact of a case, and see whether the map of the report
 * knew: every paragraph whose own words change must list the fact
 *
 *   roundtrip CASE [ROOT [REPORT [EVERY]]]
 *
 * Every scalar of the case and of its expert is changed in turn (EVERY n-th),
 * to another value of its kind that makes no error, and the template is run
 * again; what is numbered is not compared, for numbers are not a paragraph's
 * own.  A paragraph that is there only before, or only after, must list the
 * fact there.  Then every key and element is taken away in turn: what changes
 * must list something of it, or which there are, or that it is absent.
 *
 * And a paragraph that lists a fact must read it.  What does not change
 * whatever the fact is, not even when it is !unknown, which is an error
 * wherever it is read, is idle; a condition may be, that others decide.
 *
 * Status 1: something was missed, or one in twenty of those listed is idle.
 */
#include <stdio.h>
#include <stdlib.h>

#include "cli/cli.h"
#include "cli/provenance.h"

enum { TRIES = 4, DEEPEST = 64 };

struct version {
	const struct provenance *p;
	ARRAY(struct text) words; /* of each entry */
	bool *changed;
	bool *ever; /* of the version before: for any value of a fact */
	bool sound; /* no error was found */
};

struct trip {
	struct arena *a; /* holds the library and the case */
	const struct library *lib;
	const struct kase *kase;
	const struct paths *paths;
	struct arena *one; /* of the version before */
	struct version before;
	bool draft;
	unsigned every, nth;
	size_t facts, taken, idle, skipped, changed, listed, missed;
};

/* The words of a paragraph as its template has them: keys for citations and
 * labels for references. */
static void
words(struct buf *b, const struct node *n, unsigned depth)
{
	if (n->kind == NODE_SPACE || node_is_block(n))
		buf_addc(b, ' ');
	buf_add(b, n->text);
	for (const struct cite_item *it = n->cites; it; it = it->next) {
		buf_fmt(b, "@%.*s", TEXT_ARG(it->key));
		for (const struct node *k = it->suffix; k; k = k->next)
			words(b, k, depth + 1);
	}
	for (const struct node *c = n->child; c && depth < DEEPEST; c = c->next)
		words(b, c, depth + 1);
}

static struct version
run_version(struct arena *a, const struct trip *t)
{
	struct version v = {0};
	struct diag d = {.a = a};
	struct expand_options o = {.draft = t->draft};

	v.p = provenance_of(a, expand(a, t->lib, t->kase, &o, &d), t->lib,
	    t->kase);
	v.sound = v.p && diag_count(&d, LEVEL_ERROR) == 0;
	for (size_t i = 0; v.p && i < v.p->entries.n; i++) {
		struct buf b = {.a = a};
		words(&b, v.p->entries.at[i].node, 0);
		struct text w = buf_text(&b);
		array_push(a, &v.words, w);
	}
	v.changed = arena_alloc(a, v.words.n + 1);
	v.ever = arena_alloc(a, v.words.n + 1);
	return v;
}

/* What is in no longest common subsequence of the two has changed. */
static void
compare(struct arena *a, struct version *x, struct version *y)
{
	size_t lo = 0, nx = x->words.n, ny = y->words.n;

	while (lo < nx && lo < ny && text_eq(x->words.at[lo], y->words.at[lo]))
		lo++;
	while (nx > lo && ny > lo
	    && text_eq(x->words.at[nx - 1], y->words.at[ny - 1])) {
		nx--;
		ny--;
	}
	size_t w = ny - lo + 1, h = nx - lo + 1;
	unsigned *best = arena_alloc(a, w * h * sizeof(*best));
	for (size_t i = h - 1; i--;)
		for (size_t k = w - 1; k--;) {
			unsigned down = best[(i + 1) * w + k];
			unsigned right = best[i * w + k + 1];
			bool same =
			    text_eq(x->words.at[lo + i], y->words.at[lo + k]);
			best[i * w + k] = same ? best[(i + 1) * w + k + 1] + 1
			    : down > right     ? down
					       : right;
		}
	for (size_t i = 0, k = 0; i + 1 < h || k + 1 < w;) {
		if (i + 1 < h && k + 1 < w
		    && text_eq(x->words.at[lo + i], y->words.at[lo + k])) {
			i++;
			k++;
		} else if (k + 1 == w
		    || (i + 1 < h
			&& best[(i + 1) * w + k] >= best[i * w + k + 1])) {
			x->changed[lo + i++] = true;
		} else {
			y->changed[lo + k++] = true;
		}
	}
}

/* What was done: a fact has another value, or is gone from `parent`. */
struct deed {
	const struct value *fact, *parent;
};

static bool
is_below(const struct value *v, const struct value *top, unsigned depth)
{
	if (v == top)
		return true;
	for (const struct value *c = top->child; c && depth < DEEPEST;
	     c = c->next)
		if (is_below(v, c, depth + 1))
			return true;
	return false;
}

static bool
lists(const struct entry *e, const struct deed *deed)
{
	for (size_t i = 0; i < e->facts.at.n; i++) {
		const struct reading *r = &e->facts.at.at[i];
		if (!deed->parent && r->value == deed->fact
		    && r->kind == READ_VALUE)
			return true;
		if (deed->parent
		    && ((r->value == deed->parent && r->kind != READ_VALUE)
			|| is_below(r->value, deed->fact, 0)))
			return true;
	}
	return false;
}

static void
judge(struct trip *t, const struct version *v, const struct deed *deed,
    const char *when)
{
	for (size_t i = 0; i < v->words.n; i++) {
		const struct entry *e = &v->p->entries.at[i];
		bool listed = lists(e, deed);
		t->listed += listed;
		t->changed += v->changed[i];
		if (!v->changed[i] || listed)
			continue;
		t->missed++;
		struct arena *a = arena_new();
		struct text path = paths_show(a, t->paths, deed->fact);
		struct text at = pos_show(a, e->pos);
		printf("missed: %.*s does not list %.*s (%s): %.60s\n",
		    TEXT_ARG(at), TEXT_ARG(path), when,
		    text_cstr(a, v->words.at[i]));
		arena_free(a);
	}
}

/* --- another value of the same kind --- */

static bool
is_number(struct text t)
{
	for (size_t i = 0; i < t.n; i++)
		if (t.s[i] < '0' || t.s[i] > '9')
			return false;
	return t.n > 0 && t.n < 10;
}

/* "2020-08-11", "2020-08", "2020": two years earlier. */
static bool
other_date(struct arena *a, struct text t, struct text *out)
{
	int year;

	if (t.n < 4 || (t.n > 4 && t.s[4] != '-') || t.n > 10
	    || !text_int(text_sub(t, 0, 4), &year) || year < 1900)
		return false;
	for (size_t i = 5; i < t.n; i++)
		if (t.s[i] != '-' && (t.s[i] < '0' || t.s[i] > '9'))
			return false;
	*out = text_fmt(a, "%d%.*s", year - 4, TEXT_ARG(text_sub(t, 4, t.n)));
	return true;
}

/* The value of the same key in another element of the same list. */
static struct text
of_sibling(const struct value *list, const struct value *fact, int nth)
{
	for (const struct value *e = list ? list->child : NULL; e;
	     e = e->next) {
		const struct value *k =
		    e->kind == VALUE_MAP ? value_key(e, fact->key) : e;
		if (k && k->kind == VALUE_TEXT && !text_eq(k->text, fact->text)
		    && nth-- == 0)
			return k->text;
	}
	return TEXT("");
}

static struct text
other_text(struct arena *a, const struct value *fact, const struct value *list,
    int nth)
{
	static const char *const pronouns[] = {"she", "he", "they"};
	struct text out;

	for (int i = 0; i < 3; i++)
		if (text_is(fact->text, pronouns[i]))
			return text_of(pronouns[(i + 1 + nth % 2) % 3]);
	if (nth == 0 && other_date(a, fact->text, &out))
		return out;
	if (nth == 0 && is_number(fact->text))
		return text_fmt(a, "1%.*s", TEXT_ARG(fact->text));
	if (nth < 2)
		return text_fmt(a, "%.*s%s", TEXT_ARG(fact->text),
		    nth ? "x" : " Quux");
	return of_sibling(list, fact, nth - 2);
}

/* Facts are read only, but for this test. */
static struct value *
writable(const struct value *v)
{
	return (struct value *)(uintptr_t)v;
}

/* The case is changed: run it again.  False: it cannot be run now. */
static bool
again(struct trip *t, const struct deed *deed)
{
	struct arena *a = arena_new();
	struct version after = run_version(a, t);

	if (after.sound || t->draft) {
		for (size_t i = 0; i < t->before.words.n; i++)
			t->before.changed[i] = false;
		compare(a, &t->before, &after);
		for (size_t i = 0; i < t->before.words.n; i++)
			t->before.ever[i] |= t->before.changed[i];
		if (!t->draft) {
			judge(t, &t->before, deed, "before");
			judge(t, &after, deed, "after");
		}
	}
	arena_free(a);
	return after.sound;
}

static bool
try_value(struct trip *t, struct value *v, struct text other)
{
	struct text old = v->text;

	v->text = other;
	bool fine = again(t, &(struct deed){v, NULL});
	v->text = old;
	return fine;
}

/* Take v, behind `before`, out of its parent; and put it back. */
static void
take_away(struct trip *t, struct value *parent, struct value *before,
    struct value *v)
{
	struct value **link = before ? &before->next : &parent->child;

	if (t->nth++ % t->every)
		return;
	*link = v->next;
	parent->n--;
	bool done = again(t, &(struct deed){v, parent});
	*link = v;
	parent->n++;
	t->taken += done;
}

/* A fact that is not known is an error wherever it is read: what lists it and
 * is as before whatever the fact is, does not read it. */
static void
explain(struct trip *t, struct value *v)
{
	enum value_kind kind = v->kind;
	struct deed deed = {v, NULL};

	t->draft = true;
	v->kind = VALUE_UNKNOWN;
	again(t, &deed);
	v->kind = kind;
	t->draft = false;
	for (size_t i = 0; i < t->before.words.n; i++) {
		const struct entry *e = &t->before.p->entries.at[i];
		t->idle += lists(e, &deed) && !t->before.ever[i];
		t->before.ever[i] = false;
	}
}

static void
change(struct trip *t, const struct value *fact, const struct value *list)
{
	struct arena *a = arena_new();
	struct value *v = writable(fact);
	bool done = false;

	if (t->nth++ % t->every) {
		arena_free(a);
		return;
	}
	if (v->kind == VALUE_BOOL)
		done = try_value(t, v,
		    text_is(v->text, "true") ? TEXT("false") : TEXT("true"));
	for (int i = 0; v->kind == VALUE_TEXT && !done && i < TRIES; i++) {
		struct text other = other_text(a, v, list, i);
		done = other.n && try_value(t, v, other);
	}
	if (done)
		explain(t, v);
	t->facts += done;
	t->skipped += !done;
	arena_free(a);
}

/* What is read while a case is loaded cannot be changed in one that is. */
static bool
is_fixed(const struct value *v, unsigned depth)
{
	static const char *const keys[] = {"profile", "expert", "sections",
	    "sources", "references"};

	for (size_t i = 0; depth == 1 && i < sizeof(keys) / sizeof(keys[0]);
	     i++)
		if (text_is(v->key, keys[i]))
			return true;
	return false;
}

/* `list`: the nearest one around. */
static void
each(struct trip *t, const struct value *v, const struct value *list,
    unsigned depth)
{
	if (is_fixed(v, depth))
		return;
	if (v->kind == VALUE_TEXT || v->kind == VALUE_BOOL)
		change(t, v, list);
	if (v->kind == VALUE_LIST)
		list = v;
	for (const struct value *c = v->child; c && depth < DEEPEST;
	     c = c->next)
		each(t, c, list, depth + 1);
}

static void
each_away(struct trip *t, const struct value *v, unsigned depth)
{
	struct value *before = NULL;

	for (struct value *c = v->child; c && depth < DEEPEST; c = c->next) {
		if (!is_fixed(c, depth + 1)) {
			take_away(t, writable(v), before, c);
			each_away(t, c, depth + 1);
		}
		before = c;
	}
}

int
main(int argc, char **argv)
{
	struct trip t = {.a = arena_new(), .one = arena_new(), .every = 1};
	struct diag d = {.a = t.a};
	struct places where = places_find();

	if (argc < 2)
		return 2;
	where.root = text_of(argc > 2 ? argv[2] : "");
	where.report = text_of(argc > 3 ? argv[3] : "");
	if (argc > 4)
		t.every = (unsigned)atoi(argv[4]);
	t.kase = case_load(t.a, text_of(argv[1]), where.root, &d);
	t.lib = t.kase ? library_load(t.a, &where, t.kase, &d) : NULL;
	t.before = t.lib ? run_version(t.one, &t) : t.before;
	if (!t.every || !t.before.sound) {
		diag_print(&d, stderr, DIAG_HUMAN);
		printf("round trip: %s cannot be built\n", argv[1]);
		return 1;
	}
	t.paths = paths_of(t.a, t.kase, t.lib);
	each(&t, t.kase->facts, NULL, 0);
	each_away(&t, t.kase->facts, 0);
	if (t.kase->expert) {
		each(&t, t.kase->expert, NULL, 0);
		each_away(&t, t.kase->expert, 0);
	}
	printf("round trip: %s: %zu facts, %zu paragraphs changed, %zu missed "
	       "(%zu listed, %zu idle; %zu facts taken away, %zu have no other "
	       "value)\n",
	    argc > 3 && *argv[3] ? argv[3] : argv[1], t.facts, t.changed,
	    t.missed, t.listed, t.idle, t.taken, t.skipped);
	library_close(t.lib);
	arena_free(t.one);
	arena_free(t.a);
	return t.missed || 20 * t.idle > t.listed;
}
