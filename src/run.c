#include "run.h"

#include <string.h>

static bool
stop(const struct job *job, const char *stage)
{
	return job->dump && strcmp(job->dump, stage) == 0;
}

/* What the stages have made so far. */
struct made {
	const struct kase *kase;
	const struct library *lib;
	const struct script *script;
	const struct doc *plain, *numbered, *cited;
	const struct pages *pages;
	const struct verdict *verdict;
};

static const struct profile *
profile_of(const struct made *m)
{
	return m->lib ? map_at(&m->lib->profiles, m->kase->profile) : NULL;
}

static void
step(const struct job *job, const char *stage)
{
	if (job->step)
		job->step(job->step_data, stage);
}

/* Those that count come first: a case's own win over the library's. */
static void
show_references(const struct made *m, FILE *show)
{
	references_dump(m->kase ? m->kase->references : NULL, show);
	references_dump(m->lib ? m->lib->references : NULL, show);
}

static void
show_stage(struct arena *a, const struct job *job, const struct made *m,
    FILE *show)
{
	if (stop(job, "load"))
		value_dump(m->kase ? m->kase->facts : NULL, show);
	else if (stop(job, "references"))
		show_references(m, show);
	else if (stop(job, "text"))
		script_dump(m->script,
		    m->script ? paths_of(a, m->kase, m->lib) : NULL, show);
	else if (stop(job, "expand"))
		doc_dump(m->plain, show);
	else if (stop(job, "number"))
		doc_dump(m->numbered, show);
	else if (stop(job, "cite"))
		doc_dump(m->cited, show);
	else if (stop(job, "layout"))
		pages_dump(m->pages, show);
	else if (stop(job, "check"))
		verdict_dump(m->verdict, show);
}

struct outcome
run(struct arena *a, const struct job *job, FILE *show, struct diag *d)
{
	struct made m = {0};
	bool written = false;

	step(job, "load");
	m.kase = case_load(a, job->kase, job->places.root, d);
	m.lib = m.kase ? library_load(a, &job->places, m.kase, d) : NULL;
	/* The stage that is to be shown is the last one to find faults. */
	step(job, "expand");
	bool text = stop(job, "text");
	bool loaded = text || stop(job, "load") || stop(job, "references");
	m.script = render(a, text ? m.lib : NULL, m.kase, &job->expand, d);
	m.plain = expand(a, loaded ? NULL : m.lib, m.kase, &job->expand, d);
	step(job, "number");
	m.numbered =
	    number(a, stop(job, "expand") ? NULL : m.plain, profile_of(&m), d);
	step(job, "cite");
	m.cited =
	    cite(a, stop(job, "number") ? NULL : m.numbered, m.lib, m.kase, d);
	step(job, "layout");
	m.pages =
	    layout(a, stop(job, "cite") ? NULL : m.cited, m.lib, m.kase, d);
	step(job, "check");
	m.verdict = check(a, stop(job, "layout") ? NULL : m.cited, m.pages,
	    m.lib, m.kase, d);
	step(job, "paint");
	if (job->dump)
		show_stage(a, job, &m, show);
	else if (m.verdict && m.verdict->write)
		written = paint(m.pages, m.cited, m.verdict, job->device,
		    job->out, d);

	struct outcome out = {written, m.pages ? m.pages->pages.n : 0, m.kase,
	    m.lib, m.cited};
	library_close(m.lib);
	return out;
}

struct checked
run_check(struct arena *a, const struct job *job, struct stock *s,
    struct diag *d)
{
	struct made m = {0};

	m.kase = case_load(a, job->kase, job->places.root, d);
	m.lib = library_of(a, s, m.kase, d);
	m.plain = expand(a, m.lib, m.kase, &job->expand, d);
	m.numbered = number(a, m.plain, profile_of(&m), d);
	m.cited = cite(a, m.numbered, m.lib, m.kase, d);
	m.verdict = check(a, m.cited, NULL, m.lib, m.kase, d);
	return (struct checked){m.kase, m.verdict};
}
