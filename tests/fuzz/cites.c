/*
 * Citations: a group in Markdown, and the locators behind its keys.  The
 * properties: every digit that a locator took stands in one of its values, in
 * order; values and labels are never empty; what is left begins at a character.
 */
#include <stdlib.h>

#include "cite/locator.h"
#include "expand/piece.h"

static bool
digit(char c)
{
	return c >= '0' && c <= '9';
}

static void
add_digits(struct buf *b, struct text t)
{
	for (size_t i = 0; i < t.n; i++)
		if (digit(t.s[i]))
			buf_addc(b, t.s[i]);
}

static void
check(struct arena *a, const struct labels *labels, struct text s)
{
	struct locator l = locator_of(a, labels, s);
	struct buf typed = {.a = a}, kept = {.a = a};

	if (l.end > s.n || l.from > s.n || l.unknown.n > s.n)
		abort();
	if (text_bad_utf8(s) == s.n && l.end < s.n
	    && ((unsigned char)s.s[l.end] & 0xc0) == 0x80)
		abort();
	for (size_t i = 0; i < l.at.n; i++) {
		if (!l.at.at[i].label.n || !l.at.at[i].value.n)
			abort();
		add_digits(&kept, l.at.at[i].value);
	}
	add_digits(&typed, text_sub(s, 0, l.end));
	if (!text_eq(buf_text(&typed), buf_text(&kept)))
		abort();
}

static void
check_items(struct arena *a, const struct labels *labels, const struct node *n)
{
	for (; n; n = n->next) {
		for (const struct cite_item *it = n->cites; it; it = it->next)
			for (const struct node *w = it->suffix; w; w = w->next)
				check(a, labels, w->text);
		check_items(a, labels, n->child);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = arena_new();
	struct diag d = {.a = a};
	const struct terms none = {0};
	const struct labels *labels = labels_new(a, &none);
	struct text words = {(const char *)data, size};

	check(a, labels, words);
	struct text group =
	    text_fmt(a, "A [see @key%.*s; -@two] B.", TEXT_ARG(words));
	struct source src = {.name = TEXT("fuzz.md"), .body = group};
	struct piece all = {.kind = PIECE_SOURCE,
	    .text = group,
	    .pos = {&src, 0, (uint32_t)group.n}};
	struct pieces p = {{0}};
	struct mark_options o = {.scope = TEXT("scope")};
	array_push(a, &p.p, all);
	check_items(a, labels, mark(a, &p, &o, &d));
	arena_free(a);
	return 0;
}
