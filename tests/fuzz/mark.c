/*
 * Markdown.  The property: when nothing was found wrong, every word of the text
 * is in the tree: as words, as a key, a label, a class, an attribute or an
 * address.  Bytes 1 and 2 in the input stand for a value and for prose.
 */
#include <stdlib.h>

#include "expand/piece.h"

static void collect(struct buf *b, const struct node *n, unsigned depth);

static void
collect_cites(struct buf *b, const struct cite_item *it, unsigned depth)
{
	for (; it; it = it->next) {
		collect(b, it->prefix, depth);
		buf_fmt(b, " %.*s ", TEXT_ARG(it->key));
		collect(b, it->suffix, depth);
	}
}

static void
collect(struct buf *b, const struct node *n, unsigned depth)
{
	if (depth > 1000)
		abort(); /* a tree that later stages could not walk */
	for (; n; n = n->next) {
		buf_fmt(b, " %d ", n->level);
		buf_add(b, n->text);
		buf_fmt(b, " %.*s %.*s ", TEXT_ARG(n->label),
		    TEXT_ARG(n->classes));
		for (const struct attr *at = n->attrs; at; at = at->next)
			buf_fmt(b, " %.*s %.*s ", TEXT_ARG(at->name),
			    TEXT_ARG(at->value));
		collect_cites(b, n->cites, depth + 1);
		collect(b, n->child, depth + 1);
	}
}

static bool
letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Both as letters alone: markup may part a word, and spans may join two. */
static struct text
letters(struct arena *a, struct text t)
{
	struct buf b = {.a = a};

	for (size_t i = 0; i < t.n; i++)
		if (letter(t.s[i]))
			buf_addc(&b, (char)(t.s[i] | 32));
	return buf_text(&b);
}

/* What becomes a kind of node. */
static bool
is_markup(struct text word)
{
	return text_is(word, "table") || text_is(word, "smallcaps")
	    || text_is(word, "sup") || text_is(word, "sub");
}

static void
check_words(struct arena *a, struct text source, const struct node *doc)
{
	struct buf all = {.a = a};

	collect(&all, doc, 0);
	struct text have = letters(a, buf_text(&all));
	for (size_t i = 0, from; i < source.n; i++) {
		for (from = i; i < source.n && letter(source.s[i]);)
			i++;
		struct text word = letters(a, text_sub(source, from, i));
		if (word.n && !is_markup(word)
		    && text_find(have, 0, word) == have.n)
			abort();
	}
}

static bool
may_vanish(struct text t)
{
	/* Comments go, character references become other words. */
	return text_find(t, 0, TEXT("<!--")) < t.n
	    || text_findc(t, 0, '&') < t.n;
}

static void
cut(struct arena *a, struct pieces *out, const struct source *src)
{
	const struct text t = src->body;
	size_t from = 0;

	for (size_t i = 0; i <= t.n; i++) {
		if (i < t.n && t.s[i] != 1 && t.s[i] != 2)
			continue;
		struct piece words = {.kind = PIECE_SOURCE,
		    .text = text_sub(t, from, i),
		    .pos = {src, (uint32_t)from, (uint32_t)(i - from)}};
		array_push(a, &out->p, words);
		from = i + 1;
		if (i == t.n)
			break;
		struct piece value = {.kind = t.s[i] == 1 ? PIECE_VALUE
							  : PIECE_PROSE,
		    .text = TEXT("*valued* [@key] "),
		    .pos = {src, (uint32_t)i, 1}};
		array_push(a, &out->p, value);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = arena_new();
	struct diag d = {.a = a};
	struct text t = {(const char *)data, size};
	struct source src = {.name = TEXT("fuzz.md"), .body = t};
	struct pieces p = {{0}};
	struct mark_options o = {.scope = TEXT("scope")};

	cut(a, &p, &src);
	const struct node *doc = mark(a, &p, &o, &d);
	if (!d.found.n && !may_vanish(t))
		check_words(a, t, doc);
	arena_free(a);
	return 0;
}
