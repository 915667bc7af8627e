/*
 * sentence.h - within trial/: where a sentence ends
 */
#ifndef TRIAL_SENTENCE_H
#define TRIAL_SENTENCE_H

#include "base/text.h"

/* The end of the sentence that begins at `from`, blanks before it passed
 * over: behind its full stop, or t.n. */
size_t sentence_end(struct text t, size_t from);

/* All of them, without the blanks between; returns how many. */
size_t sentences(struct arena *a, struct text t, struct text **out);

#endif
