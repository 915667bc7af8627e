#include "cite/warn.h"

#include "base/near.h"

static void
offer_all(struct near *near, const struct references *r)
{
	for (size_t i = 0; r && i < r->all.n; i++)
		near_offer(near, r->all.at[i]->id);
}

void
warn_key(struct cites *s, const struct cite_item *it)
{
	enum level level = LEVEL_BLOCK;
	struct near near = near_to(it->key);

	if (s->profile
	    && !profile_level(s->profile, "CITE-07", LEVEL_BLOCK, &level))
		return;
	struct finding *f = diag(s->d, level, "CITE-07", it->pos,
	    "source that is not in the library: %.*s", TEXT_ARG(it->key));
	offer_all(&near, s->kase->references);
	offer_all(&near, s->lib->references);
	if (near.best.n)
		finding_hint(s->d, f, "did you mean %.*s?",
		    TEXT_ARG(near.best));
}

/* Where byte `at` of a suffix was written; no source: it cannot be told. */
static struct pos
place_at(const struct cite_item *it, size_t at)
{
	for (const struct node *n = it->suffix; n; n = n->next) {
		size_t len = n->kind == NODE_TEXT ? n->text.n : 1;
		if (at < len && at <= n->pos.len)
			return pos_sub(n->pos, at, 1);
		if (at < len)
			break;
		at -= len;
	}
	return (struct pos){0};
}

struct pos
warn_place(const struct cite_item *it, size_t from, size_t to)
{
	struct pos first = place_at(it, from);
	struct pos last = place_at(it, to > from ? to - 1 : from);

	if (!first.src || first.src != last.src || last.off < first.off)
		return it->suffixpos.src ? it->suffixpos : it->pos;
	first.len = last.off - first.off + 1;
	return first;
}

void
warn_label(struct cites *s, const struct cite_item *it, struct text unknown,
    size_t at)
{
	struct text near = label_near(s->labels, unknown);
	struct finding *f = diag(s->d, LEVEL_WARNING, "CITE-L1",
	    warn_place(it, at, at + unknown.n),
	    "word before a number that is no locator: %.*s", TEXT_ARG(unknown));

	if (near.n)
		finding_hint(s->d, f, "did you mean %.*s?", TEXT_ARG(near));
	else
		finding_hint(s->d, f, "it is printed as it stands");
}

static void
warn_one(struct cites *s, const struct cite_words *c)
{
	struct text type = c->work->ref->type;

	if (c->blank) {
		struct finding *f = diag(s->d, LEVEL_ERROR, "CITE-L4", c->pos,
		    "source of which the citation style prints nothing: %.*s",
		    TEXT_ARG(c->work->ref->id));
		finding_hint(s->d, f,
		    "it lacks what the style asks for in "
		    "this type: %.*s",
		    TEXT_ARG(type));
	} else if (c->lost) {
		struct finding *f = diag(s->d, LEVEL_WARNING, "CITE-L2", c->pos,
		    "locator that the citation style does not print: %.*s",
		    TEXT_ARG(c->locator));
		finding_hint(s->d, f,
		    "its rules leave it out here for this type: %.*s",
		    TEXT_ARG(type));
	} else if (c->unlabelled) {
		struct finding *f = diag(s->d, LEVEL_WARNING, "CITE-L3", c->pos,
		    "locator that the citation style prints without its "
		    "label: %.*s %.*s",
		    TEXT_ARG(c->label), TEXT_ARG(c->locator));
		finding_hint(s->d, f,
		    "a reader takes a bare number for a page");
	}
}

void
warn_lost(struct cites *s, const struct cluster *k)
{
	for (size_t i = 0; i < k->n; i++)
		if (!k->cites[i].author_only)
			warn_one(s, &k->cites[i]);
}
