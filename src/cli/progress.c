#include "cli/progress.h"

#include <pthread.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

enum { TICK_MS = 100, PATIENCE_MS = 500 };

struct progress {
	pthread_t thread;
	pthread_mutex_t lock;
	pthread_cond_t wake;
	const char *what, *step;
	bool stop, shown;
};

static void
show(struct progress *p, unsigned ms)
{
	fprintf(stderr, "\r\033[K%s: %s ... %u.%u s", p->what, p->step,
	    ms / 1000, ms / 100 % 10);
	fflush(stderr);
	p->shown = true;
}

static void *
watch(void *arg)
{
	struct progress *p = arg;
	struct timespec until;

	pthread_mutex_lock(&p->lock);
	clock_gettime(CLOCK_REALTIME, &until);
	for (unsigned ms = TICK_MS; !p->stop; ms += TICK_MS) {
		until.tv_nsec += TICK_MS * 1000000L;
		if (until.tv_nsec >= 1000000000L) {
			until.tv_nsec -= 1000000000L;
			until.tv_sec++;
		}
		pthread_cond_timedwait(&p->wake, &p->lock, &until);
		if (!p->stop && ms >= PATIENCE_MS)
			show(p, ms);
	}
	pthread_mutex_unlock(&p->lock);
	return NULL;
}

struct progress *
progress_start(const char *what)
{
	if (!isatty(STDERR_FILENO))
		return NULL;
	struct progress *p = calloc(1, sizeof(*p));
	if (!p)
		return NULL;
	p->what = what;
	p->step = "starting";
	pthread_mutex_init(&p->lock, NULL);
	pthread_cond_init(&p->wake, NULL);
	if (pthread_create(&p->thread, NULL, watch, p) == 0)
		return p;
	free(p);
	return NULL;
}

void
progress_step(void *arg, const char *step)
{
	struct progress *p = arg;

	if (!p)
		return;
	pthread_mutex_lock(&p->lock);
	p->step = step;
	pthread_mutex_unlock(&p->lock);
}

void
progress_stop(struct progress *p)
{
	if (!p)
		return;
	pthread_mutex_lock(&p->lock);
	p->stop = true;
	pthread_cond_signal(&p->wake);
	pthread_mutex_unlock(&p->lock);
	pthread_join(p->thread, NULL);
	if (p->shown)
		fputs("\r\033[K", stderr);
	pthread_cond_destroy(&p->wake);
	pthread_mutex_destroy(&p->lock);
	free(p);
}
