#include "base/aside.h"

#include <pthread.h>

struct aside {
	struct arena *into, *a;
	struct diag d;
	aside_work *work;
	void *data;
	pthread_t thread;
	bool running;
};

static void *
run(void *data)
{
	struct aside *s = data;

	s->work(s->a, &s->d, s->data);
	return NULL;
}

struct aside *
aside_start(struct arena *a, aside_work *work, void *data)
{
	struct aside *s = arena_make(a, struct aside);

	s->into = a;
	s->a = arena_new();
	s->d.a = s->a;
	s->work = work;
	s->data = data;
	s->running = pthread_create(&s->thread, NULL, run, s) == 0;
	if (!s->running)
		run(s);
	return s;
}

void
aside_end(struct aside *s, struct diag *d)
{
	if (s->running)
		pthread_join(s->thread, NULL);
	arena_adopt(s->into, s->a);
	diag_adopt(d, &s->d);
}
