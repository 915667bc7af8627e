/*
 * language.c - the grammar of the whole report, rule by rule
 *
 * The report is read once, when the first of the rules runs.
 */
#include "check/grammar.h"
#include "check/rule.h"

struct language {
	struct wordings wordings;
	struct grammar_hits *hits; /* of each wording */
};

static struct language *
read_all(struct checker *c)
{
	struct language *l = arena_make(c->a, struct language);
	struct grammar_subject who = grammar_subject_of(c->kase->facts);

	l->wordings = wordings_of(c->a, c->doc->root);
	l->hits = arena_alloc(c->a,
	    (l->wordings.at.n + 1) * sizeof(struct grammar_hits));
	for (size_t i = 0; i < l->wordings.at.n; i++)
		grammar(c->a, &l->wordings.at.at[i], &who, &l->hits[i]);
	return l;
}

void
check_grammar(struct checker *c)
{
	if (!c->language)
		c->language = read_all(c);
	for (size_t i = 0; i < c->language->wordings.at.n; i++) {
		const struct wording *p = &c->language->wordings.at.at[i];
		const struct grammar_hits *hits = &c->language->hits[i];
		for (size_t k = 0; k < hits->at.n; k++) {
			const struct grammar_hit *h = &hits->at.at[k];
			if (strcmp(h->code, c->rule->code) != 0)
				continue;
			struct finding *f = rule_found(c, p->block->label,
			    wording_pos(p, h->from, h->to), "%.*s",
			    TEXT_ARG(h->says));
			finding_hint(c->d, f, "%s", h->way);
		}
	}
}
