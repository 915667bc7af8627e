#include "base/article.h"
#include "base/uni.h"
#include "expand/call.h"
#include "expand/pronoun.h"

/* Filters that know English: agreement, lists, names, articles. */

/* subject|verb('is', 'are') */
static struct datum
filter_verb(struct call *c)
{
	bool plural;

	if (!pronoun_plural(c->in, &plural))
		return call_fault(c, "someone with pronouns, or a number");
	return datum_made(call_text(c, plural ? 1 : 0, TEXT("")),
	    (struct datum){0});
}

static bool
is_vowel(char c)
{
	return c && text_findc(TEXT("aeiou"), 0, c) < 5;
}

/* The third person of the present: fears, goes, carries, has, is. */
static struct text
third_person(struct arena *a, struct text verb)
{
	static const char *const odd[][2] = {{"be", "is"}, {"have", "has"}};
	static const char *const hissing[] = {"s", "x", "z", "ch", "sh", "o"};

	for (size_t i = 0; i < 2; i++)
		if (text_is(verb, odd[i][0]))
			return text_of(odd[i][1]);
	if (verb.n > 1 && verb.s[verb.n - 1] == 'y'
	    && !is_vowel(verb.s[verb.n - 2]))
		return text_join(a, text_sub(verb, 0, verb.n - 1), TEXT("ies"));
	for (size_t i = 0; i < sizeof(hissing) / sizeof(hissing[0]); i++)
		if (text_ends(verb, text_of(hissing[i])))
			return text_join(a, verb, TEXT("es"));
	return text_join(a, verb, TEXT("s"));
}

/* subject|s('fear') : fears, or fear for those who are plural */
static struct datum
filter_s(struct call *c)
{
	struct text verb = call_text(c, 0, TEXT(""));
	bool plural;

	if (!pronoun_plural(c->in, &plural))
		return call_fault(c, "someone with pronouns, or a number");
	if (plural && text_is(verb, "be"))
		verb = TEXT("are");
	return datum_text(plural ? verb : third_person(c->ev->a, verb));
}

/* "Ali, Sara and Omid"; `oxford` puts a comma before the last. */
static struct datum
listed(struct call *c, struct text word)
{
	struct text sep = call_text(c, 1, TEXT(", "));
	bool oxford = call_true(c, 0, false);
	struct buf b = {.a = c->ev->a};
	struct seq s;

	if (!call_in_list(c, &s))
		return fault_datum(TEXT(""));
	for (size_t i = 0; i < s.n; i++) {
		struct datum one = fault_empty(c->ev, s.at[i], c->span);
		if (one.kind == DATUM_FAULT)
			return one;
		if (!datum_is_words(one)) {
			c->in = one;
			return call_fault(c, "texts in its list");
		}
		if (i && (i + 1 < s.n || (oxford && s.n > 2)))
			buf_add(&b, sep);
		if (i && i + 1 == s.n) {
			bool gap =
			    oxford && s.n > 2 && text_ends(sep, TEXT(" "));
			buf_add(&b, gap ? TEXT("") : TEXT(" "));
			buf_add(&b, word);
			buf_add(&b, TEXT(" "));
		}
		buf_add(&b, datum_words(c->ev->a, one));
	}
	return eval_room(c->ev, b.n, c->pos) ? datum_made(buf_text(&b), c->in)
					     : fault_datum(TEXT(""));
}

static struct datum
filter_and_list(struct call *c)
{
	return listed(c, call_text(c, 2, TEXT("and")));
}

static struct datum
filter_or_list(struct call *c)
{
	return listed(c, call_text(c, 2, TEXT("or")));
}

/* "Mr Haddad's"; after s too, unless the profile says `possessive: bare`, or
 * the word is plural. */
static struct datum
filter_possessive(struct call *c)
{
	const struct profile *p = c->ev->profile;
	bool bare = call_true(c, 0, false)
	    || (p && text_is(value_text(p->root, "possessive"), "bare"));
	struct buf b = {.a = c->ev->a};
	struct text t;

	if (!call_in_text(c, &t))
		return fault_datum(TEXT(""));
	buf_add(&b, t);
	buf_cp(&b, 0x2019);
	if (!bare || !(text_ends(t, TEXT("s")) || text_ends(t, TEXT("S"))))
		buf_addc(&b, 's');
	return datum_made(buf_text(&b), c->in);
}

/* "AMK": the first letter of each word that begins with a capital. */
static struct datum
filter_initials(struct call *c)
{
	struct buf b = {.a = c->ev->a};
	struct datum given = {0};
	struct text t;
	bool first = true;

	if (datum_key(c->in, TEXT("initials"), &given))
		return given;
	if (datum_key(c->in, TEXT("full"), &given))
		c->in = given;
	if (!call_in_text(c, &t))
		return fault_datum(TEXT(""));
	for (size_t i = 0; i < t.n;) {
		uint32_t cp = text_next(t, &i);
		if (first && uni_is_upper(cp))
			buf_cp(&b, cp);
		first = cp == '-' || uni_class(cp) == UNI_SPACE;
	}
	return datum_made(buf_text(&b), c->in);
}

/* Is each letter of the first word a capital, so that it is spelled out? */
static bool
spelled_out(struct text word)
{
	size_t letters = 0;

	for (size_t i = 0; i < word.n;) {
		uint32_t cp = text_next(word, &i);
		if (uni_is_lower(cp))
			return false;
		letters += uni_is_upper(cp);
	}
	return letters > 1 || (letters == 1 && word.n == 1);
}

/* By sound; where either will do, capitals are read letter by letter. */
static bool
takes_an(struct text t)
{
	enum article article = article_of(t);
	size_t end = 0;

	if (article != ARTICLE_EITHER)
		return article == ARTICLE_AN;
	while (end < t.n && t.s[end] != ' ' && t.s[end] != '-')
		end++;
	struct text word = text_sub(t, 0, end);
	if (word.n == 0)
		return false;
	if (spelled_out(word))
		return text_findc(TEXT("AEFHILMNORSX"), 0, word.s[0]) < 12;
	return is_vowel((char)(word.s[0] | 32));
}

static struct datum
filter_a_or_an(struct call *c)
{
	struct text t;

	if (!call_in_text(c, &t))
		return fault_datum(TEXT(""));
	return datum_made(text_fmt(c->ev->a, "%s %.*s",
			      takes_an(t) ? "an" : "a", TEXT_ARG(t)),
	    c->in);
}

const struct filter filters_grammar[] = {
    {"verb", filter_verb, "!one !many", false},
    {"s", filter_s, "!verb", false},
    {"and_list", filter_and_list, "oxford sep word", false},
    {"comma_and_list", filter_and_list, "oxford sep word", false},
    {"or_list", filter_or_list, "oxford sep word", false},
    {"possessive", filter_possessive, "plural", false},
    {"initials", filter_initials, "", false},
    {"a_or_an", filter_a_or_an, "", false},
    {NULL, NULL, NULL, false},
};
