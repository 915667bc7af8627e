/*
 * csl - run the official CSL fixtures of a folder
 *
 *   csl FIXTURES LOCALES [-v]
 *
 * LOCALES is the folder that locales/ stands in.  Prints the name of each
 * failure (with -v also what was wanted and what came) and ends with how many
 * passed: to the byte, and when blanks and line ends do not count.  Exit 0
 * however many fail: csl-suite.sh judges.
 */
#include <dirent.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cite/sort.h"
#include "load/csl.h"

struct fixture {
	struct arena *a;
	struct text all;
	struct process p;
	struct map works;
	struct diag d;
	struct buf out;
};

static struct text
slurp(struct arena *a, const char *path)
{
	struct buf b = {.a = a};
	char part[4096];
	FILE *f = fopen(path, "rb");

	for (size_t n; f && (n = fread(part, 1, sizeof(part), f)) > 0;)
		buf_add(&b, (struct text){part, n});
	if (f)
		fclose(f);
	return buf_text(&b);
}

/* ">>==== NAME ====>>" to "<<". */
static struct text
section(const struct fixture *x, const char *name)
{
	struct text mark = text_fmt(x->a, "= %s =", name);
	size_t at = text_find(x->all, 0, mark);

	if (at == x->all.n)
		return TEXT("");
	size_t from = text_findc(x->all, at, '\n') + 1;
	size_t to = text_find(x->all, from, TEXT("<<="));
	struct text t = text_sub(x->all, from, to);
	if (t.n && t.s[t.n - 1] == '\n')
		t.n--;
	return t;
}

static struct text
words(struct arena *a, const json_t *j)
{
	if (json_is_string(j))
		return text_dup(a, text_of(json_string_value(j)));
	if (json_is_integer(j))
		return text_fmt(a, "%lld", (long long)json_integer_value(j));
	return TEXT("");
}

static struct text
key(struct arena *a, const json_t *o, const char *k)
{
	return words(a, json_object_get(o, k));
}

static int
whole(struct arena *a, const json_t *j)
{
	struct text t = words(a, j);

	return t.n ? atoi(text_cstr(a, t)) : 0;
}

static struct date_point
point(struct arena *a, const json_t *p)
{
	struct date_point d = {0};

	d.year = whole(a, json_array_get(p, 0));
	d.month = whole(a, json_array_get(p, 1));
	d.day = whole(a, json_array_get(p, 2));
	if (d.month > 12) {
		d.season = (d.month - 1) % 4 + 1;
		d.month = 0;
	}
	return d;
}

static void
add_date(struct arena *a, struct reference *r, const char *var, const json_t *j)
{
	struct date d = {.var = text_dup(a, text_of(var))};
	const json_t *parts = json_object_get(j, "date-parts");

	d.from = point(a, json_array_get(parts, 0));
	d.range = json_array_size(parts) > 1;
	d.to = point(a, json_array_get(parts, 1));
	d.open = d.range && !d.to.year;
	d.literal = key(a, j, "literal");
	if (!d.literal.n && !d.from.year)
		d.literal = key(a, j, "raw");
	int year;
	if (text_int(d.literal, &year)) {
		d.from.year = year;
		d.literal = TEXT("");
	}
	const json_t *circa = json_object_get(j, "circa");
	d.circa = circa && !json_is_false(circa);
	int season = whole(a, json_object_get(j, "season"));
	if (season)
		d.from.season = season;
	array_push(a, &r->dates, d);
}

static void
add_names(struct arena *a, struct reference *r, const char *var,
    const json_t *j)
{
	struct name_list l = {text_dup(a, text_of(var)),
	    arena_alloc(a, (json_array_size(j) + 1) * sizeof(struct name)), 0};

	for (size_t i = 0; i < json_array_size(j); i++) {
		const json_t *o = json_array_get(j, i);
		struct name *n = &l.at[l.n++];
		n->family = key(a, o, "family");
		n->given = key(a, o, "given");
		n->suffix = key(a, o, "suffix");
		n->dropping = key(a, o, "dropping-particle");
		n->nondropping = key(a, o, "non-dropping-particle");
		n->literal = key(a, o, "literal");
		n->comma_suffix = json_object_get(o, "comma-suffix") != NULL;
		n->static_ordering =
		    json_is_true(json_object_get(o, "static-ordering"));
	}
	array_push(a, &r->names, l);
}

static void
add_item(struct fixture *x, const json_t *o)
{
	struct reference *r = arena_make(x->a, struct reference);
	const char *k;
	json_t *v, *item = json_incref((json_t *)(uintptr_t)o);

	r->id = key(x->a, o, "id");
	r->type = key(x->a, o, "type");
	json_object_foreach(item, k, v)
	{
		if (json_is_object(v)) {
			add_date(x->a, r, k, v);
		} else if (json_is_array(v)) {
			add_names(x->a, r, k, v);
		} else {
			struct field f = {text_dup(x->a, text_of(k)),
			    words(x->a, v), {0}};
			array_push(x->a, &r->fields, f);
		}
	}
	json_decref(item);
	struct work *w = work_new(x->a, x->p.rules, r);
	map_put(x->a, &x->works, r->id, w);
	array_push(x->a, &x->p.works, w);
}

static void
add_cite(struct fixture *x, const json_t *o, struct cluster *k)
{
	struct cite_words c = {.work = map_at(&x->works, key(x->a, o, "id"))};
	static const char *const positions[] = {"0", "1", "2", "3"};
	struct text at = key(x->a, o, "position");

	if (!c.work)
		return;
	c.locator = key(x->a, o, "locator");
	c.label = key(x->a, o, "label");
	c.suppress_author = json_is_true(json_object_get(o, "suppress-author"));
	c.author_only = json_is_true(json_object_get(o, "author-only"));
	c.near_note = json_is_true(json_object_get(o, "near-note"));
	for (int i = 0; i < 4; i++)
		if (text_is(at, positions[i])) {
			c.position = (enum position)i;
			c.forced = true;
		}
	if (key(x->a, o, "prefix").n)
		c.prefix = out_rich(x->a, key(x->a, o, "prefix"));
	if (key(x->a, o, "suffix").n)
		c.suffix = out_rich(x->a, key(x->a, o, "suffix"));
	k->cites[k->n++] = c;
}

static void
cluster(struct fixture *x, const json_t *items, unsigned note, const char *lead)
{
	struct cluster k = {.note = note, .ends = true};

	k.cites =
	    arena_alloc(x->a, (json_array_size(items) + 1) * sizeof(*k.cites));
	for (size_t i = 0; i < json_array_size(items); i++)
		add_cite(x, json_array_get(items, i), &k);
	struct out *o = process_cluster(&x->p, &k);
	struct flat f =
	    flat_of(x->a, x->p.rules->terms, o ? o : out_group(x->a));
	if (x->out.n)
		buf_addc(&x->out, '\n');
	buf_add(&x->out, text_of(lead));
	buf_add(&x->out, flat_html(x->a, &f));
}

static void
bibliography(struct fixture *x)
{
	sort_works(&x->p);
	buf_add(&x->out, TEXT("<div class=\"csl-bib-body\">\n"));
	for (size_t i = 0; i < x->p.works.n; i++) {
		struct out *o = process_entry(&x->p, x->p.works.at[i]);
		struct flat f =
		    flat_of(x->a, x->p.rules->terms, o ? o : out_group(x->a));
		buf_fmt(&x->out, "  <div class=\"csl-entry\">%.*s</div>\n",
		    TEXT_ARG(flat_html(x->a, &f)));
	}
	buf_add(&x->out, TEXT("</div>"));
}

static void
citations(struct fixture *x, const json_t *calls, const json_t *groups)
{
	size_t n = json_array_size(calls);

	for (size_t i = 0; i < n; i++) {
		const json_t *c = json_array_get(json_array_get(calls, i), 0);
		const json_t *p = json_object_get(c, "properties");
		const json_t *at = json_object_get(p, "noteIndex");
		char lead[32];
		snprintf(lead, sizeof(lead), "%s[%zu] ",
		    i + 1 == n ? ">>" : "..", i);
		cluster(x, json_object_get(c, "citationItems"),
		    (unsigned)whole(x->a, at), lead);
	}
	for (size_t i = 0; i < json_array_size(groups); i++)
		cluster(x, json_array_get(groups, i), 0, "");
}

static json_t *
json_of(struct text t)
{
	json_error_t e;

	return t.n ? json_loadb(t.s, t.n, JSON_DECODE_ANY, &e) : NULL;
}

static struct text
result(struct fixture *x, const struct places *where)
{
	struct source src = {.name = TEXT("style"), .body = section(x, "CSL")};
	struct style style = {0};
	struct elem *root = csl_parse(x->a, &src, &x->d);
	json_t *input = json_of(section(x, "INPUT"));
	json_t *groups = json_of(section(x, "CITATION-ITEMS"));
	json_t *calls = json_of(section(x, "CITATIONS"));

	if (root && input) {
		style.root = root;
		style.note = text_is(elem_attr(root, "class"), "note");
		style.lang = elem_attr(root, "default-locale");
		if (!style.lang.n)
			style.lang = TEXT("en-US");
		csl_locales(x->a, where, &style, &x->d);
		x->p.a = x->p.pass = x->a;
		x->p.rules = rules_new(x->a, &style, &x->d);
		for (size_t i = 0; i < json_array_size(input); i++)
			add_item(x, json_array_get(input, i));
		sort_works(&x->p);
		process_ambiguous(&x->p);
		if (text_is(section(x, "MODE"), "bibliography"))
			bibliography(x);
		else if (groups || calls)
			citations(x, calls, groups);
		else
			cluster(x, input, 0, "");
	}
	json_decref(input);
	json_decref(groups);
	json_decref(calls);
	return buf_text(&x->out);
}

/* Without blanks and line ends. */
static struct text
squeezed(struct arena *a, struct text t)
{
	struct buf b = {.a = a};

	for (size_t i = 0; i < t.n; i++)
		if (t.s[i] != ' ' && t.s[i] != '\n' && t.s[i] != '\r')
			buf_addc(&b, t.s[i]);
	return buf_text(&b);
}

enum outcome { FAILED, ALIKE, SAME };

static enum outcome
run(const char *folder, const char *name, const struct places *where, bool loud)
{
	struct fixture x = {.a = arena_new()};

	x.out.a = x.d.a = x.a;
	x.all =
	    slurp(x.a, text_cstr(x.a, text_fmt(x.a, "%s/%s", folder, name)));
	struct text want = section(&x, "RESULT");
	struct text got = result(&x, where);
	bool same = text_eq(text_trim(want), text_trim(got));
	if (!same)
		printf("%s\n", name);
	if (!same && loud)
		printf("want %.*s\ngot  %.*s\n", TEXT_ARG(want), TEXT_ARG(got));
	bool alike = text_eq(squeezed(x.a, want), squeezed(x.a, got));
	arena_free(x.a);
	return same ? SAME : alike ? ALIKE : FAILED;
}

int
main(int argc, char **argv)
{
	unsigned count[3] = {0};
	DIR *dir = argc > 2 ? opendir(argv[1]) : NULL;

	if (!dir) {
		puts("csl: no fixtures here: skipped");
		return 0;
	}
	struct places where = {.csl = text_of(argv[2])};
	for (struct dirent *e; (e = readdir(dir));) {
		if (!text_ends(text_of(e->d_name), TEXT(".txt")))
			continue;
		count[run(argv[1], e->d_name, &where, argc > 3)]++;
	}
	closedir(dir);
	printf("%u of %u passed, %u but for blanks\n", count[SAME],
	    count[SAME] + count[ALIKE] + count[FAILED],
	    count[SAME] + count[ALIKE]);
	return 0;
}
