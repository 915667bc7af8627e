#include "cli/cli.h"
#include "cli/option.h"
#include "cli/provenance.h"
#include "cli/status.h"
#include "cli/usage.h"

enum {
	FORMAT,
	STATUS,
	ROOT = STATUS + STATUS_OPTIONS,
	REPORT,
	DRAFT,
	HELP,
	OPTIONS
};

static const struct option table[OPTIONS] = {
    {"format", 'f', OPTION_VALUE, "FORMAT", "text json (text)"},
    STATUS_ROWS("messages"),
    {"root", 0, OPTION_VALUE, "DIR", "the project's folder"},
    {"report", 0, OPTION_VALUE, "FILE",
	"a report template in place of the profile's"},
    {"draft", 0, OPTION_FLAG, NULL, "missing facts are boxes"},
    {"help", 'h', OPTION_FLAG, NULL, "this text"},
};

static const char *const formats[] = {"text", "json"};

static int
help(void)
{
	puts("usage: peritus why CASE PARAGRAPH [OPTIONS]\n\n"
	     "  tells where a paragraph comes from: PARAGRAPH is its number as "
	     "printed\n"
	     "  (12, \"12(a)\"), a heading's (C), or a label (@par-arrests)\n");
	options_help(table, OPTIONS);
	return EXIT_DONE;
}

/* The stages up to numbering, which is what paragraphs are known by. */
static const struct provenance *
trace(struct arena *a, struct text path, const struct places *where, bool draft,
    struct diag *d)
{
	struct expand_options o = {.draft = draft};
	const struct kase *kase = case_load(a, path, where->root, d);
	const struct library *lib =
	    kase ? library_load(a, where, kase, d) : NULL;
	const struct doc *doc = expand(a, lib, kase, &o, d);
	const struct profile *profile =
	    lib ? map_at(&lib->profiles, kase->profile) : NULL;

	doc = number(a, doc, profile, d);
	const struct provenance *p = provenance_of(a, doc, lib, kase);
	library_close(lib);
	return p;
}

static int
not_found(const struct provenance *p, struct text word,
    const struct entry *second)
{
	struct text first = TEXT(""), last = TEXT("");

	if (second) {
		fprintf(stderr, "peritus why: several labels end so: %.*s\n",
		    TEXT_ARG(word));
		return EXIT_FINDINGS;
	}
	for (size_t i = 0; i < p->entries.n; i++) {
		const struct entry *e = &p->entries.at[i];
		if (e->node->kind != NODE_PARA || !e->node->number.n)
			continue;
		if (!first.n)
			first = e->number;
		last = e->number;
	}
	fprintf(stderr, "peritus why: there is no such paragraph: %.*s\n",
	    TEXT_ARG(word));
	if (last.n)
		fprintf(stderr,
		    "peritus why: paragraphs are numbered %.*s to %.*s\n",
		    TEXT_ARG(first), TEXT_ARG(last));
	return EXIT_FINDINGS;
}

static void
print(struct arena *a, const struct provenance *p, const struct entry *e,
    bool json)
{
	struct buf b = {.a = a};

	if (!json) {
		provenance_show(p, e, stdout);
		return;
	}
	provenance_json_entry(&b, p, e);
	printf("%.*s\n", TEXT_ARG(buf_text(&b)));
}

int
cli_why(struct arena *a, int argc, char **argv)
{
	struct given g = {0};
	struct places where = places_find();
	struct status s = {.out = stderr};
	struct diag d = {.a = a};
	const struct entry *second = NULL;
	int n = options_read(table, OPTIONS, &g, argc, argv);

	if (n < 0)
		return EXIT_USAGE;
	if (g.at[HELP])
		return help();
	if (n != 2)
		return usage_wrong("why", "a case and a paragraph are needed",
		    n > 2 ? argv[2] : "peritus why CASE.yaml 12");
	int format = option_choice(g.at[FORMAT], formats, 2);
	if (format < 0)
		return usage_wrong("why", "no such format", g.at[FORMAT]);
	if (!status_read(&s, "why", g.at + STATUS))
		return EXIT_USAGE;
	where.root = text_of(g.at[ROOT]);
	where.report = text_of(g.at[REPORT]);
	const struct provenance *p =
	    trace(a, text_of(argv[0]), &where, g.at[DRAFT] != NULL, &d);
	struct text word = text_of(argv[1]);
	const struct entry *e = p ? provenance_find(p, word, &second) : NULL;
	if (e)
		print(a, p, e, format);
	/* What a paragraph is made of can be told in spite of a warning. */
	if (diag_count(&d, LEVEL_ERROR))
		return status_end(&s, &d);
	return e ? EXIT_DONE : not_found(p, word, second);
}
