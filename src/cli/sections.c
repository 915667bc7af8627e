/*
 * The sections of a library: which there are, what they read, and how they
 * come out with the facts of other people.
 */
#include <string.h>

#include "cli/cli.h"
#include "cli/option.h"
#include "cli/section_list.h"
#include "cli/status.h"
#include "cli/usage.h"
#include "trial/library.h"

enum {
	FORMAT,
	ALL,
	LIMIT,
	STATUS,
	ROOT = STATUS + STATUS_OPTIONS,
	HELP,
	OPTIONS
};

static const struct option table[OPTIONS] = {
    {"format", 'f', OPTION_VALUE, "FORMAT", "of what is shown: text json"},
    {"all", 'a', OPTION_FLAG, NULL, "test: every variant as a whole"},
    {"limit", 0, OPTION_VALUE, "N", "test: variants of a section (200)"},
    STATUS_ROWS("messages"),
    {"root", 0, OPTION_VALUE, "DIR", "the folder that has templates/"},
    {"help", 'h', OPTION_FLAG, NULL, "this text"},
};

enum verb { LIST, TEST, VERBS };
static const char *const verbs[VERBS] = {"list", "test"};
static const char *const formats[] = {"text", "json"};

static int
help(void)
{
	puts("usage: peritus sections list [OPTIONS]\n"
	     "       peritus sections test [ID | FILE ...] [OPTIONS]\n\n"
	     "  list   which there are, and which facts each reads\n"
	     "  test   run them with made-up facts, and show what differs; "
	     "without names, all\n");
	options_help(table, OPTIONS);
	return EXIT_DONE;
}

struct request {
	enum verb verb;
	char **words;
	int nwords;
	bool all, json;
	struct places where;
	size_t limit;
};

/* The templates asked for; all sections, if none are. */
static const struct template *
asked(struct arena *a, const struct request *want, const struct trial_shelf *s,
    size_t i, struct diag *d)
{
	if (!want->nwords)
		return s->sections.at[i];
	return trial_find(a, s, text_of(want->words[i]), d);
}

static void
test(struct arena *a, const struct request *want, struct trial_shelf *s,
    struct diag *d)
{
	size_t n = want->nwords ? (size_t)want->nwords : s->sections.n;
	ARRAY(const struct trial *) trials = {0};

	s->library.limit = want->limit;
	for (size_t i = 0; i < n; i++) {
		const struct template *t = asked(a, want, s, i, d);
		if (!t)
			continue;
		const struct trial *tried = trial_run(a, &s->library, t, d);
		trial_aside(s, t, d);
		trial_report(tried, d);
		if (want->json) {
			array_push(a, &trials, tried);
			continue;
		}
		if (i)
			putchar('\n');
		trial_print(tried, want->all ? TRIAL_ALL : TRIAL_DIFFERING,
		    stdout);
	}
	if (want->json)
		trial_print_json(trials.at, trials.n, stdout);
}

static int
perform(struct arena *a, const struct request *want, const struct status *st)
{
	struct diag d = {.a = a};
	struct trial_shelf *s = trial_shelf(a, &want->where, &d);

	if (s && want->verb == TEST)
		test(a, want, s, &d);
	else if (s)
		sections_list(a, s, want->json, stdout);
	if (s && want->verb == LIST)
		trial_aside(s, NULL, &d);
	return status_end(st, &d);
}

int
cli_sections(struct arena *a, int argc, char **argv)
{
	struct given g = {0};
	struct status st = {.out = stderr};
	struct request want = {.where = places_find(), .limit = 200};
	int n = options_read(table, OPTIONS, &g, argc, argv), limit, verb;

	if (n < 0)
		return EXIT_USAGE;
	if (g.at[HELP])
		return help();
	if (n < 1)
		return usage_wrong("sections", "a command is needed",
		    "peritus sections list");
	if ((verb = option_choice(argv[0], verbs, VERBS)) < 0)
		return usage_no_verb("sections", verbs, VERBS, argv[0]);
	if (verb == LIST && n > 1)
		return usage_wrong("sections", "list takes no names", argv[1]);
	if (option_choice(g.at[FORMAT], formats, 2) < 0)
		return usage_wrong("sections", "no such format", g.at[FORMAT]);
	if (g.at[LIMIT]) {
		if (!text_int(text_of(g.at[LIMIT]), &limit) || limit < 1)
			return usage_wrong("sections",
			    "not a number of variants", g.at[LIMIT]);
		want.limit = (size_t)limit;
	}
	if (!status_read(&st, "sections", g.at + STATUS))
		return EXIT_USAGE;
	want.verb = (enum verb)verb;
	want.words = argv + 1;
	want.nwords = n - 1;
	want.all = g.at[ALL] != NULL;
	want.json = option_choice(g.at[FORMAT], formats, 2) == 1;
	want.where.root = text_of(g.at[ROOT]);
	return perform(a, &want, &st);
}
