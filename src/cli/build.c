#include <string.h>
#include <time.h>

#include "cli/cli.h"
#include "cli/option.h"
#include "cli/progress.h"
#include "cli/provenance.h"
#include "cli/status.h"
#include "cli/usage.h"
#include "paint/save.h"

enum {
	OUTPUT,
	DEVICE,
	DUMP,
	ROOT,
	REPORT,
	DRAFT,
	MAP,
	STATUS,
	QUIET = STATUS + STATUS_OPTIONS,
	HELP,
	OPTIONS
};

static const struct option table[OPTIONS] = {
    {"output", 'o', OPTION_VALUE, "FILE",
	"write to FILE; - is standard output"},
    {"device", 'T', OPTION_VALUE, "pdf|plain", "what to write (pdf)"},
    {"dump", 'd', OPTION_VALUE, "STAGE",
	"show a stage: load references text expand number cite layout check"},
    {"root", 0, OPTION_VALUE, "DIR", "the project's folder"},
    {"report", 0, OPTION_VALUE, "FILE",
	"a report template in place of the profile's"},
    {"draft", 0, OPTION_FLAG, NULL, "print missing facts as boxes"},
    {"map", 0, OPTION_VALUE, "FILE",
	"write where each paragraph comes from, as JSON"},
    STATUS_ROWS("format"),
    {"quiet", 'q', OPTION_FLAG, NULL, "no closing line"},
    {"help", 'h', OPTION_FLAG, NULL, "this text"},
};

static const char *const stages[] = {"load", "references", "text", "expand",
    "number", "cite", "layout", "check"};
static const char *const devices[] = {"pdf", "plain"};

static int
help(void)
{
	puts("usage: peritus build CASE.yaml [OPTIONS]\n");
	options_help(table, OPTIONS);
	return EXIT_DONE;
}

/* "fixtures/cases/x.yaml" gives "x.pdf", in the working folder. */
static const char *
default_output(struct arena *a, struct text path, const char *device)
{
	size_t from = path.n, to = path.n;

	if (strcmp(device, "plain") == 0)
		return "/dev/stdout";
	while (from && path.s[from - 1] != '/')
		from--;
	for (size_t i = from + 1; i < path.n; i++)
		if (path.s[i] == '.')
			to = i;
	struct text stem = text_sub(path, from, to);
	return text_cstr(a, text_join(a, stem, TEXT(".pdf")));
}

static long
now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (long)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static void
closing_line(const struct job *job, const struct outcome *out,
    const struct diag *d, long ms)
{
	if (out->written)
		fprintf(stderr, "wrote %s: %zu pages, %ld ms", job->out,
		    out->pages, ms);
	else
		fputs("nothing was written", stderr);
	const char *sep = out->written ? "; " : ": ";
	for (int i = LEVEL_COUNT - 1; i >= 0; i--) {
		if (!d->count[i])
			continue;
		const char *s = d->count[i] == 1 || i == LEVEL_INFO ? "" : "s";
		fprintf(stderr, "%s%u %s%s", sep, d->count[i],
		    level_name((enum level)i), s);
		sep = ", ";
	}
	fputc('\n', stderr);
}

/* Of a report that was written, and like it whole or not at all. */
static void
write_map(struct arena *a, const char *to, const struct outcome *out,
    struct diag *d)
{
	struct buf b = {.a = a};
	const struct provenance *p =
	    provenance_of(a, out->doc, out->lib, out->kase);

	if (!p || !out->written)
		return;
	provenance_json(&b, p);
	save_file(strcmp(to, "-") == 0 ? "/dev/stdout" : to, buf_text(&b), d);
}

static int
perform(struct arena *a, struct job *job, const struct given *g,
    const struct status *s)
{
	struct diag d = {.a = a};
	struct progress *p = progress_start("peritus");
	long start = now_ms();

	job->step = progress_step;
	job->step_data = p;
	struct outcome out = run(a, job, stdout, &d);
	progress_stop(p);
	if (g->at[MAP])
		write_map(a, g->at[MAP], &out, &d);
	status_show(s, &d);
	if (!g->at[QUIET] && !job->dump && s->look.format == DIAG_HUMAN
	    && strcmp(job->out, "/dev/stdout") != 0)
		closing_line(job, &out, &d, now_ms() - start);
	return status_of(s, &d,
	    job->dump ? diag_count(&d, LEVEL_ERROR) == 0 : out.written);
}

int
cli_build(struct arena *a, int argc, char **argv)
{
	struct given g = {0};
	struct status s = {.out = stderr};
	int n = options_read(table, OPTIONS, &g, argc, argv);

	if (n < 0)
		return EXIT_USAGE;
	if (g.at[HELP])
		return help();
	if (n != 1)
		return usage_wrong("build", "one case file is needed",
		    n ? argv[1] : "peritus build CASE.yaml");
	if (option_choice(g.at[DUMP], stages, 8) < 0)
		return usage_wrong("build", "no such stage", g.at[DUMP]);
	if (option_choice(g.at[DEVICE], devices, 2) < 0)
		return usage_wrong("build", "no such device", g.at[DEVICE]);
	if (!status_read(&s, "build", g.at + STATUS))
		return EXIT_USAGE;
	struct job job = {.kase = text_of(argv[0]),
	    .dump = g.at[DUMP],
	    .device = g.at[DEVICE] ? g.at[DEVICE] : "pdf",
	    .places = places_find(),
	    .expand.draft = g.at[DRAFT] != NULL};
	job.places.root = text_of(g.at[ROOT]);
	job.places.report = text_of(g.at[REPORT]);
	job.out = g.at[OUTPUT] ? g.at[OUTPUT]
			       : default_output(a, job.kase, job.device);
	if (strcmp(job.out, "-") == 0)
		job.out = "/dev/stdout";
	return perform(a, &job, &g, &s);
}
