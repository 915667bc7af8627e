#include "model/verdict.h"

void
verdict_dump(const struct verdict *v, FILE *f)
{
	if (!v)
		return;
	fprintf(f, "write: %s\ndraft: %s\n", v->write ? "yes" : "no",
	    v->draft ? "yes" : "no");
	fprintf(f, "overlay: %.*s\nlegend: %.*s\n", TEXT_ARG(v->overlay),
	    TEXT_ARG(v->legend));
	fprintf(f, "title: %.*s\nauthor: %.*s\nsubject: %.*s\n",
	    TEXT_ARG(v->properties.title), TEXT_ARG(v->properties.author),
	    TEXT_ARG(v->properties.subject));
	for (size_t i = 0; i < v->skipped.n; i++)
		fprintf(f, "skipped: %s\n", v->skipped.at[i]);
}
