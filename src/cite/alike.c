#include "cite/alike.h"

static void
gather(struct reader *r, struct reading *x, const struct out *o)
{
	if (o->tag == TAG_NAME && o->name) {
		array_push(r->a, &x->people, o->name);
		return;
	}
	for (const struct out *c = o->child; c; c = c->next)
		gather(r, x, c);
}

/* In r->scrap. */
static struct out *
short_cite(struct reader *r, struct reading *x)
{
	const struct process *p = r->p;
	bool later = p->rules->style->note || x->work->cites > 1;
	struct cite_words c = {.work = x->work,
	    .position = later ? POSITION_SUBSEQUENT : POSITION_FIRST};
	struct render render =
	    process_render(p, &p->rules->citation, x->work, &c);

	render.a = r->scrap;
	render.comparing = true;
	struct out *o = render_layout(&render, &p->rules->citation.layout);
	x->asked = render.asked;
	return o;
}

void
alike_read(struct reader *r, struct reading *x)
{
	struct out *o = short_cite(r, x);

	/* the class that it was copied from keeps its own list */
	memset(&x->people, 0, sizeof(x->people));
	if (o)
		gather(r, x, o);
	x->words = text_dup(r->a, out_words(r->scrap, o));
	arena_reset(r->scrap);
}

static void
people_words(struct reader *r, const struct out *o, struct text *words,
    size_t *n)
{
	if (o->tag == TAG_NAME && o->name) {
		words[(*n)++] = text_dup(r->a, out_words(r->scrap, o));
		return;
	}
	for (const struct out *c = o->child; c; c = c->next)
		people_words(r, c, words, n);
}

void
alike_people(struct reader *r, struct reading *x, struct text *words)
{
	struct out *o = short_cite(r, x);
	size_t n = 0;

	if (o)
		people_words(r, o, words, &n);
	arena_reset(r->scrap);
}

struct alikes
alike_split(struct reader *r, const struct alike *c)
{
	struct alikes all = {0};
	struct map seen = {0}; /* words -> number of the class, from 1 */

	for (size_t i = 0; i < c->at.n; i++) {
		struct reading x = c->at.at[i];
		alike_read(r, &x);
		if (!x.words.n)
			continue;
		void **slot = map_slot(r->a, &seen, x.words);
		if (!*slot) {
			struct alike one = {0};
			array_push(r->a, &all.at, one);
			size_t *number = arena_make(r->a, size_t);
			*number = all.at.n;
			*slot = number;
		}
		array_push(r->a, &all.at.at[*(size_t *)*slot - 1].at, x);
	}
	return all;
}

struct alike
alike_all(struct reader *r)
{
	struct alike c = {0};

	for (size_t i = 0; i < r->p->works.n; i++) {
		struct reading x = {.work = r->p->works.at[i]};
		array_push(r->a, &c.at, x);
	}
	return c;
}
