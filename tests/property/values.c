/*
 * values.c - a value can never become markup
 *
 *   values COUNT [SEED]
 *
 * COUNT random values are written into cases as YAML, loaded and expanded by
 * tests/property/values.md, which has a value in every kind of place.  For each
 * one: what the document holds where the fact is said to stand is the value,
 * with blanks folded, or a finding names the place; and the tree is the tree
 * that harmless words give, node for node.
 *
 * It is run from the project's root and writes to a scratch folder only.
 */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/file.h"
#include "base/uni.h"
#include "model/stage.h"

enum {
	SLOTS = 32,
	KEY = 8 /* v31: and a blank */,
	LONG_EVERY = 20000,
	LONG = 1 << 20
};

struct rig {
	char folder[32];
	struct places where;
	struct stock *stock;
	struct arena *a; /* of the library */
	uint64_t state;
	struct text want; /* the tree that harmless words give */
	unsigned long values, unchanged, found, faults;
};

static uint32_t
roll(struct rig *r, uint32_t below) /* xorshift64* */
{
	r->state ^= r->state >> 12;
	r->state ^= r->state << 25;
	r->state ^= r->state >> 27;
	return (uint32_t)((r->state * 0x2545f4914f6cdd1dULL) >> 33) % below;
}

/* What has a meaning somewhere on the road from YAML to the page. */
static const char *const snippets[] = {"*", "**", "_", "__", "`", "```", "~~~",
    "# ", "## x", "> ", "- ", "+ ", "1. ", "12) ", "(a) ", "---", "***",
    "===", "[", "]", "](", "(x)", "[a](b)", "![i](j)", "[^n]", "[^n]: x",
    "[@work]", "@work", "@sec-h", "@par-x", "{#h}", "{.keep}", "{lang=be}",
    ":::", "::: {.keep}", "\n:::\n", "Table: x", ": detail", "|", "| a | b |",
    "|---|", "\\", "\\\n", "  \n", "\n\n", "\n", "\t", "<b>", "</b>", "<!--",
    "-->", "<a href=\"x\">", "<https://example.org>", "&amp;", "&#42;", "&lt;",
    "https://example.org/a_b_c", "a@example.org", "{{", "}}", "{{ x }}", "{%",
    "%}", "{% if x %}", "{% endset %}", "{% raw %}", "{#", "#}", "-%}", "{{-",
    "\"", "'", "''", "\\'", "...", "--", "---", "\xe2\x80\x9c", "\xe2\x80\x99",
    "$x$", "^x^", "~x~", "!", "%", "%s", "%n", "$(id)", ";", "007", "null",
    "true", "no", "~", "!!str x", "&a", "*a", "[]", "{}"};

static const char *const words[] = {"Alena", "K.", "words", "12 August 2020",
    "O'Neill", "d'Artagnan-Smith", "Алена Кавалёва", "Ελένη", "ალენა", "Ալենա",
    "علي", "עלי", "ওমর", "अली", "李小龙", "김", "သီရ", "እንዳለ", "Ngũgĩ",
    "e\xcc\x81\xcc\xa3", "a\xcd\x8f\xcc\x80",
    "\xf0\x9f\x91\xa9\xe2\x80\x8d"
    "\xf0\x9f\x8f\xbd",
    "ﬁ", "ß", "İ", "ı"};

/* Code points that readers of text stumble over. */
static const uint32_t odd[] = {0x01, 0x07, 0x08, 0x0b, 0x0c, 0x1b, 0x7f, 0x85,
    0x9b, 0xa0, 0xad, 0x61c, 0x200b, 0x200c, 0x200d, 0x200e, 0x200f, 0x2028,
    0x2029, 0x202a, 0x202e, 0x2066, 0x2069, 0xfeff, 0xfffd, 0xfdd0, 0xffff,
    0xe000, 0xe0001, 0xf0000, 0xf0001, 0xfffff, 0x100000, 0x10fffd, 0x3000};

#define PICK(r, list) list[roll(r, sizeof(list) / sizeof(list[0]))]

static void
add_part(struct rig *r, struct buf *b)
{
	switch (roll(r, 6)) {
	case 0:
		buf_add(b, text_of(PICK(r, words)));
		break;
	case 1:
	case 2:
		buf_add(b, text_of(PICK(r, snippets)));
		break;
	case 3:
		buf_cp(b, PICK(r, odd));
		break;
	case 4: /* any printable ASCII */
		buf_cp(b, 0x20 + roll(r, 0x5f));
		break;
	default: /* any code point but the surrogates and NUL */
		buf_cp(b, 1 + roll(r, roll(r, 2) ? 0x2fff : 0xd7fe));
		break;
	}
	if (roll(r, 3) == 0)
		buf_addc(b, ' ');
}

static struct text
any_value(struct rig *r, struct arena *a)
{
	struct buf b = {.a = a};
	size_t parts = 1 + roll(r, 8);
	size_t least = roll(r, LONG_EVERY) == 0 ? LONG : 0;

	buf_add(&b, text_of(PICK(r, words))); /* so that it is not blank */
	if (roll(r, 2))
		b.n = 0;
	for (size_t i = 0; i < parts || b.n < least; i++)
		add_part(r, &b);
	if (!uni_length(text_trim(buf_text(&b))))
		buf_addc(&b, 'x');
	return buf_text(&b);
}

/* As YAML 1.2, 5.7 escapes it within double quotes. */
static void
write_value(FILE *f, struct text t)
{
	fputc('"', f);
	for (size_t i = 0; i < t.n;) {
		size_t at = i;
		uint32_t cp = text_next(t, &i);
		if (cp == '"' || cp == '\\')
			fprintf(f, "\\%c", (char)cp);
		else if (cp >= 0x20 && cp < 0x7f)
			fputc((int)cp, f);
		else if (cp > 0xffff)
			fprintf(f, "\\U%08X", (unsigned)cp);
		else if (cp < 0xa0 || cp == 0x2028 || cp == 0x2029
		    || cp == 0xfeff || cp >= 0xfffe)
			fprintf(f, "\\u%04X", (unsigned)cp);
		else
			fwrite(t.s + at, 1, i - at, f);
	}
	fputs("\"\n", f);
}

static bool
write_expert(const struct rig *r)
{
	char path[64];

	snprintf(path, sizeof(path), "%s/expert.yaml", r->folder);
	FILE *f = fopen(path, "w");
	return f && fputs("name: {full: Ira Invented}\n", f) >= 0
	    && fclose(f) == 0;
}

static bool
write_case(const char *path, const struct text *v)
{
	FILE *f = fopen(path, "w");

	if (!f)
		return false;
	fputs("profile: test\nstatus: draft\nreport_date: 2026-11-20\n"
	      "country: xx\nexpert: expert.yaml\nsubject:\n"
	      "  name: {full: Vera Nobody}\n  pronouns: she\nextra:\n",
	    f);
	for (int i = 0; i < SLOTS; i++) {
		fprintf(f, "  v%d: ", i);
		write_value(f, v ? v[i] : TEXT("word"));
	}
	return fclose(f) == 0;
}

static bool
is_words(const struct node *n)
{
	return n->kind == NODE_TEXT || n->kind == NODE_SPACE
	    || n->kind == NODE_MISSING; /* a box where words should be */
}

static void shape(struct buf *b, const struct node *n, int depth);

static void
shape_node(struct buf *b, const struct node *n, int depth)
{
	buf_fmt(b, "(%s %u %d %.*s %.*s", node_kind_name(n->kind), n->flags,
	    n->level, TEXT_ARG(n->label), TEXT_ARG(n->classes));
	for (const struct attr *at = n->attrs; at; at = at->next)
		buf_fmt(b, " %.*s=%.*s", TEXT_ARG(at->name),
		    TEXT_ARG(at->value));
	if (n->kind == NODE_LINK || n->kind == NODE_XREF)
		buf_fmt(b, " <%.*s>", TEXT_ARG(n->text));
	for (const struct cite_item *it = n->cites; it; it = it->next) {
		buf_fmt(b, " cite %.*s ", TEXT_ARG(it->key));
		shape(b, it->prefix, depth + 1);
		shape(b, it->suffix, depth + 1);
	}
	shape(b, n->child, depth + 1);
	buf_addc(b, ')');
}

/* The tree without its words.  Paragraphs of nothing but a value that stands
 * alone on its line are counted as one: each of its lines is a paragraph. */
static void
shape(struct buf *b, const struct node *n, int depth)
{
	struct text last = TEXT("");

	for (; n && depth < 100; n = n->next) {
		struct buf one = {.a = b->a};
		if (is_words(n)) {
			buf_addc(&one, 'w');
		} else {
			shape_node(&one, n, depth);
		}
		struct text t = buf_text(&one);
		bool again = text_eq(t, last)
		    && (is_words(n) || text_is(t, "(para 0 0  w)"));
		if (!again)
			buf_add(b, t);
		last = t;
	}
}

/* Blanks at line ends are nobody's words, and a line end is a blank. */
static struct text
folded(struct arena *a, struct text t)
{
	struct buf b = {.a = a};
	struct text line;

	while (text_split(&t, '\n', &line)) {
		line = text_trim(line);
		if (line.n && b.n)
			buf_addc(&b, ' ');
		buf_add(&b, line);
	}
	return buf_text(&b);
}

/* What the document says for the fact at `fact`. */
static void
said(struct buf *b, const struct node *n, struct pos fact, int depth)
{
	for (; n && depth < 100; n = n->next) {
		if (n->kind == NODE_TEXT && n->fact.src
		    && n->fact.off == fact.off) {
			if (b->n)
				buf_addc(b, ' ');
			buf_add(b, n->text);
		}
		for (const struct cite_item *it = n->cites; it; it = it->next) {
			said(b, it->prefix, fact, depth + 1);
			said(b, it->suffix, fact, depth + 1);
		}
		said(b, n->child, fact, depth + 1);
	}
}

static bool
code_has(struct arena *a, const struct node *n, struct text value, int depth)
{
	for (; n && depth < 100; n = n->next) {
		struct text code = folded(a, n->text);
		if ((n->kind == NODE_CODE_SPAN
			&& (!value.n || text_find(code, 0, value) < code.n))
		    || code_has(a, n->child, value, depth + 1))
			return true;
	}
	return false;
}

/* Is there a finding that names the fact, or shows its place? */
static bool
told(const struct diag *d, const char *path, struct pos fact)
{
	for (size_t i = 0; i < d->found.n; i++) {
		const struct finding *f = d->found.at[i];
		if (text_ends(f->text, text_of(path)))
			return true;
		for (const struct remark *m = f->remarks; m; m = m->next)
			if (m->at.src == fact.src && m->at.off <= fact.off
			    && fact.off - m->at.off < KEY)
				return true;
	}
	return false;
}

static void
fault(struct rig *r, const char *what, int slot, struct text value)
{
	if (r->faults++ > 10)
		return;
	printf("fault: %s in v%d: ", what, slot);
	write_value(stdout, text_sub(value, 0, value.n > 300 ? 300 : value.n));
}

static void
check_value(struct rig *r, const struct doc *doc, const struct kase *kase,
    const struct diag *d, int slot, struct text value)
{
	char path[24];
	struct buf b = {.a = d->a};

	snprintf(path, sizeof(path), "extra.v%d", slot);
	const struct value *v = value_at(kase->facts, path);
	r->values++;
	if (!v || !text_eq(v->text, value)) {
		if (d->found.n)
			r->found++;
		else
			fault(r, "the reader changed a value", slot, value);
		return;
	}
	said(&b, doc->root, v->pos, 0);
	if (text_eq(folded(d->a, buf_text(&b)), folded(d->a, value))
	    || code_has(d->a, doc->root, folded(d->a, value), 0))
		r->unchanged++;
	else if (told(d, path, v->pos))
		r->found++;
	else
		fault(r, "a value is not in the document", slot, value);
}

static void
show_values(const struct text *v)
{
	for (int i = 0; i < SLOTS; i++) {
		printf("  v%d: ", i);
		write_value(stdout,
		    text_sub(v[i], 0, v[i].n > 200 ? 200 : v[i].n));
	}
}

static bool
round_of(struct rig *r, const struct text *v, struct arena *a)
{
	struct diag d = {.a = a};
	char path[64];
	struct buf b = {.a = a};

	snprintf(path, sizeof(path), "%s/case.yaml", r->folder);
	if (!write_case(path, v))
		return false;
	const struct kase *kase =
	    case_load(a, text_of(path), TEXT("tests"), &d);
	struct expand_options o = {0};
	const struct doc *doc = kase
	    ? expand(a, library_of(a, r->stock, kase, &d), kase, &o, &d)
	    : NULL;
	if (!doc)
		return false;
	shape(&b, doc->root, 0);
	if (!v) {
		r->want = text_dup(r->a, buf_text(&b));
		diag_print(&d, stdout, DIAG_HUMAN);
		return d.found.n == 0;
	}
	if (!text_eq(buf_text(&b), r->want)) {
		printf("fault: another structure:\n%.*s\n",
		    TEXT_ARG(buf_text(&b)));
		show_values(v);
		r->faults++;
	}
	for (int i = 0; i < SLOTS; i++)
		check_value(r, doc, kase, &d, i, v[i]);
	return true;
}

static void
sweep(const struct rig *r)
{
	static const char *const names[] = {"case.yaml", "expert.yaml"};
	char path[64];

	for (size_t i = 0; i < 2; i++) {
		snprintf(path, sizeof(path), "%s/%s", r->folder, names[i]);
		unlink(path);
	}
	rmdir(r->folder);
}

int
main(int argc, char **argv)
{
	struct rig r = {.folder = "/tmp/valuesXXXXXX",
	    .a = arena_new(),
	    .where = {.root = TEXT("tests"),
		.csl = TEXT("/usr/share/citation-style-language"),
		.report = TEXT("tests/property/values.md"),
		.pageless = true},
	    .state = 20261120};
	unsigned long count = argc > 1 ? strtoul(argv[1], NULL, 10) : 2000;

	if (argc > 2)
		r.state = strtoull(argv[2], NULL, 10) | 1;
	r.stock = stock_new(r.a, &r.where);
	if (!mkdtemp(r.folder) || !write_expert(&r)
	    || !round_of(&r, NULL, r.a)) {
		puts("values: the harmless words do not pass");
		return 1;
	}
	while (r.values < count && r.faults < 10) {
		struct arena *a = arena_new();
		struct text v[SLOTS];
		for (int i = 0; i < SLOTS; i++)
			v[i] = any_value(&r, a);
		if (!round_of(&r, v, a))
			r.faults++, puts("fault: a case could not be read");
		arena_free(a);
	}
	sweep(&r);
	stock_close(r.stock);
	arena_free(r.a);
	printf("values: %lu values, %lu unchanged, %lu with a finding, %lu "
	       "faults\n",
	    r.values, r.unchanged, r.found, r.faults);
	return r.faults != 0;
}
