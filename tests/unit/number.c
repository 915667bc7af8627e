/* Unit tests of number/: citations of a note style, marks and punctuation. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "expand/piece.h"
#include "model/stage.h"

/* The document in one line: words, notes as <number words>, citations as @. */
static void
print(struct buf *b, const struct node *n)
{
	for (; n; n = n->next) {
		if (n->kind == NODE_NOTE)
			buf_fmt(b, "<%.*s ", TEXT_ARG(n->number));
		if (n->kind == NODE_PARA && n->number.n)
			buf_fmt(b, "%.*s. ", TEXT_ARG(n->number));
		if (n->kind == NODE_TEXT)
			buf_add(b, n->text);
		if (n->kind == NODE_SPACE)
			buf_addc(b, ' ');
		for (const struct cite_item *it = n->cites; it; it = it->next) {
			buf_fmt(b, "%s%.*s", it->suppress_author ? "-@" : "@",
			    TEXT_ARG(it->key));
			print(b, it->suffix);
		}
		print(b, n->child);
		if (n->kind == NODE_NOTE)
			buf_addc(b, '>');
	}
}

static void
reads(const char *source, bool notes, const char *want)
{
	struct arena *a = arena_new();
	struct diag d = {.a = a};
	struct source src = {.name = TEXT("t.md"), .body = text_of(source)};
	struct piece one = {.kind = PIECE_SOURCE,
	    .text = src.body,
	    .pos = {&src, 0, (uint32_t)src.body.n}};
	struct mark_options o = {.prose = false};
	struct style style = {.note = notes};
	struct profile profile = {.style = &style};
	struct pieces p = {{0}};
	struct doc doc = {0};
	struct buf b = {.a = a};

	array_push(a, &p.p, one);
	doc.root = mark(a, &p, &o, &d);
	print(&b, number(a, &doc, &profile, &d)->root);
	assert_string_equal(text_cstr(a, buf_text(&b)), want);
	arena_free(a);
}

static void
a_group_becomes_a_note(void **state)
{
	(void)state;
	reads("A [@k, p 3] b.", true, "1. A<1 @k, p 3> b.");
	reads("A [@k] b.", false, "1. A @k b.");
	reads("A^[See @k.] b.", true, "1. A<1 See @k.> b.");
}

static void
a_name_in_the_sentence_is_followed_by_a_note(void **state)
{
	(void)state;
	reads("As @k [p 3] says.", true, "1. As @k<1 -@kp 3> says.");
	reads("As @k says.", false, "1. As @k says.");
}

static void
a_mark_follows_the_punctuation(void **state)
{
	(void)state;
	reads("A [@k].", true, "1. A.<1 @k>");
	reads("A [@k], b [@k]; c [@k]: d [@k]? e [@k]!", true,
	    "1. A,<1 @k> b;<2 @k> c:<3 @k> d?<4 @k> e!<5 @k>");
	reads("\"A [@k].\" B", true, "1. \u201cA.\u201d<1 @k> B");
	reads("\"A\" [@k]. B", true, "1. \u201cA\u201d.<1 @k> B");
	reads("A [@k] [@l]. B", true, "1. A.<1 @k><2 @l> B");
	reads("A\n[@k]\nb (c [@k]).", true, "1. A<1 @k> b (c<2 @k>).");
	reads("A [@k].", false, "1. A @k.");
}

static void
references_are_given_their_words(void **state)
{
	(void)state;
	reads("A. {#a}\n\nSee @par-a, [-@par-a]. @Par-a.", true,
	    "1. A.2. See paragraph\u00a01, 1. Paragraph\u00a01.");
	reads("See @fn-n.[^n]\n\n[^n]: A.", true, "1. See n\u00a01.<1 A.>");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(
					       a_group_becomes_a_note),
	    cmocka_unit_test(a_name_in_the_sentence_is_followed_by_a_note),
	    cmocka_unit_test(a_mark_follows_the_punctuation),
	    cmocka_unit_test(references_are_given_their_words)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
