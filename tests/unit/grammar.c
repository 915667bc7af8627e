/*
 * Unit tests of check/grammar: each rule on sentences with its fault, and on
 * those that look like it and are English.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/article.h"
#include "check/grammar.h"

struct row {
	const char *words;
	const char *fault; /* the words found, or NULL: nothing is */
};

/* Every row is judged by all rules, and only `code` may speak. */
static void
judge(const char *code, const struct row *rows, size_t n)
{
	struct arena *a = arena_new();

	assert_true(n >= 12);
	for (size_t i = 0; i < n; i++) {
		struct grammar_hits hits = {{0}};
		struct wording p = wording_of_words(a, text_of(rows[i].words),
		    (struct pos){0});
		grammar(a, &p, NULL, &hits);
		size_t want = rows[i].fault ? 1 : 0;
		if (hits.at.n != want)
			fail_msg("%s: %zu findings, %s: %s", code, hits.at.n,
			    hits.at.n ? hits.at.at[0].says.s : "",
			    rows[i].words);
		if (!want)
			continue;
		const struct grammar_hit *h = &hits.at.at[0];
		assert_string_equal(h->code, code);
		struct text got = text_sub(p.text, h->from, h->to);
		if (!text_is(got, rows[i].fault))
			fail_msg("%s: found \"%.*s\" in: %s", code,
			    TEXT_ARG(got), rows[i].words);
	}
	arena_free(a);
}

#define JUDGE(code, rows) judge(code, rows, sizeof(rows) / sizeof((rows)[0]))

static void
a_verb_agrees_with_its_pronoun(void **state)
{
	static const struct row rows[] = {
	    {"He have left.", "He have"},
	    {"I know that she were there.", "she were"},
	    {"On that day they was arrested.", "they was"},
	    {"He do not speak Polish.", "He do"},
	    {"She don't work there.", "She don't"},
	    {"She don\u2019t work there.", "She don\u2019t"},
	    {"They also fears return.", "They also fears"},
	    {"It have been said.", "It have"},
	    {"As a baker they lives in Minsk.", "they lives"},
	    {"We has seen it.", "We has"},
	    {"In my view she face a risk.", "she face"},
	    {"They does not say so.", "They does"},
	    {"If he were to return, she would wait.", NULL},
	    {"It would matter if, on arrival, she were searched.", NULL},
	    {"I recommend that he have a doctor.", NULL},
	    {"Does he have a passport?", NULL},
	    {"He and she were arrested, and Ali and she have left.", NULL},
	    {"Those who criticise it are punished.", NULL},
	    {"They have been there, and we do not know why.", NULL},
	    {"She has said so; he does not.", NULL},
	    {"Were she to return, could he work there?", NULL},
	    {"I doubt whether he were the author.", NULL},
	    {"Neither he nor they were told.", NULL},
	    {"As he was a lawyer, they work alone.", NULL},
	};

	(void)state;
	JUDGE("GRAM-01", rows);
}

static void
an_article_goes_by_the_sound(void **state)
{
	static const struct row rows[] = {
	    {"She is an woman.", "an woman"},
	    {"It took a hour.", "a hour"},
	    {"He is an European.", "an European"},
	    {"He is a Estonian national.", "a Estonian"},
	    {"She is an university lecturer.", "an university"},
	    {"That is a honest answer.", "a honest"},
	    {"It was an one-off.", "an one-off"},
	    {"A engineer was held.", "A engineer"},
	    {"She was a 18-year-old.", "a 18-year-old"},
	    {"This is a NGO.", "a NGO"},
	    {"There was a unidentified man.", "a unidentified"},
	    {"There is an UK report.", "an UK"},
	    {"An hour passed; a European came.", NULL},
	    {"An unimportant, a unanimous and an unusual vote.", NULL},
	    {"An historic and a historic day.", NULL},
	    {"A SIM card, an SMS, a NATO base, an OSCE report.", NULL},
	    {"An 8-year sentence, an 11th day, a 12-year sentence.", NULL},
	    {"Appendix A is long, and (a) applies.", NULL},
	    {"It is a one-party state and a Ukrainian matter.", NULL},
	    {"A once free press has an heir, an MP and a UN post.", NULL},
	    {"An 1801 map and a 110-page report.", NULL},
	    {"A user, a usual one and a utility.", NULL},
	};

	(void)state;
	JUDGE("GRAM-02", rows);
}

static void
no_word_is_there_twice(void **state)
{
	static const struct row rows[] = {
	    {"It is the the law.", "the the"},
	    {"The The Hague court said so.", "The The"},
	    {"She went to to Minsk.", "to to"},
	    {"He was a a baker.", "a a"},
	    {"They were were held.", "were were"},
	    {"A report of of 2020.", "of of"},
	    {"The police police came.", "police police"},
	    {"It was not not so.", "not not"},
	    {"He had had enough.", NULL},
	    {"She said that that was so.", NULL},
	    {"A very very long time.", NULL},
	    {"What it is is plain, and what they do do is not.", NULL},
	    {"Duran Duran and Sirhan Sirhan.", NULL},
	    {"Paragraphs 5 5 and 6.", NULL},
	    {"He came in. In spring she left.", NULL},
	    {"What he gave, gave hope.", NULL},
	};

	(void)state;
	JUDGE("GRAM-03", rows);
}

static void
words_have_one_blank_between_them(void **state)
{
	static const struct row rows[] = {
	    {"She is  a baker.", "  "},
	    {"She is   a baker.", "   "},
	    {"In  2020 she left.", "  "},
	    {"He left,  she stayed.", "  "},
	    {"One (two)  three.", "  "},
	    {"At 5\u00a0 pm.", "\u00a0 "},
	    {"The end.   Then more.", "   "},
	    {"She is a baker.", NULL},
	    {"The end.  Then more.", NULL},
	    {"Is it?  It is.", NULL},
	    {"He said \u201cno.\u201d  Then he left.", NULL},
	    {"At 5\u00a0pm.", NULL},
	    {"one\n  two", NULL},
	    {"one  ", NULL},
	};

	(void)state;
	JUDGE("GRAM-04", rows);
}

static void
no_blank_stands_before_a_mark(void **state)
{
	static const struct row rows[] = {
	    {"She left .", " ."},
	    {"She left , and came back.", " ,"},
	    {"One ; two.", " ;"},
	    {"The following : one.", " :"},
	    {"(one )", " )"},
	    {"( one)", "( "},
	    {"[ one]", "[ "},
	    {"Is it so ?", " ?"},
	    {"At 5\u00a0.", "\u00a0."},
	    {"Born in Minsk , in 1990.", " ,"},
	    {"She left. (He stayed.)", NULL},
	    {"A .NET program and .5 of it.", NULL},
	    {"And so on ... and on.", NULL},
	    {"And so on . . . and on.", NULL},
	    {"one\n, two", NULL},
	    {"[one], (two); three: four.", NULL},
	};

	(void)state;
	JUDGE("GRAM-05", rows);
}

static void
an_empty_list_leaves_nothing(void **state)
{
	static const struct row rows[] = {
	    {"Ali, , and Sara.", ", ,"},
	    {"Ali,, Sara.", ",,"},
	    {"I saw Ali, and .", "and ."},
	    {"I saw Ali and.", "and."},
	    {"Ali and or Sara.", "and or"},
	    {"I was not given: .", ": ."},
	    {"I was not given:.", ":."},
	    {"Ms Specimen () left.", "()"},
	    {"Ms Specimen ( ) left.", "( )"},
	    {"It says \u201c\u201d there.", "\u201c\u201d"},
	    {"Born in 1990,.", ",."},
	    {"Held in Minsk, ; freed.", ", ;"},
	    {"Ali and , Sara.", "and ,"},
	    {"Ali (Minsk,) left.", ",)"},
	    {"Ali, Sara and Omid; or so.", NULL},
	    {"And, in particular, or, if not.", NULL},
	    {"This and/or that, e.g., one.", NULL},
	    {"One: \u201ctwo\u201d (three).", NULL},
	    {"A rate of: .5 per cent.", NULL},
	    {"He paused, ... and went on.", NULL},
	};

	(void)state;
	JUDGE("GRAM-06", rows);
}

static void
sentences_begin_with_a_capital(void **state)
{
	static const struct row rows[] = {
	    {"She left. he stayed.", "he"},
	    {"That was so. they were held.", "they"},
	    {"It ended. the court sat.", "the"},
	    {"(It ended.) the court sat.", "the"},
	    {"\u201cIt ended.\u201d the court sat.", "the"},
	    {"In Minsk. \u201cthe court sat.\u201d", "the"},
	    {"The report. see below.", "see"},
	    {"She left.  he stayed.", "he"},
	    {"See e.g. the report, i.e. that one, p. ii.", NULL},
	    {"Mr. de Vries v. the state, c. the year.", NULL},
	    {"On 12. august it rained.", NULL},
	    {"She waited ... and left.", NULL},
	    {"J. smith and A. K. are initials.", NULL},
	    {"At 5 a.m. they came.", NULL},
	    {"It ended. al-Jazeera said so. iPhones rang.", NULL},
	    {"Is it? it is.", NULL},
	};

	(void)state;
	JUDGE("GRAM-07", rows);
}

static void
brackets_come_in_pairs(void **state)
{
	static const struct row rows[] = {
	    {"One (two.", "("},
	    {"One two).", ")"},
	    {"One [two.", "["},
	    {"One two].", "]"},
	    {"She said \u201cno.", "\u201c"},
	    {"She said no.\u201d", "\u201d"},
	    {"One (two [three).", "["},
	    {"It said \u00abno.", "\u00ab"},
	    {"One ((two).", "("},
	    {"One (two [three]) four.", NULL},
	    {"1) one, 2) two and a) three.", NULL},
	    {"\u201cA quotation that goes on below.", NULL},
	    {"She said \u201cno\u201d (twice).", NULL},
	    {"It\u2019s \u2018so\u2019, isn\u2019t it?", NULL},
	};

	(void)state;
	JUDGE("GRAM-08", rows);
}

static void
pronouns_within_a_sentence_are_small(void **state)
{
	static const struct row rows[] = {
	    {"I think that She left.", "She"},
	    {"It is said, and He knows it.", "He"},
	    {"I asked, They said.", "They"},
	    {"The house was Theirs.", "Theirs"},
	    {"Then the police came for Him.", "Him"},
	    {"We met in Their office.", "Their"},
	    {"If so, She left.", "She"},
	    {"She left. He stayed. They knew.", NULL},
	    {"In court: He said so.", NULL},
	    {"It was for His Excellency and Her Majesty.", NULL},
	    {"The book What She Left is long.", NULL},
	    {"She works in IT and knows the US.", NULL},
	    {"She said, \u201cHe left.\u201d", NULL},
	    {"the list\nHe left.", NULL},
	};

	(void)state;
	JUDGE("GRAM-09", rows);
}

static void
a_sentence_has_one_full_stop(void **state)
{
	static const struct row rows[] = {
	    {"She left..", ".."},
	    {"She left.. He stayed.", ".."},
	    {"And so on etc..", ".."},
	    {"She left.....", "....."},
	    {"(She left..)", ".."},
	    {"At 5 p.m..", ".."},
	    {"She left. He stayed.", NULL},
	    {"She left ...", NULL},
	    {"She left....", NULL},
	    {"She left\u2026", NULL},
	    {"See ../cases/x.yaml.", NULL},
	    {"At 5 p.m. she left.", NULL},
	};

	(void)state;
	JUDGE("GRAM-10", rows);
}

static void
a_noun_agrees_with_its_number(void **state)
{
	static const struct row rows[] = {
	    {"She has 1 children.", "1 children"},
	    {"She has one children.", "one children"},
	    {"She has 2 child.", "2 child"},
	    {"She has two child and a house.", "two child"},
	    {"There were 0 document.", "0 document"},
	    {"He was held for 15 day in Minsk.", "15 day"},
	    {"There is one documents.", "one documents"},
	    {"Three woman were held.", "Three woman"},
	    {"At least 12 person are missing.", "12 person"},
	    {"She has one child and two children.", NULL},
	    {"Two child soldiers and a five year term.", NULL},
	    {"A two-child family.", NULL},
	    {"Section 1 documents and Article 1 cases.", NULL},
	    {"There were 1,001 children.", NULL},
	    {"No one people knows, in 2020 people left.", NULL},
	    {"Chapter 2 case law.", NULL},
	};

	(void)state;
	JUDGE("GRAM-11", rows);
}

/* The subject of a case, as one value of a file. */
static struct value *
subject(struct arena *a, struct source *src, const char *they)
{
	struct value *root =
	    value_add(a, NULL, TEXT(""), VALUE_MAP, TEXT(""), (struct pos){0});
	struct value *who = value_add(a, root, TEXT("subject"), VALUE_MAP,
	    TEXT(""), (struct pos){src, 1, 0});

	value_add(a, who, TEXT("name"), VALUE_TEXT, TEXT("Ms Specimen"),
	    (struct pos){src, 5, 0});
	value_add(a, who, TEXT("pronouns"), VALUE_TEXT, text_of(they),
	    (struct pos){src, 9, 0});
	return root;
}

/* "Ms Specimen", a fact, then words of the template. */
static size_t
of_another_set(const char *they, bool named, const char *words)
{
	struct arena *a = arena_new();
	struct source src = {TEXT("case.yaml"), TEXT("0123456789"), {0}, NULL,
	    0};
	struct value *facts = subject(a, &src, they);
	struct grammar_subject who = grammar_subject_of(facts);
	struct node *doc = node_new(a, NODE_DOC, TEXT(""), (struct pos){0});
	struct node *p = node_add(a, doc, NODE_PARA, TEXT(""), (struct pos){0});
	struct node *name =
	    node_add(a, p, NODE_TEXT, TEXT("Ms Specimen"), (struct pos){0});
	struct grammar_hits hits = {{0}};

	if (named)
		name->fact = (struct pos){&src, 5, 0};
	node_add(a, p, NODE_TEXT, text_of(words), (struct pos){0});
	struct wordings all = wordings_of(a, doc);
	assert_int_equal(all.at.n, 1);
	grammar(a, &all.at.at[0], &who, &hits);
	for (size_t i = 0; i < hits.at.n; i++)
		assert_string_equal(hits.at.at[i].code, "GRAM-12");
	size_t n = hits.at.n;
	arena_free(a);
	return n;
}

static void
a_pronoun_is_of_the_subjects_set(void **state)
{
	(void)state;
	assert_int_equal(of_another_set("she", true, " lost his house."), 1);
	assert_int_equal(of_another_set("he", true, " lost her house."), 1);
	assert_int_equal(of_another_set("they", true, " lost her house."), 1);
	assert_int_equal(of_another_set("they", true, " and him."), 1);
	assert_int_equal(of_another_set("he", true, ": she and hers."), 2);
	assert_int_equal(of_another_set("she", true, " hurt himself."), 1);
	assert_int_equal(of_another_set("she", true, " lost her house."), 0);
	assert_int_equal(of_another_set("he", true, " lost his house."), 0);
	assert_int_equal(of_another_set("she", true, " saw them there."), 0);
	assert_int_equal(of_another_set("he", true, " lost its house."), 0);
	assert_int_equal(of_another_set("she", false, " lost his house."), 0);
	assert_int_equal(of_another_set("xe", true, " lost his house."), 0);
	assert_int_equal(of_another_set("he", true, " knew Herta."), 0);
}

static void
articles_before_words_alone(void **state)
{
	static const struct {
		const char *words;
		enum article article;
	} rows[] = {{"hour", ARTICLE_AN}, {"house", ARTICLE_A},
	    {"Ukrainian", ARTICLE_A}, {"Ulad", ARTICLE_AN},
	    {"unanimous", ARTICLE_A}, {"unable", ARTICLE_AN},
	    {"ewer", ARTICLE_A}, {"x", ARTICLE_A}, {"X", ARTICLE_AN},
	    {"UNESCO", ARTICLE_EITHER}, {"EU", ARTICLE_AN},
	    {"", ARTICLE_EITHER}, {"\u0410\u043b", ARTICLE_EITHER},
	    {"18", ARTICLE_AN}, {"180", ARTICLE_A}, {"1800", ARTICLE_EITHER},
	    {"80", ARTICLE_AN}};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		if (article_of(text_of(rows[i].words)) != rows[i].article)
			fail_msg("%s", rows[i].words);
}

/* The place of a fault in words that print longer than they were typed. */
static void
a_place_is_found_in_typed_words(void **state)
{
	static const char typed[] = "He \"said\" it  -- was";
	struct arena *a = arena_new();
	struct source src = {TEXT("x.md"), text_of(typed), {0}, NULL, 0};
	struct wording p =
	    wording_of_words(a, TEXT("He \u201csaid\u201d it  \u2013 was"),
		(struct pos){&src, 0, (uint32_t)strlen(typed)});
	size_t from = text_find(p.text, 0, TEXT("was"));
	struct pos at = wording_pos(&p, from, from + 3);

	(void)state;
	assert_int_equal(at.off, 17);
	assert_int_equal(at.len, 3);
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_verb_agrees_with_its_pronoun),
	    cmocka_unit_test(an_article_goes_by_the_sound),
	    cmocka_unit_test(no_word_is_there_twice),
	    cmocka_unit_test(words_have_one_blank_between_them),
	    cmocka_unit_test(no_blank_stands_before_a_mark),
	    cmocka_unit_test(an_empty_list_leaves_nothing),
	    cmocka_unit_test(sentences_begin_with_a_capital),
	    cmocka_unit_test(brackets_come_in_pairs),
	    cmocka_unit_test(pronouns_within_a_sentence_are_small),
	    cmocka_unit_test(a_sentence_has_one_full_stop),
	    cmocka_unit_test(a_noun_agrees_with_its_number),
	    cmocka_unit_test(a_pronoun_is_of_the_subjects_set),
	    cmocka_unit_test(articles_before_words_alone),
	    cmocka_unit_test(a_place_is_found_in_typed_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
