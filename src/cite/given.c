/*
 * Names are told apart for themselves: all that read alike at first (the short
 * form, say) are a class; each person of it takes the least form that no other
 * has.  A class without two different people stays as it is.
 */
#include "cite/expand.h"

enum { LEVELS = GIVEN_FULL + 1 };

struct sighting {
	struct work *work;
	const struct name *name;
	struct text who;           /* all of the name: one person */
	struct text words[LEVELS]; /* as it reads at each level */
};

struct sightings {
	ARRAY(struct sighting) at;
};

/* Without blanks: "J. J." and "J.J." are one person. */
static struct text
who(struct arena *a, const struct name *n)
{
	struct text t = text_fmt(a, "%.*s|%.*s|%.*s|%.*s|%.*s|%.*s",
	    TEXT_ARG(n->family), TEXT_ARG(n->given), TEXT_ARG(n->nondropping),
	    TEXT_ARG(n->dropping), TEXT_ARG(n->suffix), TEXT_ARG(n->literal));
	struct buf b = {.a = a};

	for (size_t i = 0; i < t.n; i++)
		if (t.s[i] != ' ')
			buf_addc(&b, t.s[i]);
	return buf_text(&b);
}

static void
see(struct reader *r, struct work *w, bool primary, struct sightings *all)
{
	struct reading x = {.work = w};
	struct text *words[LEVELS];

	alike_read(r, &x);
	size_t n = primary && x.people.n ? 1 : x.people.n;
	for (int level = 0; level < LEVELS; level++) {
		words[level] =
		    arena_alloc(r->a, (x.people.n + 1) * sizeof(struct text));
		for (size_t i = 0; level && i < n; i++)
			work_raise(r->p->a, w, r->p->rules, x.people.at[i],
			    (enum given)level);
		alike_people(r, &x, words[level]);
	}
	for (size_t i = 0; i < n; i++) {
		struct sighting s = {w, x.people.at[i],
		    who(r->a, x.people.at[i]), {{0}}};
		for (int level = 0; level < LEVELS; level++)
			s.words[level] = words[level][i];
		array_push(r->a, &all->at, s);
		work_raise(r->p->a, w, r->p->rules, s.name, GIVEN_STYLED);
	}
}

/* Those who read the same at a level: one person, or several. */
struct namesakes {
	struct text who;
	bool several;
};

static struct namesakes *
namesakes(struct reader *r, struct map *m, const struct sighting *s, int level)
{
	/* only within those that read alike without any expansion */
	struct text key = text_fmt(r->a, "%.*s|%.*s", TEXT_ARG(s->words[0]),
	    TEXT_ARG(s->words[level]));
	void **slot = map_slot(r->a, m, key);

	if (!*slot)
		*slot = arena_make(r->a, struct namesakes);
	return *slot;
}

static void
count(struct reader *r, struct map *m, const struct sighting *s, int level)
{
	struct namesakes *n = namesakes(r, m, s, level);

	if (n->who.n && !text_eq(n->who, s->who))
		n->several = true;
	n->who = s->who;
}

void
expand_everywhere(struct reader *r)
{
	const struct area *area = &r->p->rules->citation;
	bool primary = text_starts(area->given_rule, TEXT("primary-name"));
	int most = area->initials_only ? GIVEN_INITIALS : GIVEN_FULL;
	struct sightings all = {0};
	struct map at[LEVELS] = {{0}};

	for (size_t i = 0; i < r->p->works.n; i++)
		see(r, r->p->works.at[i], primary, &all);
	for (size_t i = 0; i < all.at.n; i++)
		for (int level = 0; level <= most; level++)
			count(r, &at[level], &all.at.at[i], level);
	for (size_t i = 0; i < all.at.n; i++) {
		const struct sighting *s = &all.at.at[i];
		int level = 0;
		while (level <= most
		    && namesakes(r, &at[level], s, level)->several)
			level++;
		if (level && level <= most)
			work_raise(r->p->a, s->work, r->p->rules, s->name,
			    (enum given)level);
	}
}
