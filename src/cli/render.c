#include <string.h>

#include "cli/cli.h"
#include "cli/option.h"
#include "cli/status.h"
#include "cli/usage.h"
#include "load/loose.h"
#include "paint/save.h"

enum {
	FACTS,
	OUTPUT,
	DRAFT,
	ROOT,
	STATUS,
	HELP = STATUS + STATUS_OPTIONS,
	OPTIONS
};

static const struct option table[OPTIONS] = {
    {"facts", 'F', OPTION_VALUE, "FILE",
	"YAML or JSON: any map, or a case; - is standard input"},
    {"output", 'o', OPTION_VALUE, "FILE",
	"write to FILE; - is standard output"},
    {"draft", 0, OPTION_FLAG, NULL, "print [MISSING path] for a missing fact"},
    {"root", 0, OPTION_VALUE, "DIR",
	"the project's folder: its library is included from"},
    STATUS_ROWS("format"),
    {"help", 'h', OPTION_FLAG, NULL, "this text"},
};

static int
help(void)
{
	puts("usage: peritus render TEMPLATE [--facts FILE] [OPTIONS]\n\n"
	     "  prints the Markdown that a template becomes; - is standard "
	     "input\n");
	options_help(table, OPTIONS);
	return EXIT_DONE;
}

static void
deliver(struct arena *a, const struct script *s, const char *to, struct diag *d)
{
	struct text words = script_text(a, s);

	if (to && strcmp(to, "-") != 0)
		save_file(to, words, d);
	else
		fwrite(words.s, 1, words.n, stdout);
}

/* While an error stands, nothing is printed: half a text looks like one. */
static int
perform(struct arena *a, const struct loose *want, const struct places *where,
    const struct given *g, const struct status *st)
{
	struct diag d = {.a = a};
	struct expand_options o = {.draft = g->at[DRAFT] != NULL};
	struct loose_loaded l = loose_load(a, where, want, &d);
	const struct script *s = render(a, l.lib, l.kase, &o, &d);

	if (s)
		loose_findings(&l, s, &d);
	if (s && !diag_count(&d, LEVEL_ERROR))
		deliver(a, s, g->at[OUTPUT], &d);
	return status_end(st, &d);
}

int
cli_render(struct arena *a, int argc, char **argv)
{
	struct given g = {0};
	struct places where = places_find();
	struct status st = {.out = stderr};
	int n = options_read(table, OPTIONS, &g, argc, argv);

	if (n < 0)
		return EXIT_USAGE;
	if (g.at[HELP])
		return help();
	if (n != 1)
		return usage_wrong("render", "one template is needed",
		    n ? argv[1] : "peritus render TEMPLATE --facts FILE");
	struct loose want = {text_of(argv[0]), text_of(g.at[FACTS])};
	if (text_is(want.template, "-") && text_is(want.facts, "-"))
		return usage_wrong("render",
		    "only one can come from standard input", "-");
	if (!status_read(&st, "render", g.at + STATUS))
		return EXIT_USAGE;
	where.root = text_of(g.at[ROOT]);
	return perform(a, &want, &where, &g, &st);
}
