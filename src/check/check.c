#include "check/rule.h"

static bool
missing(const struct node *n, void *ctx)
{
	bool *any = ctx;

	*any |= n->kind == NODE_MISSING;
	return !*any;
}

static void
run_rules(struct checker *c, struct verdict *v)
{
	for (size_t i = 0; i < nrules; i++) {
		c->rule = &rules[i];
		if (!profile_level(c->profile, c->rule->code, c->rule->level,
			&c->level))
			continue;
		if (c->rule->needs_pages && !c->pages)
			array_push(c->a, &v->skipped, c->rule->code);
		else if (c->rule->run)
			c->rule->run(c);
	}
	waivers_check(c);
}

static void
fill_properties(struct checker *c, struct properties *p)
{
	p->title = kase_title(c->a, c->kase, c->profile);
	p->author = kase_words(c->a, c->kase, TEXT("{expert}"));
	p->subject = c->profile->title;
	p->lang = c->profile->lang;
	p->date = value_text(c->kase->facts, "report_date");
	p->producer = text_fmt(c->a, "peritus %.*s", TEXT_ARG(c->lib->version));
}

const struct verdict *
check(struct arena *a, const struct doc *doc, const struct pages *pages,
    const struct library *lib, const struct kase *kase, struct diag *d)
{
	if (!doc || !lib || !kase)
		return NULL;
	const struct profile *profile = map_at(&lib->profiles, kase->profile);
	if (!profile)
		return NULL;
	struct verdict *v = arena_make(a, struct verdict);
	struct checker c = {.a = a,
	    .doc = doc,
	    .pages = pages,
	    .lib = lib,
	    .kase = kase,
	    .profile = profile,
	    .d = d};
	const struct value *asked = value_at(kase->facts, "profile");
	c.place = asked ? asked->pos : kase->facts->pos;
	bool sound = diag_count(d, LEVEL_ERROR) == 0, hole = false;

	c.applied = arena_alloc(a, kase->waivers.n + 1);
	walk(doc->root, missing, &hole);
	run_rules(&c, v);
	if (hole && kase->final) {
		diag(d, LEVEL_BLOCK, "FACT-06", c.place,
		    "a final report may not have missing facts");
		c.stopped = true;
	}
	v->draft = !kase->final || hole;
	v->write = sound && (v->draft || !c.stopped);
	if (hole && kase->final)
		v->write = false;
	v->overlay = TEXT("DRAFT");
	v->legend = TEXT("Draft: not for service");
	fill_properties(&c, &v->properties);
	return v;
}
