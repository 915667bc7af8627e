/*
 * run.h - one case, all stages
 */
#ifndef RUN_H
#define RUN_H

#include <stdio.h>

#include "model/stage.h"

struct job {
	struct text kase;   /* path of the case file */
	const char *out;    /* path of the result */
	const char *device; /* "pdf" or "plain" */
	const char *dump;   /* a stage to show and stop at, or NULL */
	struct places places;
	struct expand_options expand;
	/* Told of each stage as it begins; may be NULL. */
	void (*step)(void *data, const char *stage);
	void *step_data;
};

struct outcome {
	bool written;
	size_t pages;
	const struct kase *kase; /* what it was made from; may be NULL */
	const struct library *lib;
	const struct doc *doc; /* cited */
};

/* Dumps go to `show`.  Findings point into what was read, so they must be
 * printed before `a` is freed. */
struct outcome run(struct arena *a, const struct job *job, FILE *show,
    struct diag *d);

/* What has become of a case that was only checked; NULL: it did not come to
 * that, and why is in the diag. */
struct checked {
	const struct kase *kase;
	const struct verdict *verdict;
};

/* One of many cases, up to check: nothing is laid out or painted, and job's
 * places are the stock's. */
struct checked run_check(struct arena *a, const struct job *job,
    struct stock *s, struct diag *d);

#endif
