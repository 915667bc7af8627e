/*
 * The engine on its own: reference lists and citations from the command line,
 * through the stages that a report goes through.
 */
#include <string.h>

#include "cli/cited.h"
#include "cli/cli.h"
#include "cli/option.h"
#include "cli/status.h"
#include "cli/usage.h"
#include "load/bare.h"
#include "load/style.h"

enum {
	STYLE,
	LOCALE,
	FORMAT,
	STATUS,
	ROOT = STATUS + STATUS_OPTIONS,
	LIST_STYLES,
	HELP,
	OPTIONS
};

static const struct option table[OPTIONS] = {
    {"style", 's', OPTION_VALUE, "STYLE",
	"a citation style by name, or the path of a .csl"},
    {"locale", 'l', OPTION_VALUE, "LOCALE", "in place of the style's: de-DE"},
    {"format", 'f', OPTION_VALUE, "FORMAT", "text html json (text)"},
    STATUS_ROWS("messages"),
    {"root", 0, OPTION_VALUE, "DIR", "the project's folder"},
    {"list-styles", 0, OPTION_FLAG, NULL,
	"print the names of styles that hold a word"},
    {"help", 'h', OPTION_FLAG, NULL, "this text"},
};

static const char *const formats[] = {"text", "html", "json"};

static int
help(void)
{
	puts("usage: peritus cite --style STYLE REFS... [CITES] [OPTIONS]\n"
	     "       peritus cite --list-styles [WORD]\n");
	options_help(table, OPTIONS);
	puts("\n  REFS are lists of references, CSL-YAML or CSL-JSON; CITES is "
	     "a\n"
	     "  text with citations, [@key, p 3].  The first file is a list, "
	     "and\n"
	     "  so is every other that ends in .yaml, .yml or .json; - is\n"
	     "  standard input.  Without CITES all of REFS are listed.");
	return EXIT_DONE;
}

static bool
is_list(struct text path)
{
	return text_ends(path, TEXT(".yaml")) || text_ends(path, TEXT(".yml"))
	    || text_ends(path, TEXT(".json"));
}

/* The first file is a list of references, and each that ends as one; the one
 * that is left cites.  Returns the word that is one too many, or NULL. */
static const char *
sort_files(struct arena *a, struct bare *want, int argc, char **argv)
{
	struct text *refs = arena_alloc(a, (size_t)argc * sizeof(*refs));
	bool input = false;

	want->refs = refs;
	for (int i = 0; i < argc; i++) {
		struct text path = text_of(argv[i]);
		bool list = i == 0 || is_list(path), dash = text_is(path, "-");
		if ((dash && input) || (!list && want->cites.n))
			return argv[i];
		input |= dash;
		if (list)
			refs[want->nrefs++] = path;
		else
			want->cites = path;
	}
	return NULL;
}

/* A document that lists every work, and cites them for that alone. */
static const struct doc *
all_works(struct arena *a, const struct references *refs)
{
	struct doc *doc = arena_make(a, struct doc);
	struct node *root = node_new(a, NODE_DOC, TEXT(""), (struct pos){0});
	struct node *para =
	    node_add(a, root, NODE_PARA, TEXT(""), (struct pos){0});
	struct node *cite =
	    node_add(a, para, NODE_CITE, TEXT(""), (struct pos){0});
	const struct cite_item **end = &cite->cites;

	for (size_t i = 0; i < refs->all.n; i++) {
		struct cite_item *it = arena_make(a, struct cite_item);
		it->key = refs->all.at[i]->id;
		it->pos = refs->all.at[i]->pos;
		*end = it;
		end = &it->next;
	}
	doc->root = root;
	return doc;
}

/* The list of works behind what cites them. */
static const struct doc *
with_list(struct arena *a, const struct doc *doc)
{
	struct doc *out = arena_make(a, struct doc);
	struct node *root = node_new(a, NODE_DOC, TEXT(""), (struct pos){0});
	struct node *old = node_copy(a, doc->root);

	old->child = doc->root->child;
	old->last = doc->root->last;
	node_append(root, old);
	node_add(a, root, NODE_REFS, TEXT(""), (struct pos){0});
	out->root = root;
	out->labels = doc->labels;
	return out;
}

static const struct doc *
cited_doc(struct arena *a, const struct bare_loaded *l, bool works_only,
    struct diag *d)
{
	const struct doc *doc;

	if (!l->lib)
		return NULL;
	if (works_only) {
		doc = all_works(a, l->lib->references);
	} else {
		const struct doc *plain =
		    expand(a, l->lib, l->kase, &(struct expand_options){0}, d);
		doc = number(a, plain, l->profile, d);
	}
	return doc ? cite(a, with_list(a, doc), l->lib, l->kase, d) : NULL;
}

/* "nothing was printed" would leave people to wonder. */
static void
say_nothing(const struct bare *want, const struct bare_loaded *l,
    struct diag *d)
{
	if (!l->lib->references->all.n || diag_count(d, LEVEL_ERROR))
		return;
	struct finding *f = diag(d, LEVEL_WARNING, "CITE-08", (struct pos){0},
	    want->cites.n ? "nothing is cited in %.*s"
			  : "the style has no bibliography: %.*s",
	    TEXT_ARG(want->cites.n ? want->cites : want->style));
	finding_hint(d, f,
	    want->cites.n ? "[@key, p 3] cites a work"
			  : "give a text with citations too");
}

static int
list_styles(struct arena *a, const struct places *where, const char *word)
{
	struct names n = style_names(a, where, text_of(word));

	for (size_t i = 0; i < n.at.n; i++)
		printf("%.*s\n", TEXT_ARG(n.at.at[i]));
	return n.at.n ? EXIT_DONE : EXIT_FINDINGS;
}

static int
perform(struct arena *a, const struct bare *want, const struct places *where,
    const char *format, const struct status *s)
{
	struct diag d = {.a = a};
	struct bare_loaded l = bare_load(a, where, want, &d);
	struct cited c = {.works_only = want->cites.n == 0, .d = &d};

	c.doc = cited_doc(a, &l, c.works_only, &d);
	c.format = (enum cited_format)option_choice(format, formats, 3);
	if (c.doc) {
		c.note = l.profile->style->note;
		if (!cited_print(&c, stdout))
			say_nothing(want, &l, &d);
	}
	return status_end(s, &d);
}

int
cli_cite(struct arena *a, int argc, char **argv)
{
	struct given g = {0};
	struct bare want = {0};
	struct places where = places_find();
	struct status s = {.out = stderr};
	int n = options_read(table, OPTIONS, &g, argc, argv);

	if (n < 0)
		return EXIT_USAGE;
	if (g.at[HELP])
		return help();
	where.root =
	    g.at[ROOT] ? text_of(g.at[ROOT]) : root_find(a, TEXT("./."));
	if (g.at[LIST_STYLES])
		return list_styles(a, &where, n ? argv[0] : "");
	if (option_choice(g.at[FORMAT], formats, 3) < 0)
		return usage_wrong("cite", "no such format", g.at[FORMAT]);
	if (!status_read(&s, "cite", g.at + STATUS))
		return EXIT_USAGE;
	if (!g.at[STYLE] || n < 1)
		return usage_wrong("cite",
		    "a style and a list of references are needed",
		    "peritus cite --style oscola refs.yaml");
	const char *extra = sort_files(a, &want, n, argv);
	if (extra)
		return usage_wrong("cite",
		    "only one text can cite, and one be -", extra);
	want.style = text_of(g.at[STYLE]);
	want.locale = text_of(g.at[LOCALE]);
	return perform(a, &want, &where, g.at[FORMAT], &s);
}
