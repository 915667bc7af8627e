/*
 * progress.h - one line on a terminal, for whatever takes over half a second
 *
 * A thread of its own wakes every 100 ms and shows the step that is under way;
 * nothing is shown, and no thread made, when stderr is not a terminal.
 */
#ifndef CLI_PROGRESS_H
#define CLI_PROGRESS_H

struct progress;

struct progress *progress_start(const char *what); /* NULL: not a terminal */
void progress_step(void *p, const char *step);     /* p may be NULL */
void progress_stop(struct progress *p);            /* NULL is allowed */

#endif
