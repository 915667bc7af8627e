#include "run.h"

#include <string.h>

static bool
stop(const struct job *job, const char *stage)
{
	return job->dump && strcmp(job->dump, stage) == 0;
}

static const struct profile *
profile_of(const struct library *lib, const struct kase *kase)
{
	return lib && kase ? map_at(&lib->profiles, kase->profile) : NULL;
}

struct outcome
run(const struct job *job, FILE *show, struct diag *d)
{
	struct arena *a = arena_new();
	struct outcome out = {0};

	const struct kase *kase = case_load(a, job->kase, job->places.root, d);
	const struct library *lib =
	    kase ? library_load(a, &job->places, &kase, 1, d) : NULL;
	const struct doc *plain = expand(a, lib, kase, &job->expand, d);
	const struct doc *numbered = number(a, plain, profile_of(lib, kase), d);
	const struct doc *cited = cite(a, numbered, lib, kase, d);
	const struct pages *pages = layout(a, cited, lib, kase, d);
	const struct verdict *v = check(a, cited, pages, lib, kase, d);

	if (stop(job, "load"))
		value_dump(kase ? kase->facts : NULL, show);
	else if (stop(job, "expand"))
		doc_dump(plain, show);
	else if (stop(job, "number"))
		doc_dump(numbered, show);
	else if (stop(job, "cite"))
		doc_dump(cited, show);
	else if (stop(job, "layout"))
		pages_dump(pages, show);
	else if (v && v->write)
		out.written = paint(pages, cited, v, job->device, job->out, d);
	out.pages = pages ? pages->pages.n : 0;
	if (lib && lib->fonts)
		fonts_close(lib->fonts);
	arena_free(a);
	return out;
}
