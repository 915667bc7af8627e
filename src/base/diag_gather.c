#include <inttypes.h>

#include "base/diag_format.h"
#include "base/map.h"

struct gathered {
	struct map findings; /* by what makes them the same */
	struct map sources;  /* copies, by name, words and includer */
};

static struct pos copy_pos(struct diag *all, struct pos at, unsigned depth);

/* A library's file is read once and found in many cases: it is copied once. */
static const struct source *
copy_source(struct diag *all, const struct source *s, unsigned depth)
{
	struct arena *a = all->a;
	struct pos from = pos_file(s->from);
	struct text up = from.src ? from.src->name : TEXT("");
	struct text key =
	    text_fmt(a, "%.*s\n%.*s:%u\n%zu:%" PRIx64, TEXT_ARG(s->name),
		TEXT_ARG(up), from.off, s->body.n, text_hash(s->body));
	void **slot = map_slot(a, &all->many->sources, key);

	if (*slot)
		return *slot;
	struct source *c = arena_make(a, struct source);
	*slot = c;
	c->name = text_dup(a, s->name);
	c->body = text_dup(a, s->body);
	if (depth < PLACE_DEPTH)
		c->from = copy_pos(all, from, depth + 1);
	return c;
}

static struct pos
copy_pos(struct diag *all, struct pos at, unsigned depth)
{
	at = pos_file(at);
	if (at.src)
		at.src = copy_source(all, at.src, depth);
	return at;
}

static struct finding *
copy(struct diag *all, const struct finding *f)
{
	struct arena *a = all->a;
	struct finding *c = diag(all, f->level, text_cstr(a, text_of(f->code)),
	    copy_pos(all, f->at, 0), "%.*s", TEXT_ARG(f->text));

	c->hint = text_dup(a, f->hint);
	for (const struct remark *k = f->remarks; k; k = k->next)
		finding_remark(all, c, text_cstr(a, text_of(k->label)),
		    copy_pos(all, k->at, 0), "%.*s", TEXT_ARG(k->text));
	return c;
}

/* `tmp` is for the key of a finding that is known, which is most of them. */
static struct finding *
known(struct diag *all, const struct finding *f, struct arena *tmp)
{
	struct pos at = pos_file(f->at);
	struct text name = at.src ? at.src->name : TEXT("");
	struct text key = text_fmt(tmp, "%s\n%.*s:%u\n%.*s", f->code,
	    TEXT_ARG(name), at.off, TEXT_ARG(f->text));
	struct finding *c = map_at(&all->many->findings, key);

	if (c)
		return c;
	c = copy(all, f);
	map_put(all->a, &all->many->findings, text_dup(all->a, key), c);
	return c;
}

void
diag_gather(struct diag *all, const struct diag *one, struct text kase)
{
	struct arena *tmp = arena_new();

	if (one->found.n)
		kase = text_dup(all->a, kase);
	if (!all->many)
		all->many = arena_make(all->a, struct gathered);
	for (size_t i = 0; i < one->found.n; i++) {
		const struct finding *f = one->found.at[i];
		struct finding *c = known(all, f, tmp);
		size_t n = c->cases.n;
		if (c->level < f->level) { /* one profile is stricter */
			all->count[c->level]--;
			all->count[f->level]++;
			c->level = f->level;
		}
		if (!n || !text_eq(c->cases.at[n - 1], kase))
			array_push(all->a, &c->cases, kase);
	}
	arena_free(tmp);
}
