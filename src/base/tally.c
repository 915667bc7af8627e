#include "base/tally.h"

enum { CHAIN = 16 }; /* includes that are followed: as many are shown */

static struct text
keep_body(struct tally *t, struct text body)
{
	struct text *copy = map_at(&t->bodies, body);

	if (copy)
		return *copy;
	copy = arena_make(t->d.a, struct text);
	*copy = text_dup(t->d.a, body);
	map_put(t->d.a, &t->bodies, *copy, copy);
	return *copy;
}

/* Equal sources have one copy: what is compared is copies already. */
static struct source *
same_source(struct tally *t, const struct source *s)
{
	struct text key =
	    text_fmt(t->d.a, "%p %p %u %.*s", (const void *)s->body.s,
		(const void *)s->from.src, s->from.off, TEXT_ARG(s->name));
	void **slot = map_slot(t->d.a, &t->sources, key);

	if (!*slot) {
		struct source *copy = arena_make(t->d.a, struct source);
		*copy = *s;
		copy->name = text_dup(t->d.a, s->name);
		*slot = copy;
	}
	return *slot;
}

static struct pos
keep_pos(struct tally *t, struct pos at, unsigned depth)
{
	at = pos_file(at);
	if (!at.src || depth > CHAIN)
		return (struct pos){0};
	struct source s = {.name = at.src->name};
	s.body = keep_body(t, at.src->body);
	s.from = keep_pos(t, at.src->from, depth + 1);
	at.src = same_source(t, &s);
	return at;
}

static void
keep_finding(struct tally *t, struct tally_entry *e, const struct finding *f)
{
	struct text code = text_dup(t->d.a, text_of(f->code));

	e->found = diag(&t->d, f->level, text_cstr(t->d.a, code),
	    keep_pos(t, f->at, 0), "%.*s", TEXT_ARG(f->text));
	if (f->hint.n)
		finding_hint(&t->d, e->found, "%.*s", TEXT_ARG(f->hint));
	for (const struct remark *r = f->remarks; r; r = r->next)
		finding_remark(&t->d, e->found, r->label, keep_pos(t, r->at, 0),
		    "%.*s", TEXT_ARG(r->text));
	array_push(t->d.a, &t->entries, e);
}

static struct text
key_of(struct arena *a, const struct finding *f)
{
	struct pos at = pos_file(f->at);

	return text_fmt(a, "%d %s %u %.*s\n%.*s\n%.*s", f->level, f->code,
	    at.off, TEXT_ARG(at.src ? at.src->name : TEXT("")),
	    TEXT_ARG(f->text), TEXT_ARG(f->hint));
}

void
tally_take(struct tally *t, struct text name, const struct diag *from)
{
	struct arena *tmp = arena_new();
	struct map own = {0}; /* said in this case already */

	t->cases++;
	name = from->found.n ? text_dup(t->d.a, name) : name;
	for (size_t i = 0; i < from->found.n; i++) {
		const struct finding *f = from->found.at[i];
		struct text key = key_of(tmp, f);
		struct tally_entry *e = map_at(&t->seen, key);
		if (!e) {
			e = arena_make(t->d.a, struct tally_entry);
			keep_finding(t, e, f);
			map_put(t->d.a, &t->seen, text_dup(t->d.a, key), e);
		}
		if (map_put(tmp, &own, key, e))
			continue;
		if (e->cases < TALLY_NAMES)
			e->name[e->cases] = name;
		e->cases++;
	}
	arena_free(tmp);
}

static struct text
names_of(struct arena *a, const struct tally_entry *e)
{
	struct buf b = {.a = a};

	for (unsigned i = 0; i < e->cases && i < TALLY_NAMES; i++)
		buf_fmt(&b, "%s%.*s", i ? ", " : "", TEXT_ARG(e->name[i]));
	if (e->cases > TALLY_NAMES)
		buf_fmt(&b, " and %u more", e->cases - TALLY_NAMES);
	return buf_text(&b);
}

/* Of one case alone, and standing in it: that goes without saying. */
static bool
obvious(const struct tally_entry *e)
{
	const struct source *src = e->found->at.src;

	return e->cases == 1 && src && text_ends(e->name[0], src->name);
}

void
tally_close(struct tally *t)
{
	for (size_t i = 0; t->cases > 1 && i < t->entries.n; i++) {
		const struct tally_entry *e = t->entries.at[i];
		if (e->cases == t->cases)
			finding_remark(&t->d, e->found, "same", (struct pos){0},
			    "in all %u cases", e->cases);
		else if (e->cases > 1)
			finding_remark(&t->d, e->found, "same", (struct pos){0},
			    "in %u cases: %.*s", e->cases,
			    TEXT_ARG(names_of(t->d.a, e)));
		else if (!obvious(e))
			finding_remark(&t->d, e->found, "case", (struct pos){0},
			    "%.*s", TEXT_ARG(names_of(t->d.a, e)));
	}
}
