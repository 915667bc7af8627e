/*
 * What is found is the data of this command, and goes to standard output; what
 * it did is talk.  A finding of many cases is said once, when all are done; in
 * json each case has its own report, as soon as it is done.
 */
#include "cli/cli.h"
#include "cli/names.h"
#include "cli/option.h"
#include "cli/record.h"
#include "cli/status.h"
#include "cli/usage.h"

enum {
	ROOT,
	REPORT,
	DRAFT,
	STATUS,
	QUIET = STATUS + STATUS_OPTIONS,
	HELP,
	OPTIONS
};

static const struct option table[OPTIONS] = {
    {"root", 0, OPTION_VALUE, "DIR", "the project's folder"},
    {"report", 0, OPTION_VALUE, "FILE",
	"a report template in place of the profile's"},
    {"draft", 0, OPTION_FLAG, NULL, "a missing fact is a box, not an error"},
    STATUS_ROWS("format"),
    {"quiet", 'q', OPTION_FLAG, NULL, "no closing lines"},
    {"help", 'h', OPTION_FLAG, NULL, "this text"},
};

struct checking {
	struct arena *a;
	struct job job;
	struct stock *stock;
	struct status status;
	struct diag all; /* what was found, when there are several cases */
	bool alone;
	ARRAY(const char *) skipped; /* codes of rules, in their order */
	unsigned cases;
	unsigned failed; /* cases that could not be read */
	unsigned faulty; /* cases with findings at the level that fails */
};

static int
help(void)
{
	puts("usage: peritus check CASE.yaml... [OPTIONS]\n"
	     "       peritus check @FILE [OPTIONS]\n");
	options_help(table, OPTIONS);
	puts("\n  @FILE is a list of cases, one a line; @- is standard input.");
	return EXIT_DONE;
}

static void
note_skipped(struct checking *c, const struct verdict *v)
{
	for (size_t i = 0; v && i < v->skipped.n; i++) {
		size_t k = 0;
		while (k < c->skipped.n
		    && !text_is(text_of(c->skipped.at[k]), v->skipped.at[i]))
			k++;
		if (k == c->skipped.n)
			array_push(c->a, &c->skipped, v->skipped.at[i]);
	}
}

/* As people are shown it: relative to the project. */
static struct text
shown(const struct kase *k, struct text name)
{
	return k ? k->facts->pos.src->name : name;
}

static void
show(struct checking *c, struct text name, const struct checked *was,
    struct diag *d)
{
	const struct diag_look *look = &c->status.look;

	if (look->format == DIAG_JSONL)
		record_line(stdout, name, was->verdict, d);
	if (look->format == DIAG_JSON)
		record_report(stdout, look, name, was->verdict, d);
	else if (c->alone)
		status_show(&c->status, d);
	else
		diag_gather(&c->all, d, shown(was->kase, name));
}

/* Nothing of it is left when the next one begins. */
static void
one_case(struct checking *c, struct arena *a, struct text name)
{
	struct diag d = {.a = a};

	c->job.kase = name;
	struct checked was = run_check(a, &c->job, c->stock, &d);
	note_skipped(c, was.verdict);
	show(c, name, &was, &d);
	int status = status_of(&c->status, &d, true);
	c->cases++;
	c->failed += status == EXIT_IO;
	c->faulty += status == EXIT_FINDINGS;
}

static void
closing_lines(const struct checking *c)
{
	unsigned n = c->cases;

	if (c->skipped.n) {
		fputs("skipped, as there are no pages:", stderr);
		for (size_t i = 0; i < c->skipped.n; i++)
			fprintf(stderr, " %s", c->skipped.at[i]);
		fputc('\n', stderr);
	}
	fprintf(stderr, "checked %u case%s", n, n == 1 ? "" : "s");
	if (c->faulty)
		fprintf(stderr, ", %u with findings", c->faulty);
	if (c->failed)
		fprintf(stderr, ", %u that could not be read", c->failed);
	fputc('\n', stderr);
}

static int
ending(const struct checking *c)
{
	if (fflush(stdout) != 0 || ferror(stdout))
		return EXIT_IO;
	if (c->failed)
		return c->failed == c->cases ? EXIT_IO : EXIT_SOME;
	return c->faulty ? EXIT_FINDINGS : EXIT_DONE;
}

static int
perform(struct checking *c, const struct case_names *names, bool quiet)
{
	struct arena *a = arena_new();
	bool json = c->status.look.format == DIAG_JSON;

	c->all.a = c->a;
	c->alone = names->at.n == 1;
	c->stock = stock_new(c->a, &c->job.places);
	if (json)
		record_open(stdout);
	for (size_t i = 0; i < names->at.n; i++) {
		if (json && i)
			fputs(",\n", stdout);
		one_case(c, a, names->at.at[i]);
		arena_reset(a);
	}
	arena_free(a);
	stock_close(c->stock);
	if (json)
		record_close(stdout);
	else if (!c->alone)
		status_show(&c->status, &c->all);
	fflush(stdout);
	if (!quiet)
		closing_lines(c);
	return ending(c);
}

int
cli_check(struct arena *a, int argc, char **argv)
{
	struct given g = {0};
	struct case_names names = {{0}};
	struct checking c = {.a = a, .status.out = stdout};
	struct diag d = {.a = a};
	int n = options_read(table, OPTIONS, &g, argc, argv);

	if (n < 0)
		return EXIT_USAGE;
	if (g.at[HELP])
		return help();
	if (!status_read(&c.status, "check", g.at + STATUS))
		return EXIT_USAGE;
	if (!c.status.fails) {
		c.status.fails = true;
		c.status.fail_level = LEVEL_ERROR;
	}
	if (!case_names_read(a, n, argv, &names, &d)) {
		diag_print(&d, stderr, DIAG_HUMAN);
		return EXIT_IO;
	}
	if (!names.at.n)
		return usage_wrong("check", "a case is needed",
		    "peritus check CASE.yaml");
	c.job.places = places_find();
	c.job.places.root = text_of(g.at[ROOT]);
	c.job.places.report = text_of(g.at[REPORT]);
	c.job.places.pageless = true;
	c.job.expand.draft = g.at[DRAFT] != NULL;
	return perform(&c, &names, g.at[QUIET] != NULL);
}
