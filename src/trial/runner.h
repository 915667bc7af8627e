/*
 * runner.h - within trial/: what a trial works with
 */
#ifndef TRIAL_RUNNER_H
#define TRIAL_RUNNER_H

#include "trial/facts.h"
#include "trial/trial.h"

/* One run of a template with one case. */
struct runner {
	struct arena *a;       /* of the trial */
	struct arena *scratch; /* of the variant */
	const struct trial_library *l;
	const struct template *t;
	struct trial *trial;
	struct library lib; /* with a report of ours, for sections */
	struct text section;
	const struct made_up *facts;
	size_t variant;
};

/* Make ready: which template is run, in a library that has it. */
const struct template *runner_prepare(struct runner *r);

/* The facts to try it with, once it is made ready. */
const struct plan *runner_plan(struct runner *r, const struct template *top,
    struct diag *d);

#endif
