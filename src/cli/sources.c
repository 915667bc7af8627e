/*
 * The sources of a library or a case: which there are, where each is cited,
 * and what is wrong with them.
 */
#include <string.h>
#include <time.h>

#include "cli/cli.h"
#include "cli/option.h"
#include "cli/source_check.h"
#include "cli/source_list.h"
#include "cli/status.h"
#include "cli/usage.h"
#include "load/edtf.h"

enum {
	FORMAT,
	ALL,
	TODAY,
	STATUS,
	ROOT = STATUS + STATUS_OPTIONS,
	HELP,
	OPTIONS
};

static const struct option table[OPTIONS] = {
    {"format", 'f', OPTION_VALUE, "FORMAT",
	"of lists: text json (text); of check: as --messages"},
    {"all", 'a', OPTION_FLAG, NULL, "check: each source, not the first few"},
    {"today", 0, OPTION_VALUE, "DAY", "check: in place of the clock's"},
    STATUS_ROWS("messages"),
    {"root", 0, OPTION_VALUE, "DIR", "the project's folder"},
    {"help", 'h', OPTION_FLAG, NULL, "this text"},
};

static const char *const formats[] = {"text", "json"};
static const char *const verbs[] = {"check", "list", "unused", "used-by"};

enum verb { CHECK, LIST, UNUSED, USED_BY, VERBS };

static int
help(void)
{
	puts("usage: peritus sources check [CASE | FILES...] [OPTIONS]\n"
	     "       peritus sources list [CASE | FILES...] [OPTIONS]\n"
	     "       peritus sources unused [CASE | FILES...] [OPTIONS]\n"
	     "       peritus sources used-by KEY [CASE | FILES...] "
	     "[OPTIONS]\n");
	options_help(table, OPTIONS);
	puts(
	    "\n  Without a CASE or FILES: the sources of the project that the\n"
	    "  working folder is in, and its sections.  FILES are lists of\n"
	    "  references, CSL-YAML or CSL-JSON, and texts that cite, .md.");
	return EXIT_DONE;
}

static void
used_by(const struct census *c, struct text key, enum list_format format,
    struct diag *d)
{
	const struct record *r = census_at(c, key);

	if (r)
		sources_usage(r, format, stdout);
	if (!r || (!r->ref && c->whole))
		sources_missing(c, key, (struct pos){0}, d);
}

static struct date_point
clock_day(void)
{
	time_t now = time(NULL);
	struct tm t;

	localtime_r(&now, &t);
	return (
	    struct date_point){t.tm_year + 1900, t.tm_mon + 1, t.tm_mday, 0};
}

struct request {
	enum verb verb;
	struct text key;
	const struct text *files;
	size_t nfiles;
	struct places where;
	struct date_point today;
};

static int
perform(struct arena *a, const struct request *want, const struct given *g,
    const struct status *s)
{
	struct diag d = {.a = a};
	const struct census *c =
	    census_take(a, &want->where, want->files, want->nfiles, &d);
	enum list_format format =
	    (enum list_format)option_choice(g->at[FORMAT], formats, 2);

	if (want->verb == CHECK)
		sources_check(c, want->today, g->at[ALL] != NULL, &d);
	else if (want->verb == USED_BY)
		used_by(c, want->key, format, &d);
	else
		sources_list(c, want->verb == UNUSED, format, stdout);
	return status_end(s, &d);
}

/* What the words left over ask for; EXIT_DONE, or what is wrong was said. */
static int
read_words(struct arena *a, struct request *want, int n, char **argv)
{
	struct text *files = arena_alloc(a, ((size_t)n + 1) * sizeof(*files));
	int verb, from = 1;

	if (n < 1)
		return usage_wrong("sources", "a command is needed",
		    "peritus sources check");
	if ((verb = option_choice(argv[0], verbs, VERBS)) < 0)
		return usage_no_verb("sources", verbs, VERBS, argv[0]);
	want->verb = (enum verb)verb;
	if (want->verb == USED_BY && n < 2)
		return usage_wrong("sources", "a key is needed",
		    "peritus sources used-by KEY");
	if (want->verb == USED_BY)
		want->key = text_of(argv[from++]);
	for (int i = from; i < n; i++)
		files[want->nfiles++] = text_of(argv[i]);
	want->files = files;
	return EXIT_DONE;
}

/* A day as a whole: 2026-11-20. */
static bool
read_day(const char *word, struct date_point *out)
{
	struct date day = {0};

	if (!edtf_parse(text_of(word), &day) || day.range || !day.from.day)
		return false;
	*out = day.from;
	return true;
}

/* `check` prints findings and nothing else: --format is of them. */
static void
findings_are_data(struct status *s, struct given *g)
{
	s->out = stdout;
	if (!g->at[FORMAT])
		return;
	g->at[STATUS + STATUS_FORMAT] = g->at[FORMAT];
	g->at[FORMAT] = NULL;
}

int
cli_sources(struct arena *a, int argc, char **argv)
{
	struct given g = {0};
	struct request want = {.where = places_find(), .today = clock_day()};
	struct status s = {.out = stderr};
	int n = options_read(table, OPTIONS, &g, argc, argv);

	if (n < 0)
		return EXIT_USAGE;
	if (g.at[HELP])
		return help();
	if (n && strcmp(argv[0], verbs[CHECK]) == 0)
		findings_are_data(&s, &g);
	if (option_choice(g.at[FORMAT], formats, 2) < 0)
		return usage_wrong("sources", "no such format", g.at[FORMAT]);
	if (!status_read(&s, "sources", g.at + STATUS))
		return EXIT_USAGE;
	if (g.at[TODAY] && !read_day(g.at[TODAY], &want.today))
		return usage_wrong("sources", "not a day, as 2026-11-20",
		    g.at[TODAY]);
	want.where.root = text_of(g.at[ROOT]);
	int status = read_words(a, &want, n, argv);
	return status == EXIT_DONE ? perform(a, &want, &g, &s) : status;
}
