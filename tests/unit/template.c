/* The template language: vectors, taken with Jinja2 where it agrees. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "expand/eval.h"

struct world {
	struct arena *a;
	struct diag d;
	struct library lib;
	struct kase kase;
	struct source facts, file;
	bool anonymised;
};

static struct value *
text(struct world *w, struct value *in, const char *key, const char *t,
    bool plain)
{
	struct value *v = value_add(w->a, in, text_of(key), VALUE_TEXT,
	    text_of(t), (struct pos){&w->facts, 0, 0});

	v->plain = plain;
	return v;
}

static struct value *
inner(struct world *w, struct value *in, const char *key, enum value_kind kind)
{
	return value_add(w->a, in, text_of(key), kind, TEXT(""),
	    (struct pos){&w->facts, 0, 0});
}

static void
people(struct world *w, struct value *in)
{
	static const char *const names[] = {"Ali", "Sara", "Omid"};
	static const char *const ages[] = {"12", "9", "3"};
	struct value *list = inner(w, in, "children", VALUE_LIST);

	for (size_t i = 0; i < 3; i++) {
		struct value *one = inner(w, list, "", VALUE_MAP);
		text(w, one, "name", names[i], true);
		text(w, one, "age", ages[i], true);
		if (i < 2)
			text(w, one, "school", "yes", true);
	}
}

static void
world_open(struct world *w)
{
	*w = (struct world){.a = arena_new()};
	w->d.a = w->a;
	w->facts.name = TEXT("case.yaml");
	struct value *root = inner(w, NULL, "", VALUE_MAP);
	text(w, root, "report_date", "2026-11-20", true);
	text(w, root, "n", "7", true);
	text(w, root, "quoted", "7", false);
	text(w, root, "empty", "", false);
	struct value *she = inner(w, root, "she", VALUE_MAP);
	text(w, she, "pronouns", "she", true);
	text(w, she, "name", "Alena Kavalchuk", true);
	text(w, she, "born", "1991-03-14", true);
	struct value *they = inner(w, root, "they_", VALUE_MAP);
	text(w, they, "pronouns", "they", true);
	struct value *ze = inner(w, root, "ze", VALUE_MAP);
	struct value *set = inner(w, ze, "pronouns", VALUE_MAP);
	text(w, set, "they", "ze", true);
	text(w, set, "them", "hir", true);
	inner(w, root, "nothing", VALUE_NULL);
	value_add(w->a, root, TEXT("yes"), VALUE_BOOL, TEXT("true"),
	    (struct pos){&w->facts, 0, 0});
	value_add(w->a, root, TEXT("secret"), VALUE_UNKNOWN, TEXT("not told"),
	    (struct pos){&w->facts, 0, 0});
	people(w, root);
	w->kase.facts = root;
	w->lib.version = TEXT("0");
}

/* The words of a template, run over the world. */
static struct text
words(struct world *w, const char *template)
{
	struct eval ev = {.a = w->a,
	    .d = &w->d,
	    .lib = &w->lib,
	    .kase = &w->kase,
	    .anonymised = w->anonymised};
	struct pieces out = {{0}};
	struct source src = {.name = TEXT("t.md"), .body = text_of(template)};
	struct frame frame = {.id = TEXT("t.md"), .view = &src, .depth = 1};
	struct buf b = {.a = w->a};

	const struct ast *ast = ast_parse(w->a, &src, 0, &w->d);
	ev.globals = context_globals(&ev);
	ev.frame = &frame;
	ev.scope = scope_new(&ev, NULL);
	ev.out = &out;
	exec_body(&ev, ast->body);
	for (size_t i = 0; i < out.p.n; i++)
		buf_add(&b, out.p.at[i].text);
	return buf_text(&b);
}

struct vector {
	const char *template, *wanted;
};

static void
check_all(const struct vector *v, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct world w;
		world_open(&w);
		struct text got = words(&w, v[i].template);
		if (w.d.found.n || !text_is(got, v[i].wanted))
			print_error("%s\n  wanted: %s\n  got:    %.*s\n",
			    v[i].template, v[i].wanted, TEXT_ARG(got));
		for (size_t k = 0; k < w.d.found.n; k++)
			print_error("  %.*s (%.*s)\n",
			    TEXT_ARG(w.d.found.at[k]->text),
			    TEXT_ARG(w.d.found.at[k]->hint));
		assert_true(text_is(got, v[i].wanted));
		assert_int_equal(w.d.found.n, 0);
		arena_free(w.a);
	}
}

/* `wanted` is the code of the one fault. */
static void
check_faults(const struct vector *v, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct world w;
		world_open(&w);
		words(&w, v[i].template);
		if (w.d.found.n != 1)
			print_error("%s: %zu faults\n", v[i].template,
			    w.d.found.n);
		for (size_t k = 0; k < w.d.found.n; k++)
			if (!text_is(text_of(w.d.found.at[k]->code),
				v[i].wanted))
				print_error("%s: %s %.*s\n", v[i].template,
				    w.d.found.at[k]->code,
				    TEXT_ARG(w.d.found.at[k]->text));
		assert_int_equal(w.d.found.n, 1);
		assert_string_equal(w.d.found.at[0]->code, v[i].wanted);
		arena_free(w.a);
	}
}

#define CHECK(table) check_all(table, sizeof(table) / sizeof(table[0]))
#define FAULTS(table) check_faults(table, sizeof(table) / sizeof(table[0]))

static void
precedence_is_jinjas(void **state)
{
	static const struct vector v[] = {
	    {"{{ -1|abs }}", "1"},
	    {"{{ 7 // 2 * 2 }}", "6"},
	    {"{{ 10/2 }}", "5.0"},
	    {"{{ -7//2 }}", "-4"},
	    {"{{ -7 % 3 }}", "2"},
	    {"{{ 2.5|round }}", "2.0"},
	    {"{{ 3.5|round }}", "4.0"},
	    {"{{ 'y' if 1 == 1.0 else 'n' }}", "y"},
	    {"{{ 'y' if true == 1 else 'n' }}", "y"},
	    {"{{ ['b','A','c']|sort|join }}", "Abc"},
	    {"{{ \"o'neil mc-donald\"|title }}", "O'neil Mc-Donald"},
	    {"{% if 'false' %}y{% endif %}", "y"},
	    {"{{ 1 + 2 * 3 - 4 }}", "3"},
	    {"{{ 'a' ~ 1 + 1 }}", NULL},
	    {"{{ 'y' if 1 < 2 < 3 else 'n' }}", "y"},
	    {"{{ 'y' if 1 < 3 < 2 else 'n' }}", "n"},
	    {"{{ 'y' if not 1 == 2 else 'n' }}", "y"},
	    {"{{ 'y' if 'b' in 'abc' and 2 not in [1, 3] else 'n' }}", "y"},
	    {"{{ 'a' if false else 'b' if false else 'c' }}", "c"},
	    {"{{ 'a' if false }}", ""},
	    {"{{ 0 or 'x' }}", "x"},
	    {"{{ 1 and 'x' }}", "x"},
	    {"{{ 'y' if n is odd and n is not even else 'n' }}", "y"},
	    {"{{ 'y' if 9 is divisibleby 3 else 'n' }}", "y"},
	    {"{{ 0.1 + 0.2 }}", "0.3"},
	    {"{{ 1_000 }}", "1000"},
	    {"{{ 'a\\u00e9\\n' }}", "a\xc3\xa9\n"},
	    {"{{ {'a': {'b': 2}}['a'].b }}", "2"},
	    {"{{ (1, 2)[1] }}", "2"},
	    {"{{ [1, 2, 3][-1] }}", "3"},
	    {"{{ [1, 2, 3, 4][1:3]|join(',') }}", "2,3"},
	    {"{{ [1, 2, 3, 4][::-1]|join(',') }}", "4,3,2,1"},
	    {"{{ 'abc'[::-1] }}", "cba"},
	    {"{{ 'abc'[1] }}", "b"},
	    {"{{ n + 1 }}", "8"},
	    {"{{ 'y' if n > 6 else 'n' }}", "y"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(v) / sizeof(v[0]); i++)
		if (v[i].wanted)
			check_all(&v[i], 1);
}

static void
what_cannot_be_worked_out(void **state)
{
	static const struct vector v[] = {
	    {"{{ 1 + 2 ~ 3 }}", "TPL-08"},
	    {"{{ 'a' + 'b' }}", "TPL-08"},
	    {"{{ 'ab' * 2 }}", "TPL-08"},
	    {"{{ 2 ** 3 }}", "TPL-02"},
	    {"{{ 'x' if 'a' == 1 else 'y' }}", "TPL-08"},
	    {"{{ 'x' if quoted > 1 else 'y' }}", "TPL-08"},
	    {"{{ 1 / 0 }}", "TPL-08"},
	    {"{{ 9223372036854775 * 922337203685477 }}", "TPL-08"},
	    {"{{ -9223372036854775807 }}", "TPL-02"},
	    {"{{ nothing ~ 'x' }}", "FACT-03"},
	    {"{{ [1, 'a']|sort|join }}", "TPL-08"},
	    {"{{ she.items() }}", "TPL-09"},
	    {"{{ nosuch(1) }}", "TPL-03"},
	    {"{{ 'x'|upperr }}", "TPL-03"},
	    {"{{ 'y' if n is odb else 'n' }}", "TPL-03"},
	    {"{{ 'x'|replace('a') }}", "TPL-08"},
	    {"{{ 'x'|upper(1) }}", "TPL-08"},
	    {"{{ 'x'|truncate(lenght=3) }}", "TPL-08"},
	    {"{% for a, b in [1] %}{% endfor %}", "TPL-08"},
	    {"{% for a in 'abc' %}{% endfor %}", "TPL-08"},
	    {"{% for i in range(9999999) %}{% endfor %}", "TPL-07"},
	    {"{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "TPL-07"},
	    {"{% set x %}ab{% endset %}{% set s = namespace(x=x) %}"
	     "{% for i in range(40) %}{% set y %}{{ s.x }}{{ s.x }}"
	     "{% endset %}{% set s.x = y %}{% endfor %}",
		"TPL-07"},
	    {"{% set x.y = 1 %}", "TPL-08"},
	};

	(void)state;
	FAULTS(v);
}

static void
strict_about_facts(void **state)
{
	static const struct vector v[] = {
	    {"{{ nosuch }}", "FACT-02"},
	    {"{{ she.nane }}", "FACT-02"},
	    {"{{ she.a.b.c }}", "FACT-02"},
	    {"{% if nosuch %}x{% endif %}", "FACT-02"},
	    {"{% set x = nosuch %}{{ x }}", "FACT-02"},
	    {"{% for x in nosuch %}{% endfor %}", "FACT-02"},
	    {"{{ nosuch|upper|lower }}", "FACT-02"},
	    {"{{ children|map(attribute='school')|join }}", "FACT-02"},
	    {"{{ children[3] }}", "FACT-02"},
	    {"{{ nothing }}", "FACT-03"},
	    {"{{ nothing|upper }}", "FACT-03"},
	    {"{{ nothing.x }}", "FACT-03"},
	    {"{{ yes }}", "FACT-04"},
	    {"{{ children }}", "FACT-04"},
	    {"{{ she }}", "FACT-04"},
	    {"{{ secret }}", "FACT-07"},
	    {"{% if secret %}{% endif %}", "FACT-07"},
	    {"{% macro m(a) %}{{ a }}{% endmacro %}{{ m() }}", "TPL-08"},
	};

	(void)state;
	FAULTS(v);
}

static void
absence_can_be_handled(void **state)
{
	static const struct vector v[] = {
	    {"{{ she.a.b.c|default('d') }}", "d"},
	    {"{{ nosuch|default('d')|upper }}", "D"},
	    {"{{ empty|default('d', true) }}", "d"},
	    {"{{ 'y' if she.nane is defined else 'n' }}", "n"},
	    {"{{ 'y' if nosuch is undefined else 'n' }}", "y"},
	    {"{{ 'y' if secret is known else 'n' }}", "n"},
	    {"{{ 'y' if n is known else 'n' }}", "y"},
	    {"{{ 'y' if nothing is none else 'n' }}", "y"},
	    {"{{ 'y' if nothing == none else 'n' }}", "y"},
	    {"{{ children|map(attribute='school', default='no')|join(' ') }}",
		"yes yes no"},
	};

	(void)state;
	CHECK(v);
}

static void
faults_of_grammar(void **state)
{
	static const struct vector v[] = {
	    {"{{ n and more words.", "TPL-01"},
	    {"{{ n and {{ n }}", "TPL-01"},
	    {"{% if n %}x", "TPL-01"},
	    {"{% for x in [1] %}{% if n %}{% endfor %}", "TPL-01"},
	    {"{# never closed", "TPL-01"},
	    {"{% raw %}x", "TPL-01"},
	    {"{% if n = 3 %}x{% endif %}", "TPL-02"},
	    {"{% iff n %}x{% endif %}", "TPL-02"},
	    {"{% endif %}", "TPL-02"},
	    {"{% frobnicate %}", "TPL-02"},
	    {"{{ }}", "TPL-02"},
	    {"{{ a b }}", "TPL-02"},
	    {"{{ 'a }}", "TPL-02"},
	    {"{{ (1 }}", "TPL-02"},
	    {"{{ a | }}", "TPL-02"},
	    {"{% for x [1] %}{% endfor %}", "TPL-02"},
	    {"{%p if n %}x{% endif %}", "TPL-11"},
	};

	(void)state;
	FAULTS(v);
}

static void
statements(void **state)
{
	static const struct vector v[] = {
	    {"{% if n == 1 %}a{% elif n == 7 %}b{% else %}c{% endif %}", "b"},
	    {"{% for x in [1, 2, 3] if x != 2 %}{{ x }}{{ loop.length }}"
	     "{% endfor %}",
		"1232"},
	    {"{% for x in [] %}a{% else %}b{% endfor %}", "b"},
	    {"{% for x in 'ab'|list %}{% endfor %}", NULL},
	    {"{% for k, v in {'a': 1, 'b': 2}|items %}{{ k }}{{ v }}"
	     "{% endfor %}",
		"a1b2"},
	    {"{% for x in [1, 2, 3] %}{{ loop.index }}{{ loop.revindex0 }}"
	     "{{ 'f' if loop.first }}{{ 'l' if loop.last }} {% endfor %}",
		"12f 21 30l "},
	    {"{% for x in [1, 1, 2] %}{{ loop.cycle('a', 'b') }}"
	     "{{ '!' if loop.changed(x) }}{% endfor %}",
		"a!ba!"},
	    {"{% for x in [1, 2] %}{{ loop.nextitem|default('-') }}"
	     "{{ loop.previtem|default('-') }}{% endfor %}",
		"2--1"},
	    {"{% set x = 1 %}{% for i in [1] %}{% set x = 2 %}{% endfor %}"
	     "{{ x }}",
		"1"},
	    {"{% set s = namespace(x=1) %}{% for i in [1, 2] %}"
	     "{% set s.x = s.x + i %}{% endfor %}{{ s.x }}",
		"4"},
	    {"{% if true %}{% set x = 2 %}{% endif %}{{ x }}", "2"},
	    {"{% set x %}a{{ n }}{% endset %}{{ x }}{{ x|upper }}", "a7A7"},
	    {"{% set x|upper %}a{% endset %}{{ x }}", "A"},
	    {"{% set a, b = [1, 2] %}{{ b }}{{ a }}", "21"},
	    {"{% with a = 1, b = n %}{{ a }}{{ b }}{% endwith %}", "17"},
	    {"{% filter upper %}a{{ 'b' }}{% endfilter %}", "AB"},
	    {"{% macro m(a, b='x') %}{{ a }}{{ b }}{% endmacro %}"
	     "{{ m(1) }}{{ m(1, 2) }}{{ m(b=3, a=4) }}",
		"1x1243"},
	    {"{% for g in [{'k': 'b', 'v': 1}, {'k': 'a', 'v': 2}, "
	     "{'k': 'b', 'v': 3}]|groupby('k') %}{{ g.grouper }}"
	     "{{ g.list|map(attribute='v')|join }}{% endfor %}",
		"a2b13"},
	    {"{% raw %}{{ n }}{% endraw %}", "{{ n }}"},
	    {"a{# {{ n }} #}b", "ab"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(v) / sizeof(v[0]); i++)
		if (v[i].wanted)
			check_all(&v[i], 1);
}

static void
white_space_is_jinjas(void **state)
{
	static const struct vector v[] = {
	    {"a\n{% if n %}\nb\n{% endif %}\nc\n", "a\nb\nc\n"},
	    {"a\n  {% if n %}\nb\n  {% endif %}\nc\n", "a\nb\nc\n"},
	    {"a {% if n %} b {% endif %} c\n", "a  b  c\n"},
	    {"a\n\n{%- if n %} b {%- endif -%} \n c\n", "a bc\n"},
	    {"a {{- n -}} b", "a7b"},
	    {"  {%+ if n %}x{% endif +%}\ny", "  x\ny"},
	    {"a\n{# c #}\nb\n", "a\nb\n"},
	    {"  {# c #}\n  {# d #}\nb\n", "b\n"},
	    {"{#- c -#} b", "b"},
	    {"# H {#id}\n", "# H {#id}\n"},
	    {"# H {#id .class}\nx {#note#}y", "# H {#id .class}\nx y"},
	    {"{{ n }}\nx", "7\nx"},
	    {"# H {#{{ n }} .c}\n", "# H {#7 .c}\n"},
	    {"{% raw %}\n{% x %}\n{% endraw %}\ny", "\n{% x %}\ny"},
	};

	(void)state;
	CHECK(v);
}

static void
filters(void **state)
{
	static const struct vector v[] = {
	    {"{{ 'ÄÖß élan'|upper }}", "ÄÖSS ÉLAN"},
	    {"{{ 'АЛЕНА'|lower }}", "алена"},
	    {"{{ 'hELLO there'|capitalize }}", "Hello there"},
	    {"{{ ' a '|trim }}", "a"},
	    {"{{ 'aXbXc'|replace('X', '-', 1) }}", "a-bXc"},
	    {"{{ 'foo bar baz qux'|truncate(9) }}", "foo..."},
	    {"{{ 'foo bar baz qux'|truncate(11) }}", "foo bar baz qux"},
	    {"{{ 'foo bar baz qux'|truncate(9, true) }}", "foo ba..."},
	    {"{{ 'a b  c'|wordcount }}", "3"},
	    {"{{ 'a\\nb'|indent(2) }}", "a\n  b"},
	    {"{{ '%s has %d'|format('x', 3) }}", "x has 3"},
	    {"{{ children|map(attribute='name')|and_list }}",
		"Ali, Sara and Omid"},
	    {"{{ ['a', 'b', 'c']|and_list(oxford=true) }}", "a, b, and c"},
	    {"{{ ['a', 'b']|or_list }}", "a or b"},
	    {"{{ ['a']|and_list }}", "a"},
	    {"{{ []|and_list }}", ""},
	    {"{{ children|sort(attribute='age')|map(attribute='name')|join('"
	     " ') }}",
		"Omid Sara Ali"},
	    {"{{ children|selectattr('school', 'defined')|length }}", "2"},
	    {"{{ children|selectattr('age', 'gt', 8)|length }}", "2"},
	    {"{{ children|rejectattr('name', 'eq', 'Ali')|length }}", "2"},
	    {"{{ [1, 2, 3]|select('odd')|join }}", "13"},
	    {"{{ [0, 1, 2]|select|join }}", "12"},
	    {"{{ ['a', 'A', 'b']|unique|join }}", "ab"},
	    {"{{ [3, 1, 2]|sort(reverse=true)|join }}", "321"},
	    {"{{ [3, 1, 2]|min }}{{ [3, 1, 2]|max }}{{ [3, 1]|sum }}", "134"},
	    {"{{ ['a', 'b']|map('upper')|join }}", "AB"},
	    {"{{ ['aXb']|map('replace', 'X', '-')|first }}", "a-b"},
	    {"{% for r in [1, 2, 3]|batch(2, 0) %}{{ r|join }};{% endfor %}",
		"12;30;"},
	    {"{% for r in [1, 2, 3]|slice(2, 0) %}{{ r|join }};{% endfor %}",
		"12;30;"},
	    {"{% for k, v in {'b': 1, 'A': 2}|dictsort %}{{ k }}{% endfor %}",
		"Ab"},
	    {"{{ [1, 'a', none, true, {'x': 2}]|tojson }}",
		"[1, \"a\", null, true, {\"x\": 2}]"},
	    {"{{ 42.25|round(1) }} {{ 42.5|int }} {{ '3'|float }}",
		"42.2 42 3.0"},
	    {"{{ 'x'|int(0) }}", "0"},
	    {"{{ 3|num_words }} {{ 11|num_words }}", "three 11"},
	    {"{{ 1|ordinal }} {{ 12|ordinal }} {{ 23|ordinal }}",
		"1st 12th 23rd"},
	    {"{{ 3|ordinal_words }}", "third"},
	    {"{{ children|quantity('child', 'children') }}", "three children"},
	    {"{{ 1|plural('child', 'children') }}", "child"},
	    {"{{ 0|quantity('book') }}", "no books"},
	    {"{{ 'a b'|nbsp }}",
		"a\xc2\xa0"
		"b"},
	    {"{{ 'a\\n b'|oneline }}", "a b"},
	    {"{{ 'yes'|sentence }}", "Yes."},
	    {"{{ 'x'|quote }}", "‘x’"},
	};

	(void)state;
	CHECK(v);
}

static void
grammar(void **state)
{
	static const struct vector v[] = {
	    {"{{ she.They }} {{ she.them }} {{ she.their }} {{ she.theirs }} "
	     "{{ she.themself }}",
		"She her her hers herself"},
	    {"{{ they_.They }} {{ they_|verb('is', 'are') }}", "They are"},
	    {"{{ she.They }} {{ she|s('fear') }}", "She fears"},
	    {"{{ they_|s('fear') }} {{ they_|s('be') }}", "fear are"},
	    {"{{ she|s('go') }} {{ she|s('carry') }} {{ she|s('have') }} "
	     "{{ she|s('say') }} {{ she|s('be') }}",
		"goes carries has says is"},
	    {"{{ ze.They }} {{ ze.them }} {{ ze|s('go') }}", "Ze hir goes"},
	    {"{{ children|verb('is', 'are') }}", "are"},
	    {"{{ 'Mr Haddad'|possessive }} {{ 'James'|possessive }} "
	     "{{ 'girls'|possessive(plural=true) }}",
		"Mr Haddad’s James’s girls’"},
	    {"{{ she.name|initials }} {{ 'Anna-Maria de Silva'|initials }}",
		"AK AMS"},
	    {"{{ 'apple'|a_or_an }} {{ 'hour'|a_or_an }} "
	     "{{ 'European'|a_or_an }} {{ 'MP'|a_or_an }} "
	     "{{ 'UN body'|a_or_an }} {{ 'Iranian'|a_or_an }}",
		"an apple an hour a European an MP a UN body an Iranian"},
	};

	(void)state;
	CHECK(v);
}

static void
dates(void **state)
{
	static const struct vector v[] = {
	    {"{{ '2020-08-09'|date_long }}", "9 August 2020"},
	    {"{{ '2020-08'|date('D MMMM YYYY') }}", "August 2020"},
	    {"{{ '2020'|date('D MMMM YYYY') }}", "2020"},
	    {"{{ '2020'|date('MMMM D, YYYY') }}", "2020"},
	    {"{{ '2020-08-09'|on_date }}, {{ '2020-08'|on_date }}, "
	     "{{ '2020'|on_date }}, {{ 'c. 2015'|on_date }}",
		"on 9 August 2020, in August 2020, in 2020, c. 2015"},
	    {"{{ '2020-08'|date('MMMM D, YYYY') }}", "August 2020"},
	    {"{{ 'c. 2015'|date_long }}", "c. 2015"},
	    {"{{ '2020-08-09'|date('dddd Do MMM YY, DD/MM') }}",
		"Sunday 9th Aug 20, 09/08"},
	    {"{{ '2020-08-09'|date('[on] D') }}", "on 9"},
	    {"{{ she.born|age }} {{ she.born|age('2026-03-13') }}", "35 34"},
	    {"{{ '1991'|age }} {{ '1991-12'|age }}", "34 or 35 34"},
	    {"{{ '2020-08-09'|since }}", "six years and three months"},
	    {"{{ '2026-11-08'|since }}", "12 days"},
	    {"{{ '2020-08-31'|duration('2020-09-30') }}", "30 days"},
	    {"{{ '2020'|duration('2026') }}", "six years"},
	    {"{{ 'y' if '2016-11-20' is within_years('2026-11-20', 10) }}",
		"y"},
	    {"{{ 'y' if '2016-11-19' is within_years('2026-11-20', 10) }}", ""},
	    {"{{ 'y' if '2016' is within_years('2026-11-20', 10) }}", "y"},
	};
	static const struct vector bad[] = {
	    {"{{ '2020-13-01'|date_long }}", "TPL-08"},
	    {"{{ '2021-02-29'|date_long }}", "TPL-08"},
	    {"{{ 'c. 1990'|age }}", "TPL-08"},
	    {"{{ '2027-01-01'|since }}", "TPL-08"},
	};

	(void)state;
	CHECK(v);
	FAULTS(bad);
}

static struct text
repeat(struct arena *a, const char *open, const char *middle, const char *close,
    size_t n)
{
	struct buf b = {.a = a};

	for (size_t i = 0; i < n; i++)
		buf_add(&b, text_of(open));
	buf_add(&b, text_of(middle));
	for (size_t i = 0; i < n; i++)
		buf_add(&b, text_of(close));
	return text_dup(a, buf_text(&b));
}

/* 25,000 of everything that nests: a message, never a crash. */
static void
deep_nesting_is_a_fault(void **state)
{
	static const char *const kinds[][3] = {
	    {"(", "1", ")"},
	    {"[", "1", "]"},
	    {"{'a':", "1", "}"},
	    {"- ", "1", ""},
	    {"not ", "1", ""},
	    {"1 + ", "1", ""},
	    {"1 if 1 else ", "1", ""},
	    {"", "n", ".a"},
	    {"", "n", "|upper"},
	    {"", "n", "[0]"},
	    {"", "n", "(0)"},
	    {"1 and ", "1", ""},
	    {"1 ~ ", "1", ""},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
		struct world w;
		world_open(&w);
		struct text t =
		    repeat(w.a, kinds[i][0], kinds[i][1], kinds[i][2], 25000);
		words(&w, text_fmt(w.a, "{{ %.*s }}", TEXT_ARG(t)).s);
		assert_true(w.d.found.n >= 1);
		assert_string_equal(w.d.found.at[0]->code, "TPL-07");
		arena_free(w.a);
	}
	struct world w;
	world_open(&w);
	words(&w, repeat(w.a, "{% if n %}", "x", "{% endif %}", 25000).s);
	assert_int_equal(w.d.found.n, 1);
	assert_string_equal(w.d.found.at[0]->code, "TPL-07");
	arena_free(w.a);
}

static void
draft_makes_boxes(void **state)
{
	struct world w;
	struct source src = {.name = TEXT("t.md"),
	    .body = TEXT("{{ she.nane|upper }}")};
	struct frame frame = {.view = &src};
	struct pieces out = {{0}};

	(void)state;
	world_open(&w);
	struct eval ev = {.a = w.a,
	    .d = &w.d,
	    .lib = &w.lib,
	    .kase = &w.kase,
	    .draft = true,
	    .frame = &frame,
	    .out = &out};
	ev.globals = context_globals(&ev);
	ev.scope = scope_new(&ev, NULL);
	exec_body(&ev, ast_parse(w.a, &src, 0, &w.d)->body);
	assert_int_equal(diag_count(&w.d, LEVEL_ERROR), 0);
	assert_int_equal(diag_count(&w.d, LEVEL_WARNING), 1);
	assert_int_equal(out.p.n, 1);
	assert_int_equal(out.p.at[0].kind, PIECE_MISSING);
	assert_true(text_is(out.p.at[0].text, "she.nane"));
	arena_free(w.a);
}

/* What |redact takes out of an anonymised copy stays out of it. */
static void
redacted(void **state)
{
	const char *t = "{{ she.name|redact('name') }}, {{ n|redact }}";
	struct world w;

	(void)state;
	world_open(&w);
	assert_true(text_is(words(&w, t), "Alena Kavalchuk, 7"));
	w.anonymised = true;
	assert_true(text_is(words(&w, t), "[name redacted], [redacted]"));
	assert_int_equal(w.d.found.n, 0);
	arena_free(w.a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(redacted),
	    cmocka_unit_test(precedence_is_jinjas),
	    cmocka_unit_test(what_cannot_be_worked_out),
	    cmocka_unit_test(strict_about_facts),
	    cmocka_unit_test(absence_can_be_handled),
	    cmocka_unit_test(faults_of_grammar),
	    cmocka_unit_test(statements),
	    cmocka_unit_test(white_space_is_jinjas),
	    cmocka_unit_test(filters),
	    cmocka_unit_test(grammar),
	    cmocka_unit_test(dates),
	    cmocka_unit_test(deep_nesting_is_a_fault),
	    cmocka_unit_test(draft_makes_boxes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
