#include "check/audit_twin.h"

#include "base/uni.h"

/* NAMESAKES: how many records of one title are compared, so that a list of
 * nothing but "Untitled" takes no time. */
enum { TITLE_LEAST = 8, NAMESAKES = 64 };

/* Records of one title, the latest first. */
struct namesake {
	const struct reference *ref;
	struct namesake *next;
};

/* The name of a register's entry: behind any resolver's address. */
static struct text
doi_key(struct arena *a, const struct reference *r)
{
	struct text t = text_trim(reference_text(r, "DOI"));
	size_t from = text_find(t, 0, TEXT("10."));

	if (from == t.n)
		return TEXT("");
	return text_join(a, TEXT("doi "), uni_lower(a, text_sub(t, from, t.n)));
}

/* The host is the same in small letters and capitals, the path is not (RFC
 * 3986, 6.2.2.1). */
static struct text
url_key(struct arena *a, const struct reference *r)
{
	struct text t = text_trim(reference_text(r, "URL"));
	size_t scheme = text_find(t, 0, TEXT("://"));

	if (scheme < t.n)
		t = text_sub(t, scheme + 3, t.n);
	size_t slash = text_findc(t, 0, '/');
	struct text host = uni_lower(a, text_sub(t, 0, slash));
	struct text path = text_sub(t, slash, t.n);
	if (text_starts(host, TEXT("www.")))
		host = text_sub(host, 4, host.n);
	while (text_ends(path, TEXT("/")))
		path = text_sub(path, 0, path.n - 1);
	return host.n
	    ? text_fmt(a, "url %.*s%.*s", TEXT_ARG(host), TEXT_ARG(path))
	    : TEXT("");
}

/* The letters and digits of a title. */
static struct text
title_key(struct arena *a, const struct reference *r)
{
	struct text t = reference_words(a, reference_text(r, "title"));
	struct buf b = {.a = a};

	for (size_t i = 0; i < t.n;) {
		uint32_t cp = text_next(t, &i);
		if (uni_is_word(cp))
			buf_cp(&b, uni_to_lower(cp));
	}
	return b.n < TITLE_LEAST ? TEXT("") : buf_text(&b);
}

static bool
both_differ(struct text x, struct text y)
{
	x = text_trim(x);
	y = text_trim(y);
	return x.n && y.n && !text_eq(x, y);
}

static struct text
author_of(const struct reference *r)
{
	const struct name_list *l = reference_names(r, "author");

	if (!l || !l->n)
		return TEXT("");
	return l->at[0].family.n ? l->at[0].family : l->at[0].literal;
}

static bool
other_day(const struct reference *x, const struct reference *y)
{
	const struct date *a = reference_date(x, "issued");
	const struct date *b = reference_date(y, "issued");

	if (!a || !b || !a->from.year || !b->from.year)
		return false;
	if (a->from.year != b->from.year)
		return true;
	return a->from.month && b->from.month && a->from.month != b->from.month;
}

static bool
other_work(const struct reference *x, const struct reference *y)
{
	static const char *const vars[] = {"number", "volume", "page", "DOI"};

	for (size_t i = 0; i < sizeof(vars) / sizeof(vars[0]); i++)
		if (both_differ(reference_text(x, vars[i]),
			reference_text(y, vars[i])))
			return true;
	return other_day(x, y) || both_differ(author_of(x), author_of(y));
}

static const struct reference *
by_title(struct twins *t, const struct reference *r)
{
	struct text key = title_key(t->a, r);
	const struct reference *found = NULL;

	if (!key.n)
		return NULL;
	void **slot = map_slot(t->a, &t->titles, key);
	const struct namesake *n = *slot;
	for (unsigned i = 0; n && !found && i < NAMESAKES; n = n->next, i++)
		if (!other_work(n->ref, r))
			found = n->ref;
	struct namesake *mine = arena_make(t->a, struct namesake);
	*mine = (struct namesake){r, *slot};
	*slot = mine;
	return found;
}

static const struct reference *
by_register(struct twins *t, const struct reference *r, struct text key)
{
	if (!key.n)
		return NULL;
	void **slot = map_slot(t->a, &t->registers, key);
	struct namesake *first = *slot;
	if (first)
		return first->ref;
	first = arena_make(t->a, struct namesake);
	first->ref = r;
	*slot = first;
	return NULL;
}

const struct reference *
twins_find(struct twins *t, const struct reference *r, const char **why)
{
	const struct reference *doi = by_register(t, r, doi_key(t->a, r));
	const struct reference *url = by_register(t, r, url_key(t->a, r));
	const struct reference *title = by_title(t, r);

	*why = doi ? "the same DOI" : url ? "the same URL" : "the same title";
	return doi ? doi : url ? url : title;
}
