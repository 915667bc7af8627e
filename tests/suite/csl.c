/*
 * csl-suite - run fixtures in the format of the official suite of CSL
 *
 *   csl-suite DIR|FILE [--locales DIR] [-v]
 *
 * DIR holds fixtures, NAME.txt; --locales names the folder of locales-*.xml,
 * which is the system's otherwise.  Prints the name of each failure (-v: and
 * what was wanted, and what came), and ends with "N passed, M failed": to the
 * byte.  Exit 0 however many fail: the scripts judge.
 */
#include <dirent.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cite/disamb.h"
#include "cite/entry.h"
#include "cite/sort.h"
#include "load/csl.h"
#include "load/read.h"

/* The official suite's words for what a style prints nothing of. */
static const char nothing[] =
    "[CSL STYLE ERROR: reference with no printed form.]";

struct placed {
	const json_t *items;
	unsigned note;
};

struct fixture {
	struct arena *a;
	ARRAY(struct placed) placed; /* the citations of the document */
	bool loose; /* cites stand in none: each is a first one */
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

/* The reader of references asks for an id; some fixtures go without. */
static void
name_items(json_t *input)
{
	char id[32];

	for (size_t i = 0; i < json_array_size(input); i++) {
		json_t *o = json_array_get(input, i);
		snprintf(id, sizeof(id), "item %zu", i + 1);
		if (!json_object_get(o, "id"))
			json_object_set_new(o, "id", json_string(id));
	}
}

/* An id that comes twice: the later item takes the place of the earlier. */
static void
drop_doubles(json_t *input)
{
	for (size_t i = 0; i < json_array_size(input); i++) {
		json_t *id = json_object_get(json_array_get(input, i), "id");
		for (size_t k = json_array_size(input) - 1; id && k > i; k--) {
			json_t *o = json_array_get(input, k);
			if (!json_equal(json_object_get(o, "id"), id))
				continue;
			json_array_set(input, i, o);
			json_array_remove(input, k);
			break;
		}
	}
}

static void
add_items(struct fixture *x, json_t *input)
{
	struct source src = {.name = TEXT("input")};
	struct references refs = {0};

	name_items(input);
	drop_doubles(input);
	char *s = json_dumps(input, 0);
	src.body = text_dup(x->a, text_of(s));
	free(s);
	references_read(x->a, &src, true, &refs, &x->d);
	for (size_t i = 0; i < refs.all.n; i++) {
		struct reference *r = refs.all.at[i];
		struct work *w = work_new(x->a, x->p.rules, r);
		map_put(x->a, &x->works, r->id, w);
		array_push(x->a, &x->p.works, w);
	}
}

/* What an author writes around a cite: the punctuation behind a quotation is
 * where the author wants it. */
static struct out *
affix(const struct fixture *x, struct text t)
{
	struct out *o = t.n ? out_rich(x->a, t) : NULL;

	for (struct out *c = o ? o->child : NULL; c && c->next; c = c->next)
		if (c->format.quotes)
			c->next->own = true;
	return o;
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
	c.forced = x->loose || at.n;
	for (int i = 0; i < 4; i++)
		if (text_is(at, positions[i]))
			c.position = (enum position)i;
	c.prefix = affix(x, key(x->a, o, "prefix"));
	c.suffix = affix(x, key(x->a, o, "suffix"));
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
	struct flat f = flat_of(x->a, x->p.rules->terms,
	    o ? o : out_text(x->a, text_of(nothing)));
	if (x->out.n)
		buf_addc(&x->out, '\n');
	buf_add(&x->out, text_of(lead));
	buf_add(&x->out, flat_html(x->a, &f));
}

/* The bibliography prints numbers: an entry without words keeps its own. */
static bool
numbered(const struct fixture *x)
{
	struct text csl = section(x, "CSL");
	size_t at = text_find(csl, 0, TEXT("<bibliography"));

	return text_find(csl, at, TEXT("variable=\"citation-number\"")) < csl.n;
}

static void
bibliography(struct fixture *x)
{
	sort_works(&x->p);
	buf_add(&x->out, TEXT("<div class=\"csl-bib-body\">\n"));
	for (size_t i = 0; i < x->p.works.n; i++) {
		struct out *o = entry_render(&x->p, x->p.works.at[i]);
		if (out_empty(o) && !numbered(x))
			continue;
		if (out_empty(o))
			o = out_text(x->a,
			    text_fmt(x->a, "%zu. %s", i + 1, nothing));
		struct flat f =
		    flat_of(x->a, x->p.rules->terms, o ? o : out_group(x->a));
		buf_fmt(&x->out, "  <div class=\"csl-entry\">%.*s</div>\n",
		    TEXT_ARG(flat_html(x->a, &f)));
	}
	buf_add(&x->out, TEXT("</div>"));
}

/* The citation of a call, by its name, as the last call leaves it. */
static const json_t *
latest(const json_t *calls, const json_t *id)
{
	const json_t *found = NULL;

	for (size_t i = 0; i < json_array_size(calls); i++) {
		const json_t *c = json_array_get(json_array_get(calls, i), 0);
		if (json_equal(json_object_get(c, "citationID"), id))
			found = c;
	}
	return found;
}

static void
place(struct fixture *x, const json_t *citation, const json_t *note)
{
	struct placed c = {json_object_get(citation, "citationItems"),
	    (unsigned)whole(x->a, note)};

	if (citation)
		array_push(x->a, &x->placed, c);
}

static void
place_all(struct fixture *x, const json_t *calls, const json_t *list)
{
	for (size_t i = 0; i < json_array_size(list); i++) {
		const json_t *at = json_array_get(list, i);
		place(x, latest(calls, json_array_get(at, 0)),
		    json_array_get(at, 1));
	}
}

/* CITATIONS are the calls of an editing session: [citation, those before it,
 * those behind it].  We make documents whole, so that what counts is the state
 * after the last call. */
static void
replay(struct fixture *x, const json_t *calls)
{
	const json_t *last = json_array_get(calls, json_array_size(calls) - 1);
	const json_t *c = json_array_get(last, 0);

	place_all(x, calls, json_array_get(last, 1));
	place(x, c,
	    json_object_get(json_object_get(c, "properties"), "noteIndex"));
	place_all(x, calls, json_array_get(last, 2));
}

/* The works are those that the document cites, in its order. */
static void
cited_works(struct fixture *x)
{
	x->p.works.n = 0;
	for (size_t i = 0; i < x->placed.n; i++)
		for (size_t k = 0; k < json_array_size(x->placed.at[i].items);
		     k++) {
			const json_t *o =
			    json_array_get(x->placed.at[i].items, k);
			struct work *w = map_at(&x->works, key(x->a, o, "id"));
			if (w && !w->note)
				w->note = x->placed.at[i].note;
			if (w && w->cites++ == 0)
				array_push(x->a, &x->p.works, w);
		}
}

static void
citations(struct fixture *x, const json_t *groups)
{
	char lead[32];

	for (size_t i = 0; i < x->placed.n; i++) {
		snprintf(lead, sizeof(lead), "..[%zu] ", i);
		cluster(x, x->placed.at[i].items, x->placed.at[i].note, lead);
	}
	x->loose = true;
	for (size_t i = 0; i < json_array_size(groups); i++)
		cluster(x, json_array_get(groups, i), 0, "");
}

/* What a session says of a citation, whether the last call has changed it, is
 * nothing that we know of: the sign is not compared. */
static struct text
unmarked(struct arena *a, struct text t)
{
	struct text line;
	struct buf b = {.a = a};

	while (text_split(&t, '\n', &line)) {
		if (text_starts(line, TEXT(">>["))) {
			buf_add(&b, TEXT("..["));
			line = text_sub(line, 3, line.n);
		}
		buf_add(&b, line);
		if (t.n)
			buf_addc(&b, '\n');
	}
	return buf_text(&b);
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
		add_items(x, input);
		if (calls) {
			replay(x, calls);
			cited_works(x);
		}
		sort_works(&x->p);
		disamb(&x->p);
		if (text_is(section(x, "MODE"), "bibliography"))
			bibliography(x);
		else if (groups || calls)
			citations(x, groups);
		else
			cluster(x, input, 0, "");
		sort_end(&x->p);
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

struct tally {
	struct places where;
	bool loud;
	unsigned count[3]; /* by outcome */
};

static void
run(struct tally *r, const char *path)
{
	struct fixture x = {.a = arena_new()};
	const char *name = strrchr(path, '/');

	x.out.a = x.d.a = x.a;
	x.all = slurp(x.a, path);
	struct text want = unmarked(x.a, text_trim(section(&x, "RESULT")));
	struct text got = text_trim(result(&x, &r->where));
	enum outcome is = text_eq(want, got)                   ? SAME
	    : text_eq(squeezed(x.a, want), squeezed(x.a, got)) ? ALIKE
							       : FAILED;
	r->count[is]++;
	if (is != SAME)
		printf("%s\n", name ? name + 1 : path);
	if (is != SAME && r->loud)
		printf("want %.*s\ngot  %.*s\n", TEXT_ARG(want), TEXT_ARG(got));
	arena_free(x.a);
}

static bool
run_folder(struct tally *r, const char *folder)
{
	struct dirent **entries;
	int n = scandir(folder, &entries, NULL, alphasort);
	char path[4096];

	for (int i = 0; i < n; i++) {
		struct text name = text_of(entries[i]->d_name);
		snprintf(path, sizeof(path), "%s/%s", folder, name.s);
		if (text_ends(name, TEXT(".txt")))
			run(r, path);
		free(entries[i]);
	}
	if (n >= 0)
		free(entries);
	return n >= 0;
}

static int
usage(void)
{
	fputs("usage: csl-suite DIR|FILE [--locales DIR] [-v]\n", stderr);
	return 2;
}

int
main(int argc, char **argv)
{
	struct tally r = {
	    .where = {.csl = TEXT("/usr/share/citation-style-language")}};
	const char *from = NULL;

	for (int i = 1; i < argc; i++) {
		if (strcmp(argv[i], "-v") == 0)
			r.loud = true;
		else if (strcmp(argv[i], "--locales") == 0 && i + 1 < argc)
			r.where.locales = text_of(argv[++i]);
		else if (from || argv[i][0] == '-')
			return usage();
		else
			from = argv[i];
	}
	if (!from)
		return usage();
	if (text_ends(text_of(from), TEXT(".txt")))
		run(&r, from);
	else if (!run_folder(&r, from)) {
		fprintf(stderr, "csl-suite: not a folder: %s\n", from);
		return 2;
	}
	if (r.count[ALIKE])
		printf("%u of these but for blanks\n", r.count[ALIKE]);
	printf("%u passed, %u failed\n", r.count[SAME],
	    r.count[ALIKE] + r.count[FAILED]);
	return 0;
}
